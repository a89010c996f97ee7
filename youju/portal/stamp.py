"""The stamp of all that the public can read: as long as it is the same, so is every page."""

import hashlib
from bisect import bisect_right
from datetime import datetime
from functools import cache, lru_cache
from importlib.metadata import version

from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState

# The newest audit row: its number, and when it was written.
_Last = tuple[int, datetime] | None


def stamp() -> str:
    """Changes with every act, for each writes an audit row; with the day; and with what is taken down by the hour."""
    last = AuditRow.objects.order_by("-pk").values_list("pk", "at").first()
    gone = bisect_right(_ends(last), clock.now())
    told = f"{_release()} {last} {gone} {clock.today()}"
    return hashlib.sha256(told.encode()).hexdigest()[:20]


@lru_cache(maxsize=1)
def _ends(_last: _Last) -> list[datetime]:
    """When the live articles are taken down, in order: asked anew after each act alone."""
    ends = Article.objects.filter(state=ArticleState.LIVE, down_at__isnull=False).order_by("down_at")
    return [moment for moment in ends.values_list("down_at", flat=True) if moment is not None]


@cache
def _release() -> str:
    """Of the program: a new one may write a page otherwise."""
    return version("youju")
