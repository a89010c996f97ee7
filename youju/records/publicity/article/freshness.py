"""How fresh the public site is, against what the inspection of government websites asks (国办秘函〔2019〕19号).

The limits are settings whose defaults are that document's numbers. What it asks of messages is counted where these are
(inquiries/inquiry/site_messages.py); that nothing is seriously wrong in wording is no matter of days.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Max

from youju.lib import clock
from youju.orgs.settings import setting, settings_of
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState
from youju.records.publicity.channel.models import Channel, Rhythm, channels_on, with_below

_SETTINGS = {Rhythm.NEWS: "site_news_days", Rhythm.NOTICE: "site_notice_days"}


class Freshness(NamedTuple):
    """Of one channel with all below it. last: when something last went up; by: the last day for something new."""

    channel: Channel
    last: datetime | None
    by: date | None
    today: date

    @property
    def is_empty(self) -> bool:
        return self.last is None

    @property
    def is_stale(self) -> bool:
        return self.by is not None and self.by < self.today

    @property
    def days_left(self) -> int | None:
        """Days until it is stale, negative once it is; None where nothing is asked of it."""
        return (self.by - self.today).days if self.by else None


class Board(NamedTuple):
    """home: of the whole site. late: articles whose moment has come, not up; gone: read by nobody any
    more, because a consent is gone, and not yet taken down."""

    home: date | None
    home_by: date | None
    channels: list[Freshness]
    late: list[Article]
    gone: list[Article]
    today: date

    @property
    def home_is_stale(self) -> bool:
        return self.home_by is None or self.home_by < self.today

    @property
    def stale(self) -> int:
        return sum(each.is_stale for each in self.channels)

    @property
    def empty(self) -> int:
        return sum(each.is_empty for each in self.channels)

    @property
    def is_refused(self) -> bool:
        """Whether the inspection would refuse the site as it stands."""
        stale, empty = settings_of("site_stale_most", "site_empty_most")
        return self.home_is_stale or self.stale >= stale or self.empty >= empty


def board() -> Board:
    """The site as it stands now."""
    now, today = clock.now(), clock.today()
    channels = channels_on(today)
    newest = dict(
        Article.objects.public(now).order_by().values_list("channel").annotate(last=Max("published_at")).values_list(
            "channel", "last"
        )
    )  # fmt: skip
    within = dict(zip(_SETTINGS, settings_of(*_SETTINGS.values()), strict=True))
    found = [_freshness(channel, channels, newest, today, within) for channel in channels]
    home = max(filter(None, newest.values()), default=None)
    return Board(
        clock.day_of(home) if home else None,
        _after(home, setting("site_home_days")),
        found,
        list(Article.objects.filter(state=ArticleState.SCHEDULED, up_at__lte=now)),
        list(Article.objects.without_consent(today)),
        today,
    )


def _freshness(
    channel: Channel, channels: Iterable[Channel], newest: dict[int, datetime], today: date, within: dict[Rhythm, int]
) -> Freshness:
    """within: how many days may pass, by the rhythm that a channel has."""
    last = max((newest[pk] for pk in with_below(channel, channels) if pk in newest), default=None)
    days = within.get(Rhythm(channel.rhythm))
    return Freshness(channel, last, None if days is None else _after(last, days), today)


def _after(moment: datetime | None, days: int) -> date | None:
    return clock.day_of(moment) + timedelta(days=days) if moment else None
