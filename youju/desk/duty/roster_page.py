"""One duty roster, a month at a time."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.duty.roster_list import duty_member
from youju.duty.feed import feeds_of
from youju.duty.rosters import covered_days, get_roster_for, keeps
from youju.duty.shifts import Shift
from youju.duty.swaps import Swap, SwapState
from youju.lib import clock
from youju.lib.deadlines import Mark
from youju.lib.periods import YEARS
from youju.orgs.calendar import office_calendar
from youju.orgs.groups import Group

_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)


class DutyDay(NamedTuple):
    """mark: what sort of day it is; name: of the holiday. is_gap: covered, to come, and nobody there."""

    day: date
    mark: Mark
    name: str
    shifts: list[Shift]
    is_gap: bool


@require_GET
def roster_page(request: HttpRequest, code: str) -> HttpResponse:
    """The days of ``?month=`` with who is on duty, the swaps asked for, and the calendar feed."""
    member = duty_member(request)
    group = get_roster_for(member, code)
    first = _month(request.GET.get("month", ""))
    swaps = Swap.objects.filter(shift__group=group, state=SwapState.ASKED)
    may_keep, days = keeps(member, group), _days(group, first)
    context = {
        "group": group,
        "first": first,
        "before": first - timedelta(days=1),
        "after": first + timedelta(days=32),
        "days": days,
        "nothing": not any(row.shifts or row.is_gap for row in days),
        "today": clock.today(),
        "covers": getattr(group, "coverage", None),
        "swaps": list(swaps.select_related("shift", "gives", "takes", "back")),
        "keeps": may_keep,
        "people": [each.person for each in group.memberships.on(clock.today()).select_related("person")],
        "feeds": feeds_of(group, member),
        "feed": request.session.pop("duty-feed", ""),
    }
    return render(request, "desk/duty/roster.html", context)


def _month(text: str) -> date:
    """The first day of the month asked for; of this month where it names none."""
    found = _MONTH.fullmatch(text)
    if found and int(found[1]) in YEARS and 1 <= int(found[2]) <= 12:
        return date(int(found[1]), int(found[2]), 1)
    return clock.today().replace(day=1)


def _days(group: Group, first: date) -> list[DutyDay]:
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    known = office_calendar(first)
    covered = set(covered_days(group, first, last, known))
    shifts = list(group.shifts.filter(day__range=(first, last)).select_related("person", "deputy"))
    found = []
    for number in range(last.day):
        day = first + timedelta(days=number)
        mark, name = known.mark(day)
        there = [shift for shift in shifts if shift.day == day]
        found.append(DutyDay(day, mark, name, there, not there and day in covered and day >= clock.today()))
    return found
