"""What the page of an article shows besides: the text as readers see it, who passed it, whom it shows, its record."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.declared.becoming import begun
from youju.records.heads.ledgered import Ledgered
from youju.records.publicity.article.address import article_path
from youju.records.publicity.article.body import to_html
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState


def beside(article: Article, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read, among which the publicity record may be."""
    return {
        "html": to_html(article.body, lambda _name: None),
        "readers": article.readers,
        "mentions": list(article.mentions.select_related("person")),
        "public": article_path(article.ref) if article.is_public(clock.now()) else "",
        "lingers": setting("site_cache_seconds") if article.state == ArticleState.DOWN else 0,
        "is_live": article.state == ArticleState.LIVE,
        "record": readable.filter(ref=begun("item", article.ref)).first(),
    }
