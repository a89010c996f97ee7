"""What keeps somebody from being registered, or taken off, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict


class RegisteredAlready(Conflict):
    code = "registered-already"
    sentence = _("“%(title)s”: %(name)s is a registered volunteer already. Take the row out.")


class NotRegistered(Conflict):
    code = "not-registered"
    sentence = _(
        "“%(title)s”: %(name)s is no registered volunteer, or the registration is not verified yet. Take the row out."
    )
