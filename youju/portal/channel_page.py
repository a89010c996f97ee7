"""Lists of articles, a page at a time: of a channel, of a tag; and the map of all channels."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from youju.errors import NotFound
from youju.orgs.settings import setting
from youju.portal.articles import of_channel, of_tag, public_articles, teasers
from youju.portal.page import public_page, render
from youju.portal.site import Site, site_of
from youju.records.publicity.article.models import ArticleQuerySet
from youju.records.publicity.channel.models import way_to


@public_page
def channel(request: HttpRequest, code: str) -> HttpResponseBase:
    """A channel with what stands below it. Raises NotFound for one that is retired or was never there."""
    site = site_of(request)
    found = site.channel(code)
    way = way_to(found, list(site.channels))
    context = paged(request, of_channel(found, site.channels)) | {
        "channel": found,
        "way": way[:-1],
        "below": site.below(found),
        "current": way[0].code,
    }
    return render(site, "portal/channel.html", context)


@public_page
def tag(request: HttpRequest, tag: str) -> HttpResponseBase:
    """Raises NotFound where no article that can be read bears it."""
    site, found = site_of(request), of_tag(tag)
    if not found.exists():
        raise NotFound()
    return render(site, "portal/tag.html", paged(request, found) | {"tag": tag})


@public_page
def site_map(request: HttpRequest) -> HttpResponseBase:
    """All channels as a tree, each with how many articles it has."""
    site = site_of(request)
    return render(site, "portal/map.html", {"branches": _branches(site, None, _counts())})


def paged(request: HttpRequest, articles: ArticleQuerySet) -> dict[str, Any]:
    """What parts/articles.html needs; a page that is none shows the nearest."""
    page = Paginator(articles, setting("site_rows")).get_page(request.GET.get("page"))
    return {"page": page, "teasers": teasers(list(page.object_list)), "numbers": _numbers(page)}


def _numbers(page: Any) -> list[int | str]:
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


def _counts() -> dict[int, int]:
    """How many articles stand in each channel itself, by its key; those without any are left out."""
    return dict(public_articles().order_by().values_list("channel").annotate(Count("pk")))


def _branches(site: Site, above: int | None, counts: dict[int, int]) -> list[dict[str, Any]]:
    return [
        {"channel": each, "count": counts.get(each.pk, 0), "below": _branches(site, each.pk, counts)}
        for each in site.channels
        if each.parent_id == above
    ]
