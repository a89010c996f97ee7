"""What changes of the tree are refused for."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class NotAMonth(YoujuError):
    code = "not-a-month"
    sentence = _("%(day)s is not the first day of a month. Changes of units take effect on the first of a month.")


class ReasonNeeded(YoujuError):
    code = "reason-needed"
    sentence = _("This takes effect in a month that is over, %(month)s. Give the reason for entering it so late.")


class NotYet(YoujuError):
    code = "not-yet"
    sentence = _("A name can only be changed from this month on or from an earlier one, not from %(month)s.")


class CodeTaken(Conflict):
    code = "code-taken"
    sentence = _("The code %(unit)s is already that of another unit. Codes are never used twice.")


class NotStanding(Conflict):
    code = "not-standing"
    sentence = _("%(unit)s does not exist in %(month)s: it is not open yet, or it is closed.")


class StillStanding(Conflict):
    code = "still-standing"
    sentence = _("%(unit)s is open in %(month)s. Only a closed unit can be opened again.")


class NothingChanged(YoujuError):
    code = "nothing-changed"
    sentence = _("%(unit)s is already so in %(month)s. Nothing was changed.")


class UnfitParent(YoujuError):
    code = "unfit-parent"
    sentence = _("%(unit)s cannot be below %(parent)s: a unit stands below one of a higher kind.")


class ParentNotStanding(Conflict):
    code = "parent-not-standing"
    sentence = _(
        "In %(month)s %(unit)s would be below %(parent)s, which is not open then. Move or close %(unit)s first, "
        "or choose another unit above it."
    )


class Circle(Conflict):
    code = "circle-of-units"
    sentence = _("In %(month)s %(unit)s would be below itself, by way of %(parent)s.")


class TreeDrifted(Conflict):
    """What was changed by hand must not be covered by a new entry that commits to it."""

    code = "tree-drifted"
    sentence = _(
        "The units are no longer as the ledger has them: somebody changed them outside the system. "
        "“youju ledger verify” says what. Until then nothing is changed."
    )


class UnfitCode(YoujuError):
    code = "unfit-code"
    sentence = _(
        "%(code)s is not the code of a %(kind)s. Take the six digits of GB/T 2260; codes that begin with 99 are for "
        "bureaus that are no real ones."
    )


class UnfitCodeBelow(YoujuError):
    code = "unfit-code-below"
    sentence = _("The code %(code)s must begin with “%(front)s.”, the code of its county.")


class UnfitCodeForm(YoujuError):
    code = "unfit-code-form"
    sentence = _("“%(code)s” cannot be a code: small letters, digits, dots and hyphens only, at most 40.")
