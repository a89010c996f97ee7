"""Windows: the parts of a year in which something is asked for."""

import calendar
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib.deadlines import Calendar


class Rhythm(models.TextChoices):
    """How often an item is asked for."""

    ONCE = "once", _("once")
    MONTHLY = "monthly", _("every month")
    TERMLY = "termly", _("every term")
    QUARTERLY = "quarterly", _("every quarter")
    HALF_YEARLY = "half_yearly", _("every half-year")
    DAYS = "days", _("on given days")


class Window(NamedTuple):
    """Days from first to last, both included. name: 2025-03, 2025Q1, 2025H1, 2025, or what a day or term is called.

    provisional: whether an announcement still to come may move it.
    """

    name: str
    first: date
    last: date
    provisional: bool = False


class GivenDay(NamedTuple):
    """day: MM-DD. follows: the day off in the calendar whose first day it is, where one is announced."""

    name: str
    day: str
    follows: str = ""


def months(year: int, wanted: Iterable[int]) -> list[Window]:
    """The months asked for, in their order; all twelve where none is named."""
    chosen = sorted(set(wanted)) or range(1, 13)
    return [Window(f"{year}-{month:02d}", *_months(year, month, month)) for month in chosen]


def quarters(year: int) -> list[Window]:
    return [Window(f"{year}Q{place + 1}", *_months(year, 3 * place + 1, 3 * place + 3)) for place in range(4)]


def half_years(year: int) -> list[Window]:
    return [Window(f"{year}H{place + 1}", *_months(year, 6 * place + 1, 6 * place + 6)) for place in range(2)]


def once(year: int, first: date | None, last: date | None) -> list[Window]:
    return [Window(str(year), first or date(year, 1, 1), last or date(year, 12, 31))]


def given_days(
    year: int, days: Iterable[Mapping[str, str]], known: Calendar, before: int, after: int
) -> list[Window]:  # fmt: skip
    """A window round each day; one that follows a day off moves with what is announced, provisional until then."""
    return [_round(year, GivenDay(**each), known, before, after) for each in days]


def day_in(year: int, given: GivenDay, known: Calendar) -> tuple[date, bool]:
    """On which day of a year a given day falls, and whether that is only known provisionally."""
    if given.follows:
        named = (day for day, special in known.days.items() if not special.work and special.name == given.follows)
        if found := min((day for day in named if day.year == year), default=None):
            return found, False
    month, number = map(int, given.day.split("-"))
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(number, last)), bool(given.follows)


def _round(year: int, given: GivenDay, known: Calendar, before: int, after: int) -> Window:
    day, provisional = day_in(year, given, known)
    return Window(given.name, day - timedelta(before), day + timedelta(after), provisional)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
