"""What dues an item makes: told before it is approved, and compared afterwards with those there are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from youju.lib.deadlines import Calendar, Rule, deadline
from youju.lib.deadlines import DayType as Days
from youju.orgs.calendar import office_calendar
from youju.plans import windows
from youju.plans.audiences import Owing, Places, owing
from youju.plans.countable import find_countable
from youju.plans.items import PlanItem
from youju.plans.windows import Rhythm, Window


class Planned(NamedTuple):
    """One due as it would be made. slot: what it is told by among those of its item."""

    item: PlanItem
    owing: Owing
    window: Window
    due_on: date
    provisional: bool
    wanted: int

    @property
    def slot(self) -> str:
        return f"{self.window.name}/{self.owing.slot}"


class Preview(NamedTuple):
    """How many dues there would be: in all, by item's title, by unit, by the month they fall due in."""

    total: int
    by_item: list[tuple[PlanItem, int]]
    by_unit: list[tuple[str, int]]
    by_month: list[tuple[str, int]]
    provisional: int


def planned(item: PlanItem, places: Places, known: Calendar | None = None) -> list[Planned]:
    """The dues of an item by the calendar, units and groups as they are known now."""
    known = known or calendar_for(item.year)
    measure = find_countable(item.measure)
    wanted = item.wanted(measure) if measure else item.times
    made: dict[str, Planned] = {}
    for window, who in _pairs(item, places, known):
        due_on, provisional = due_day(item, window, known)
        row = Planned(item, who, window, due_on, provisional, wanted)
        made.setdefault(row.slot, row)  # somebody in two groups of a sort owes one
    return list(made.values())


def preview(items: Iterable[PlanItem]) -> Preview:
    """What approving these drafts would make."""
    items, places = list(items), Places()
    rows = {item.pk: planned(item, places) for item in items}
    every = [row for made in rows.values() for row in made]
    units = Counter(str(row.owing.unit) for row in every)
    return Preview(
        total=len(every),
        by_item=[(item, len(rows[item.pk])) for item in items],
        by_unit=sorted(units.items(), key=lambda pair: (-pair[1], pair[0])),
        by_month=sorted(Counter(f"{row.due_on:%Y-%m}" for row in every).items()),
        provisional=sum(row.provisional for row in every),
    )


def calendar_for(year: int) -> Calendar:
    return office_calendar(date(year - 1, 12, 1))


def due_day(item: PlanItem, window: Window, known: Calendar) -> tuple[date, bool]:
    """The day on which a window's item is due, and whether an announcement may still move it (暂定)."""
    if not item.due_after:
        return window.last, window.provisional
    found = deadline(window.last, Rule(item.due_after, Days(item.due_type)), known)
    return found.due or window.last + timedelta(item.due_after), found.provisional or window.provisional


def windows_of(item: PlanItem, known: Calendar) -> list[Window]:
    """The windows of an item that are the same for everybody; those of terms differ from unit to unit."""
    match item.rhythm:
        case Rhythm.MONTHLY:
            return windows.months(item.year, item.months)
        case Rhythm.QUARTERLY:
            return windows.quarters(item.year)
        case Rhythm.HALF_YEARLY:
            return windows.half_years(item.year)
        case Rhythm.DAYS:
            return windows.given_days(item.year, item.days, known, item.before, item.after)
        case Rhythm.ONCE:
            return windows.once(item.year, item.first, item.last)
    return []


def _pairs(item: PlanItem, places: Places, known: Calendar) -> Iterator[tuple[Window, Owing]]:
    if item.rhythm != Rhythm.TERMLY:
        for window in windows_of(item, known):
            yield from ((window, who) for who in owing(item, window, places))
        return
    whole_year = Window("", date(item.year, 9, 1), date(item.year, 9, 1))
    for who in owing(item, whole_year, places):
        for term in places.terms_of(who.unit.code, item.year):
            yield Window(term.name, term.first, term.last), who
