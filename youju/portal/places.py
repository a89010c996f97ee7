"""Places of the site beside its channels, in the bar of every page. To add one: a line in PLACES."""

from collections.abc import Callable
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.orgs.settings import setting
from youju.portal.running import has_notices
from youju.records.inquiries.inquiry.published import published_answers
from youju.summaries.issuing.disclosed import has_summaries


class Place(NamedTuple):
    """code: by which its own pages say that they are current, and no channel's code.

    told: a line for the home page. shown: whether there is anything to be read there.
    """

    code: str
    route: str
    label: str | Promise
    told: str | Promise
    shown: Callable[[], bool]

    @property
    def url(self) -> str:
        return reverse(self.route)


def has_answers() -> bool:
    return published_answers().exists()


def is_asked() -> bool:
    return bool(setting("ask_open"))


PLACES = (
    Place("public-notices", "site-notices", _("Public notices"), _("Lists to which anybody may object."), has_notices),
    Place(
        "summaries",
        "site-summaries",
        _("Summaries"),
        _("Each figure opens: what it counts, and of whom."),
        has_summaries,
    ),
    Place(
        "answers", "site-answers", _("Questions and answers"), _("What others asked, with the answers."), has_answers
    ),
    Place("ask", "site-ask", _("Ask the bureau"), _("Questions, suggestions, appeals, accusations."), is_asked),
)


def places() -> list[Place]:
    """Those where there is something to be read, in their order."""
    return [place for place in PLACES if place.shown()]
