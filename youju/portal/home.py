"""The home page: what is new, and each channel with its latest."""

from typing import NamedTuple

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from youju.portal.articles import Teaser, of_channel, public_articles, teasers
from youju.portal.page import public_page, render
from youju.portal.site import site_of
from youju.records.publicity.article.models import Article
from youju.records.publicity.channel.models import Channel, Rhythm

_NEWEST, _OF_CHANNEL = 7, 5


class Column(NamedTuple):
    channel: Channel
    articles: list[Article]


@public_page
def home(request: HttpRequest) -> HttpResponseBase:
    """Empty channels are left out: the inspection counts what stands there empty."""
    site = site_of(request)
    news = [channel for channel in site.channels if channel.rhythm == Rhythm.NEWS]
    newest = teasers(list(public_articles().filter(channel__in=news)[:_NEWEST]))
    columns = [Column(each, list(of_channel(each, site.channels)[:_OF_CHANNEL])) for each in site.top]
    context = {
        "lead": _lead(newest),
        "newest": newest,
        "columns": [column for column in columns if column.articles],
        "current": "home",
    }
    return render(site, "portal/home.html", context)


def _lead(newest: list[Teaser]) -> Teaser | None:
    """The newest with a picture stands first and large; where none has one, all stand in their row."""
    return next((teaser for teaser in newest if teaser.picture), None)
