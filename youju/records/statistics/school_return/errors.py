"""What can go wrong with a school's return, with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict


class ReturnedTwice(Conflict):
    code = "returned-twice"
    sentence = _(
        "“%(title)s”: %(unit)s has a verified return of %(day)s already. "
        "If that one is wrong, ask for a correction of it."
    )
