"""What can go wrong with a plan, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed, YoujuError


class OwnDraft(NotAllowed):
    code = "own-draft"
    sentence = _("You drafted “%(title)s” yourself. Somebody else must approve it.")


class NotADraft(Conflict):
    code = "not-a-draft"
    sentence = _("“%(title)s” is %(state)s, so this cannot be done now. Reload the page to see where it stands.")


class NotInForce(Conflict):
    code = "item-not-in-force"
    sentence = _(
        "“%(title)s” is not in force, or a change of it waits already. Reload the page to see where it stands."
    )


class BadItem(YoujuError):
    code, status = "bad-item", 422
    sentence = _("This cannot be planned: %(problems)s")


class CodeTaken(Conflict):
    code = "item-code-taken"
    sentence = _(
        "The plan of %(year)s has an item “%(title)s” already. Change that one, or give the new one another code."
    )


class NothingToApprove(YoujuError):
    code, status = "no-drafts", 422
    sentence = _("Nothing was chosen. Tick the items to approve, then look at what they make.")


class WrongDueState(Conflict):
    code = "wrong-due-state"
    sentence = _("“%(title)s” is %(state)s, so this cannot be done now. Reload the page to see where it stands.")


class NothingAsked(YoujuError):
    code, status = "nothing-asked", 422
    sentence = _("Nothing that a zero report could answer is open for this month in this section.")


class TooEarlyForZero(YoujuError):
    code, status = "month-not-begun", 422
    sentence = _("This month has not begun. A zero report says of a month that there was nothing in it.")


class TooLateToTakeBack(Conflict):
    code = "too-late-to-take-back"
    sentence = _("A zero report can be taken back within seconds only. Report what there was, or ask the officer.")


class NothingToCopy(YoujuError):
    code, status = "nothing-to-copy", 422
    sentence = _("The plan of %(year)s has no item in force that the next year does not have already.")


class NoSuchReadyMade(YoujuError):
    code, status = "no-such-ready-made", 422
    sentence = _(
        "Not offered for %(year)s: %(codes)s. It is not among the ready-made items, or the plan has it already."
    )


class NothingReadyMade(YoujuError):
    code, status = "nothing-ready-made", 422
    sentence = _("Every ready-made item that you may draft is in the plan of %(year)s already.")
