"""What keeps an application from going on, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed, YoujuError


class CampaignOver(Conflict):
    code = "campaign-over"
    sentence = _("“%(campaign)s” took self-assessments to the end of %(day)s. Ask the office to prolong it.")


class MayNotApply(YoujuError):
    code, status = "may-not-apply", 422
    sentence = _("“%(unit)s” cannot apply in “%(campaign)s”: %(why)s")


class AppliedAlready(Conflict):
    code = "applied-already"
    sentence = _("“%(unit)s” takes part in “%(campaign)s” already: %(title)s. Go on there.")


class NotAssessedWhole(YoujuError):
    code, status = "not-assessed-whole", 409
    sentence = _("%(left)s of %(all)s criteria have no answer yet, the first is %(no)s. Answer them, then hand it in.")


class NotReviewedWhole(YoujuError):
    code, status = "not-reviewed-whole", 409
    sentence = _(
        "%(left)s of %(all)s criteria have no grade of an expert yet, the first is %(no)s. Have them graded, then "
        "close the review."
    )


class BelowTheLine(YoujuError):
    code, status = "below-the-line", 409
    sentence = _(
        "%(total)s points do not reach the %(line)s that this level takes. It cannot be proposed; have it reviewed "
        "again, or do not grant it."
    )


class Barred(YoujuError):
    code, status = "barred", 409
    sentence = _(
        "%(count)s criteria bar “%(unit)s” from the title. It cannot be proposed while they stand as they are."
    )


class NotAssessing(Conflict):
    code = "not-assessing"
    sentence = _(
        "The self-assessment of “%(title)s” is not open: it stands at “%(state)s”. Nothing was saved. Ask the office "
        "to send it back if something has to be changed."
    )


class NotUnderReview(Conflict):
    code = "not-under-review"
    sentence = _("“%(title)s” is not under review: it stands at “%(state)s”. Nothing was saved.")


class WhyMissing(YoujuError):
    code, status = "why-missing", 422
    sentence = _("Say why criterion %(no)s does not apply to the unit.")


class GradeMissing(YoujuError):
    code, status = "grade-missing", 422
    sentence = _("Choose a grade for criterion %(no)s, or say that it does not apply and why.")


class NotOfTheUnit(YoujuError):
    code, status = "not-of-the-unit", 422
    sentence = _("Only verified records of the unit itself can be cited. “%(title)s” is none.")


class MaterialVoid(Conflict):
    code = "material-void"
    sentence = _("“%(name)s” is void and supports nothing. Choose another, or add the right one.")


class ChapterTaken(Conflict):
    code = "chapter-taken"
    sentence = _(
        "Chapter %(chapter)s is with %(expert)s already. Take that sheet back first, or choose other chapters."
    )


class SheetOver(Conflict):
    code = "sheet-over"
    sentence = _("This sheet was handed in or taken back already. Nothing was changed.")


class SheetNotWhole(YoujuError):
    code, status = "sheet-not-whole", 409
    sentence = _("%(left)s criteria have no grade yet, the first is %(no)s. Grade them, then hand the sheet in.")


class GradesOwnUnit(YoujuError):
    code, status = "grades-own-unit", 422
    sentence = _(
        "%(name)s is of %(unit)s, or assesses for it, and cannot grade its application. Choose somebody of another "
        "unit."
    )


class NothingToGrant(Conflict):
    code = "nothing-to-grant"
    sentence = _(
        "Nobody of “%(campaign)s” is under notice, so there is no title to grant. Propose units first, and put the "
        "list under notice."
    )


class WriterGrants(NotAllowed):
    code = "writer-grants"
    sentence = _(
        "Somebody else grants the title: you entered %(count)s of the applications on the list of “%(campaign)s”, and "
        "whoever applies does not decide."
    )


class GraderGrants(NotAllowed):
    code = "grader-grants"
    sentence = _("You graded “%(title)s”, so somebody else grants the title: whoever grades does not decide.")
