"""What can go wrong with a title held, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict


class AlreadyHeld(Conflict):
    code = "already-held"
    sentence = _(
        "“%(title)s”: the unit holds this title at this level already, by “%(other)s” of %(day)s. "
        "An officer notes there first that it has ended, as renewed for instance; "
        "both together would count the unit twice."
    )
