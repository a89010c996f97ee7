"""The office's year as twelve months: what is off, what is worked, and from whom that is known."""

from calendar import Calendar as Weeks
from datetime import date
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from youju.desk.units.unit_list import reader_of
from youju.lib import clock
from youju.lib.deadlines import Calendar, Mark
from youju.lib.naturals import natural
from youju.lib.periods import YEARS
from youju.orgs.calendar import DayRule, Term, office_calendar
from youju.orgs.keeping import is_manager

_WEEKS = Weeks(firstweekday=0)


class Cell(NamedTuple):
    """One day of a month; day is None where the week belongs to the month before or after. word: 休 or 班."""

    day: date | None
    sort: str
    word: str
    name: str


class Month(NamedTuple):
    first: date
    weeks: list[list[Cell]]


class Stretch(NamedTuple):
    """Days in a row that an announcement names alike."""

    first: date
    last: date
    rule: DayRule

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1


@require_GET
def year_page(request: HttpRequest) -> HttpResponse:
    """The year that ``?year=`` names, or the present one."""
    member, today = reader_of(request), clock.today()
    asked = natural(request.GET.get("year", "")) or 0
    year = asked if asked in YEARS else today.year
    calendar = office_calendar(date(year, 1, 1))
    span = (date(year, 1, 1), date(year, 12, 31))
    context = {
        "year": year,
        "before": year - 1 if year - 1 in YEARS else None,
        "after": year + 1 if year + 1 in YEARS else None,
        "today": today,
        "months": [_month(date(year, month, 1), calendar) for month in range(1, 13)],
        "announced": calendar.is_announced(year),
        "stretches": _stretches(list(DayRule.objects.filter(date__range=span))),
        "terms": Term.objects.filter(last__gte=span[0], first__lte=span[1]).select_related("unit"),
        "may_change": is_manager(member),
    }
    return render(request, "desk/calendar/year.html", context)


def _month(first: date, calendar: Calendar) -> Month:
    weeks = _WEEKS.monthdatescalendar(first.year, first.month)
    return Month(first, [[_cell(day, first, calendar) for day in week] for week in weeks])


def _cell(day: date, first: date, calendar: Calendar) -> Cell:
    if day.month != first.month:
        return Cell(None, "", "", "")
    mark, name = calendar.mark(day)
    if mark is Mark.HOLIDAY:
        return Cell(day, "off", pgettext("calendar", "off"), name)
    if mark is Mark.MAKE_UP:
        return Cell(day, "worked", pgettext("calendar", "worked"), name)
    return Cell(day, "weekend" if mark is Mark.WEEKEND else "", "", "")


def _stretches(rules: list[DayRule]) -> list[Stretch]:
    found: list[Stretch] = []
    for rule in rules:
        last = found[-1] if found else None
        if last and (rule.date - last.last).days == 1 and _alike(rule, last.rule):
            found[-1] = last._replace(last=rule.date)
        else:
            found.append(Stretch(rule.date, rule.date, rule))
    return found


def _alike(one: DayRule, other: DayRule) -> bool:
    return (one.work, one.name, one.source, one.by_hand) == (other.work, other.name, other.source, other.by_hand)
