"""What can be wrong with a checklist, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class ChecklistLocked(Conflict):
    code = "checklist-locked"
    sentence = _(
        "“%(name)s” is locked: units are measured by it since %(day)s. Copy it to a new version and change that one; "
        "what has begun keeps the old one."
    )


class ChecklistCodeTaken(Conflict):
    code = "code-taken"
    sentence = _("There is a checklist of the code “%(code)s” already. Choose another code.")


class UnfitChecklistCode(YoujuError):
    code, status = "unfit-code-form", 422
    sentence = _("“%(code)s” cannot be a code: small letters, digits and hyphens only, at most 40.")


class NoLine(YoujuError):
    code, status = "no-line", 422
    sentence = _("“%(name)s” leads to no level. Give at least one level the points that it takes, from 1 to 100.")


class BadCriteria(YoujuError):
    """One criterion or several cannot be as they are; ``what`` says which and why."""

    code, status = "bad-criteria", 422
    sentence = _("Nothing was written. %(what)s")


class NoCriteria(YoujuError):
    code, status = "no-criteria", 422
    sentence = _("“%(name)s” has no criteria yet. Write them or read them from a workbook first.")
