"""The one clock that verbs read, so that an import, the demo bureau or a test can run at another time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

_fixed: ContextVar[datetime | None] = ContextVar("fixed", default=None)

# Where days begin; the settings may name another office clock at start.
_office: list[tzinfo] = [ZoneInfo("Asia/Shanghai")]


def use_office(zone: str) -> None:
    """Count days in this time zone from now on. Raises ZoneInfoNotFoundError for an unknown one."""
    _office[0] = ZoneInfo(zone)


def now() -> datetime:
    """The present moment, in UTC."""
    return _fixed.get() or datetime.now(UTC)


def today() -> date:
    """The present day at the office."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The day at the office of an aware moment: what a page prints, and what a person there would say."""
    return moment.astimezone(_office[0]).date()


def end_of(day: date) -> datetime:
    """The moment at which a day is over at the office: the first of the next."""
    return datetime.combine(day + timedelta(days=1), time(), _office[0])


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at ``moment`` (an aware datetime)."""
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)
