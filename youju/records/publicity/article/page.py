"""What the page of an article shows besides: the text as readers see it, who passed it, whom it shows, its record."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.declared.becoming import begun
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.heads.ledgered import Ledgered
from youju.records.publicity.article.address import article_path
from youju.records.publicity.article.body import PlacedPicture, to_html
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState
from youju.records.publicity.article.unfit import held_back, unseen_pictures, without_consent

_SHOWN = ("image/jpeg", "image/png", "image/webp", "image/gif")
"""What every browser shows as it lies there."""


def beside(article: Article, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read, among which the publicity record may be."""
    attached = attachments_of([article.ref])[article.ref]
    record = begun("item", article.ref)
    return {
        "html": to_html(article.body, partial(_picture, {each.name: each for each in attached})),
        "held": held_back(article),
        "to_mend": without_consent(article) + unseen_pictures(article, attached),
        "readers": article.readers,
        "mentions": list(article.mentions.select_related("person")),
        "public": article_path(article.ref) if article.is_public(clock.now()) else "",
        "lingers": setting("site_cache_seconds") if article.state == ArticleState.DOWN else 0,
        "is_live": article.state == ArticleState.LIVE,
        "record": readable.filter(ref=record).first(),
        "is_begun": Ledgered.objects.filter(ref=record).exists(),
    }


def _picture(attached: dict[str, Attachment], name: str) -> PlacedPicture | None:
    """The picture as whoever works on the article may see it, released or not."""
    found = attached.get(name)
    is_shown = found is not None and found.file is not None and found.file.media_type in _SHOWN
    return PlacedPicture(reverse("evidence", args=[found.pk])) if found is not None and is_shown else None
