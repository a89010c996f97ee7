"""The one deadline engine: on which day something is due, and why, day by day.

Working days and calendar days are two rules that never mix: 20 工作日 leave out every day off, 60 日 leave out none.
A calendar knows the days that are not what their weekday says; where a year's days off are not announced yet, only
weekends are known and the answer is provisional.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

_DAY = timedelta(1)
_SATURDAY = 5
_LONGEST = 3650

# New Year's days off are announced with the next year, and have moved days as early as 29 December (2007, 2018).
_UNTIL_NEXT_YEAR_SAYS = (12, 25)


class DayType(StrEnum):
    """Which days a rule counts: 工作日 or 日."""

    WORKING = "working"
    CALENDAR = "calendar"


class Mark(StrEnum):
    """What a day is for a deadline. COUNTED and MAKE_UP days count, the others do not."""

    RECEIPT = "receipt"
    COUNTED = "counted"
    MAKE_UP = "make_up"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    PAUSED = "paused"


class Special(NamedTuple):
    """A day that is not what its weekday says: a day off, or (work) a weekend day that is worked."""

    work: bool
    name: str


class Pause(NamedTuple):
    """Days that do not count, both included; last is None while nobody knows when the pause ends."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Rule:
    """n: how many days, of which type. The day of receipt counts only where ``from_receipt`` says so.

    extension: how many days more somebody else may allow, once.
    """

    n: int
    day_type: DayType
    from_receipt: bool = False
    extension: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.n <= _LONGEST or not 0 <= self.extension <= _LONGEST:
            raise ValueError(f"a deadline of {self.n} days and {self.extension} more")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days off and the worked weekend days of the years that were announced."""

    days: Mapping[date, Special] = field(default_factory=dict)

    def is_announced(self, year: int) -> bool:
        """Whether the year's days off are known: every announcement names 1 January."""
        return date(year, 1, 1) in self.days

    def is_settled(self, day: date) -> bool:
        """Whether no announcement still to come can change what this day is."""
        next_year_too = (day.month, day.day) >= _UNTIL_NEXT_YEAR_SAYS
        return self.is_announced(day.year) and (not next_year_too or self.is_announced(day.year + 1))

    def mark(self, day: date) -> tuple[Mark, str]:
        """COUNTED, MAKE_UP, WEEKEND or HOLIDAY, and the name of the holiday or of the one that is made up for."""
        special, weekend = self.days.get(day), day.weekday() >= _SATURDAY
        if special is None:
            return (Mark.WEEKEND if weekend else Mark.COUNTED), ""
        if not special.work:
            return Mark.HOLIDAY, special.name
        return (Mark.MAKE_UP, special.name) if weekend else (Mark.COUNTED, "")

    def is_worked(self, day: date) -> bool:
        return self.mark(day)[0] in (Mark.COUNTED, Mark.MAKE_UP)


class Day(NamedTuple):
    """One day of a deadline. number: as which day it counts, from 1; None where it does not.

    settled is false where an announcement still to come may change it.
    """

    day: date
    mark: Mark
    number: int | None
    name: str
    settled: bool


class Deadline(NamedTuple):
    """due: the last day, included; None while a pause has no end. days: from the start to the last day looked at.

    wanted: how many days must count, with the extension.
    """

    due: date | None
    provisional: bool
    rule: Rule
    wanted: int
    days: tuple[Day, ...]

    @property
    def left(self) -> int | None:
        """How many days are still to count when an open pause ends; None where the due day is known."""
        if self.due:
            return None
        return self.wanted - max((day.number or 0 for day in self.days), default=0)


def deadline(start: date, rule: Rule, calendar: Calendar, pauses: Sequence[Pause] = (), extra: int = 0) -> Deadline:
    """When something received on ``start`` (a day at the office) is due.

    extra: days that the one extension added, of the rule's type. Raises ValueError beyond what the rule allows.
    """
    if not 0 <= extra <= rule.extension:
        raise ValueError(f"an extension of {extra} days where {rule.extension} may be added")
    days, due, wanted = [], None, rule.n + extra
    for day in _walk(start, rule, calendar, pauses):
        days.append(day)
        if day.number == wanted:
            due = day.day
            break
    return Deadline(due, any(not day.settled for day in days), rule, wanted, tuple(days))


def days_used(start: date, end: date, rule: Rule, calendar: Calendar, pauses: Sequence[Pause] = ()) -> int:
    """How many days have counted from ``start`` to ``end``, both looked at."""
    days = takewhile(lambda day: day.day <= end, _walk(start, rule, calendar, pauses))
    return sum(day.number is not None for day in days)


def _walk(start: date, rule: Rule, calendar: Calendar, pauses: Sequence[Pause]) -> Iterator[Day]:
    """Every day from the start on, until a pause without an end."""
    number, day = 0, start
    if not rule.from_receipt:
        yield Day(start, Mark.RECEIPT, None, "", settled=True)
        day += _DAY
    while not any(pause.last is None and pause.first <= day for pause in pauses):
        mark, name = _mark(day, rule, calendar, pauses)
        counts = mark in (Mark.COUNTED, Mark.MAKE_UP)
        number += counts
        asked = rule.day_type is DayType.WORKING and mark is not Mark.PAUSED
        yield Day(day, mark, number if counts else None, name, not asked or calendar.is_settled(day))
        day += _DAY


def _mark(day: date, rule: Rule, calendar: Calendar, pauses: Sequence[Pause]) -> tuple[Mark, str]:
    if any(pause.first <= day <= pause.last for pause in pauses if pause.last):
        return Mark.PAUSED, ""
    return calendar.mark(day) if rule.day_type is DayType.WORKING else (Mark.COUNTED, "")
