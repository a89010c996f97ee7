"""What a published article begins its publicity record with."""

from typing import Any

from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.heads.attachments import Attachment
from youju.records.publicity.article.address import article_link
from youju.records.publicity.article.errors import NoSiteOutlet
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState
from youju.records.publicity.outlet.models import Outlet, OutletSort


def item_values(article: Article) -> dict[str, Any] | None:
    """Values of the form of a publicity item; None unless the article is live. Raises NoSiteOutlet."""
    if article.state != ArticleState.LIVE or article.published_at is None:
        return None
    return {
        "unit": article.unit,
        "title": article.title,
        "happened": clock.day_of(article.published_at),
        "outlet": _site_outlet(),
        "form": "news",
        "link": article_link(article.ref),
        "late_reason": "",
    }


def clipping_of(article: Article) -> list[Attachment]:
    """The article itself, where it stands: nothing else shows better that it was published."""
    link = article_link(article.ref)
    return [Attachment(link=link, name=article.title)] if link else []


def _site_outlet() -> Outlet:
    """The outlet that the public site is: the one that the settings name, or the only website of our own."""
    rows: Any = Outlet.objects.in_force(clock.today())
    code = setting("site_outlet")
    found = list(rows.filter(code=code) if code else rows.filter(sort=OutletSort.WEBSITE, official=True)[:2])
    if len(found) != 1:
        raise NoSiteOutlet()
    outlet: Outlet = found[0]
    return outlet
