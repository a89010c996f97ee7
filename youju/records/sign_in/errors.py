"""What can go wrong with signing in, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotFound, YoujuError


class SignInOpen(Conflict):
    code = "sign-in-open"
    sentence = _("“%(title)s”: people are still signing in. Close the sign-in first; it writes who came.")


class SignInClosed(Conflict):
    code = "sign-in-closed"
    sentence = _("The sign-in is closed. Who came is in the record now; change it there.")


class NothingToSignInFor(YoujuError):
    code, status = "nothing-to-sign-in-for", 422
    sentence = _("“%(title)s”: nobody is on its list. Edit it and say first who is expected.")


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


class SignedOutAlready(Conflict):
    code = "signed-out-already"
    sentence = _("%(name)s has signed out already.")
