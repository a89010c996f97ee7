"""What can go wrong with a trip, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict


class TravelledTwice(Conflict):
    code = "travelled-twice"
    sentence = _(
        "“%(title)s” names somebody who was on the same sort of training on the same days: %(persons)s. "
        "Each counts once in a batch: strike the line here, or have the other record corrected."
    )
