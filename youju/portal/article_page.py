"""One article: to read, and to print."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from youju.errors import NotFound
from youju.evidence.previews import public_size
from youju.orders.goods import Goods, goods
from youju.orders.money import yuan
from youju.portal.articles import is_picture, neighbours, public_articles
from youju.portal.page import public_page, render
from youju.portal.search import related
from youju.portal.site import Site, site_of
from youju.records.heads.attachments import Attachment
from youju.records.heads.releases import released_of
from youju.records.publicity.article.body import PlacedPicture, excerpt, pictures_called, to_html
from youju.records.publicity.article.models import Article, Origin
from youju.records.publicity.channel.models import way_to


@public_page
def article(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Raises NotFound alike for one that was never there, is not up yet, or was taken down."""
    site, found = site_of(request), article_of(ref)
    way = way_to(found.channel, list(site.channels))
    context = _content(site, found) | {
        "way": way,
        "current": way[0].code if way else "",
        "neighbours": neighbours(found),
        "related": related(found),
    }
    return render(site, "portal/article.html", context)


@public_page
def article_print(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The text alone, with where it stands: for paper. Raises as ``article``."""
    site, found = site_of(request), article_of(ref)
    return render(site, "portal/article_print.html", _content(site, found))


def article_of(ref: str) -> Article:
    """The article of a reference, while everybody may read it. Raises NotFound."""
    found: Article | None = public_articles().filter(ref=ref).first()
    if found is None:
        raise NotFound()
    return found


def goods_of(found: Article) -> Goods:
    """On what terms the PDF of an article is had."""
    return goods(ref=found.ref, title=found.title, price=found.price, must_be_public=found.must_be_public)


def _content(site: Site, found: Article) -> dict[str, Any]:
    files = released_of([found.ref])[found.ref]
    called = set(pictures_called(found.body))
    pictures = [each for each in files if is_picture(each)]
    return {
        "article": found,
        "terms": goods_of(found).terms.value,
        "price": yuan(found.price),
        "origin": Origin(found.sort).label,
        "html": to_html(found.body, partial(_picture, {each.name: each for each in pictures})),
        "told": excerpt(found.body),
        "pictures": [(each, _size(each)) for each in pictures if each.name not in called],
        "files": [each for each in files if not is_picture(each)],
        "address": site.origin + reverse("site-article", args=[found.ref]),
    }


def _picture(pictures: dict[str, Attachment], name: str) -> PlacedPicture | None:
    found = pictures.get(name)
    return PlacedPicture(reverse("site-picture", args=[found.record_ref, found.pk]), _size(found)) if found else None


def _size(picture: Attachment) -> tuple[int, int] | None:
    return public_size(picture.file) if picture.file else None
