"""What can go wrong with a session's list, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


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
