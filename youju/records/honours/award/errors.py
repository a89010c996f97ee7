"""What can go wrong with an award list, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict


class AwardedTwice(Conflict):
    code = "awarded-twice"
    sentence = _(
        "“%(title)s” gives a title to somebody who holds it already: %(holders)s. "
        "Each counts once: strike the line here, or have the other list corrected."
    )
