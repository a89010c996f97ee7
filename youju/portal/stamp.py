"""The stamp of all that the public can read: as long as it is the same, so is every page."""

from bisect import bisect_right
from datetime import datetime
from functools import cache, lru_cache
from importlib.metadata import version
from typing import NamedTuple

from django.db.models import BigIntegerField, Count, Max, Subquery
from django.utils.crypto import salted_hmac

from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState

# Among so many of the newest audit rows one is looked for that was numbered earlier and stands only now.
_OVERTAKEN = 2000


class _Last(NamedTuple):
    """The newest audit row, its number and its moment; and how many of those just below it stand."""

    number: int | None
    at: datetime | None
    standing: int


def stamp() -> str:
    """Changes with every act, for each writes an audit row; with the day; and with what is taken down by the hour.

    Keyed: every reader gets it, and nobody reads from it how much is done at the office, or when.
    """
    last = _last()
    gone = bisect_right(_ends(last), clock.now())
    told = f"{_release()} {tuple(last)} {gone} {clock.today()}"
    return salted_hmac("youju.portal.stamp", told, algorithm="sha256").hexdigest()[:20]


def _last() -> _Last:
    """Where several act at once, a row may come to stand after one with a higher number: it too is another state."""
    newest = Subquery(AuditRow.objects.order_by("-pk").values("pk")[:1], output_field=BigIntegerField())
    rows = AuditRow.objects.filter(pk__gt=newest - _OVERTAKEN)
    return _Last(**rows.aggregate(number=Max("pk"), at=Max("at"), standing=Count("pk")))


@lru_cache(maxsize=1)
def _ends(_last: _Last) -> list[datetime]:
    """When the live articles are taken down, in order: asked anew after each act alone."""
    ends = Article.objects.filter(state=ArticleState.LIVE, down_at__isnull=False).order_by("down_at")
    return [moment for moment in ends.values_list("down_at", flat=True) if moment is not None]


@cache
def _release() -> str:
    """Of the program: a new one may write a page otherwise."""
    return version("youju")
