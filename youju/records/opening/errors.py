"""What can go wrong with opening figures, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class AfterTheStart(YoujuError):
    code, status = "after-the-start", 422
    sentence = _(
        "“%(title)s” is of %(day)s, and the bureau works here since %(began)s. An opening figure is of a day before: "
        "write down what came since as a record."
    )


class CountedInOpening(Conflict):
    """A record of what an opening figure holds already."""

    code = "counted-in-opening"
    sentence = _(
        "“%(title)s” of %(day)s is counted already by the opening figure “%(opening)s”, as of %(until)s. "
        "Counting it again would make the figure too high: leave it out, or have the opening figure corrected first."
    )


class OpeningCountsTwice(Conflict):
    """An opening figure of what records or other opening figures hold already."""

    code = "opening-counts-twice"
    sentence = _(
        "The opening figure “%(title)s” would count once more what “%(other)s” counts already. Keep one of the two: "
        "have the other voided, or leave this one out."
    )
