"""What can go wrong with a session's list, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotFound, YoujuError


class RosterChanged(Conflict):
    code = "roster-changed"
    sentence = _(
        "“%(title)s”: the list of “%(group)s” for %(day)s has changed since attendance was marked. "
        "Edit the session and mark whoever is new on the list."
    )


class NotOnTheList(YoujuError):
    code, status = "not-on-the-list", 422
    sentence = _("“%(title)s”: somebody is marked who is not in “%(group)s” on %(day)s. Count them as guests.")


class MakingUpClosed(Conflict):
    code = "making-up-closed"
    sentence = _(
        "“%(title)s”: who made it up is noted within %(days)d days, until it is let count. "
        "Ask for a correction where somebody is missing."
    )


class NothingMadeUp(Conflict):
    code = "nothing-made-up"
    sentence = _("“%(title)s”: nobody is noted as having made it up.")


class SignInOpen(Conflict):
    code = "sign-in-open"
    sentence = _("“%(title)s”: people are still signing in. Close the sign-in first; it writes the attendance.")


class SignInClosed(Conflict):
    code = "sign-in-closed"
    sentence = _("The sign-in is closed. Who came is in the attendance now; change it there.")


class NothingToSignInFor(YoujuError):
    code, status = "nothing-to-sign-in-for", 422
    sentence = _("“%(title)s”: nobody is on its list. Edit the session and choose its group first.")


class NotYet(YoujuError):
    code, status = "sign-in-not-yet", 425
    sentence = _("Signing in begins at %(begins)s. Nothing is lost: scan again then.")


class NotOnTheSignInList(NotFound):
    code = "not-on-the-sign-in-list"
    sentence = _("This name is not on the list to sign in from. The organiser can mark you, or count you as a guest.")


class NameTaken(Conflict):
    code = "sign-in-name-taken"
    sentence = _("%(name)s has signed in already. If that was not you, go to the organiser.")


class TelephoneUsed(Conflict):
    code = "sign-in-telephone-used"
    sentence = _("This telephone has signed in %(name)s. Whoever has none with them goes to the organiser.")
