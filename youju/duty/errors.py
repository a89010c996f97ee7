"""What can go wrong with duty rosters and contacts, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class NobodyToAssign(YoujuError):
    code, status = "nobody-to-assign", 422
    sentence = _("Nobody is chosen: tick at least one of the group.")


class NotInRoster(YoujuError):
    code, status = "not-in-roster", 422
    sentence = _("%(name)s is not in “%(group)s” on %(day)s. Take the person into the group first.")


class OwnDeputy(YoujuError):
    code, status = "own-deputy", 422
    sentence = _("Nobody is their own deputy: choose somebody else, or leave it empty.")


class NoDays(YoujuError):
    code, status = "no-days", 422
    sentence = _(
        "There is no day to plan from %(first)s to %(last)s: all are planned already, or none is of that sort."
    )


class ShiftTaken(Conflict):
    code = "shift-taken"
    sentence = _("%(day)s has somebody already. Open that day to change it.")


class ShiftOver(Conflict):
    code = "shift-over"
    sentence = _("The shift of %(day)s is over. What was is not changed any more.")


class ShiftToCome(Conflict):
    code = "shift-to-come"
    sentence = _("The shift of %(day)s has not begun. A note is handed over during it or after.")


class SwapRunning(Conflict):
    code = "swap-running"
    sentence = _("Somebody is asked to swap the shift of %(day)s already. Wait for the answer, or take it back first.")


class SwapSettled(Conflict):
    code = "swap-settled"
    sentence = _("This swap is settled already: %(state)s.")


class SwapOutdated(Conflict):
    code = "swap-outdated"
    sentence = _("The roster has changed since this swap was asked for. Take it back and ask anew.")


class SwapWithOneself(YoujuError):
    code, status = "swap-with-oneself", 422
    sentence = _("%(name)s is on duty then already. Choose somebody else.")


class ContactNameMissing(YoujuError):
    code, status = "contact-name-missing", 422
    sentence = _("Say what the contact is called, and under which number it is reached.")
