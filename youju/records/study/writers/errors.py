"""What can go wrong with a list of expected writers, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict


class NotTheGroup(Conflict):
    code = "not-the-group"
    sentence = _(
        "“%(title)s” is no longer the list of “%(group)s” for %(day)s (%(names)s). "
        "Edit it: the list is drawn anew from the group of the day."
    )


class ListedTwice(Conflict):
    code = "listed-twice"
    sentence = _(
        "Who of “%(group)s” is expected to write in %(year)d is fixed already by “%(other)s” (%(ref)s). "
        "Have that record corrected instead of adding another."
    )
