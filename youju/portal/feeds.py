"""What programs read: RSS of all and of a channel, and the sitemap for search engines."""

import re
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language

from youju.portal.articles import of_channel, public_articles
from youju.portal.page import public_page, render
from youju.portal.site import Site, site_of
from youju.records.publicity.article.body import excerpt
from youju.records.publicity.article.models import ArticleQuerySet

_ITEMS, _EXCERPT, _MAPPED = 30, 300, 50_000


# What XML 1.0 takes no text with.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@public_page
def feed(request: HttpRequest) -> HttpResponseBase:
    site = site_of(request)
    return _feed(site, site.name, reverse("site"), public_articles())


@public_page
def channel_feed(request: HttpRequest, code: str) -> HttpResponseBase:
    site = site_of(request)
    channel = site.channel(code)
    articles = of_channel(channel, site.channels)
    return _feed(site, f"{site.name} · {channel}", reverse("site-channel", args=[code]), articles)


@public_page
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """As sitemaps.org has it, the newest articles first where there are more than it takes."""
    site = site_of(request)
    pages = [
        site.origin + reverse("site"),
        *(site.origin + reverse("site-channel", args=[c.code]) for c in site.channels),
    ]
    articles = public_articles().values_list("ref", "published_at")[: _MAPPED - len(pages)]
    entries: list[tuple[str, datetime | None]] = [(page, None) for page in pages]
    entries += [(site.origin + reverse("site-article", args=[ref]), at) for ref, at in articles]
    return render(site, "portal/sitemap.xml", {"entries": entries}, content_type="application/xml; charset=utf-8")


@public_page
def robots(request: HttpRequest) -> HttpResponseBase:
    """Search engines read the site, and nothing else of this address."""
    site = site_of(request)
    lines = (
        "User-agent: *",
        "Allow: /site/",
        "Allow: /static/",
        "Disallow: /",
        f"Sitemap: {site.origin}{reverse('site-sitemap')}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _feed(site: Site, title: str, path: str, articles: ArticleQuerySet) -> HttpResponse:
    feed = Rss201rev2Feed(
        title=_xml(title), link=site.origin + path, description=_xml(title), language=get_language() or "zh-hans",
        feed_url=None,
    )  # fmt: skip
    for article in articles[:_ITEMS]:
        link = site.origin + reverse("site-article", args=[article.ref])
        feed.add_item(
            title=_xml(article.title),
            link=link,
            description=_xml(excerpt(article.body, _EXCERPT)),
            author_name=_xml(article.byline) or None,
            pubdate=article.published_at,
            unique_id=link,
            categories=[_xml(each) for each in (article.channel.name, *article.tag_list)],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _xml(text: str) -> str:
    """The text without what would break the whole feed."""
    return _UNWRITABLE.sub("", text)
