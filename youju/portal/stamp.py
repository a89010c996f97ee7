"""The stamp of all that the public can read: as long as it is the same, so is every page."""

import hashlib
from importlib.metadata import version

from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState


def stamp() -> str:
    """Changes with every act, for each writes an audit row; with the day; and with what is taken down by the hour."""
    last = AuditRow.objects.order_by("-pk").values_list("pk", "at").first()
    gone = Article.objects.filter(state=ArticleState.LIVE, down_at__lte=clock.now()).count()
    told = f"{version('youju')} {last} {gone} {clock.today()}"
    return hashlib.sha256(told.encode()).hexdigest()[:20]
