"""Duty rosters as somebody may read and keep them: the groups of that sort. Each getter states the right it needs."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Q

from youju.duty.hours import duty_hours, is_on
from youju.duty.shifts import DaysCovered, Shift
from youju.duty.swaps import Swap, SwapState
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.lib.deadlines import Calendar
from youju.orgs.calendar import office_calendar
from youju.orgs.groups import Group, GroupQuerySet, GroupSort
from youju.orgs.keeping import groups_kept_by
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.settings import setting


class Gap(NamedTuple):
    """A day on which a roster has nobody."""

    group: Group
    day: date


def rosters_for(member: Member) -> GroupQuerySet:
    """The open duty groups of the units where a member has a role, those it keeps, and those it is in."""
    units = {grant.unit_id for grant in member.held()}
    kept = groups_kept_by(member).values("pk")
    own = Q(memberships__person__member=member)
    open_ones = Group.objects.open_on(clock.today()).filter(sort=GroupSort.DUTY)
    return open_ones.filter(Q(unit__in=units) | Q(pk__in=kept) | own).distinct()


def get_roster_for(member: Member, code: str) -> Group:
    """A duty roster to read. Raises NotFound."""
    group = rosters_for(member).select_related("unit").filter(code=code).first()
    if group is None:
        raise NotFound()
    return group


def keeps(member: Member, group: Group) -> bool:
    """Whether a member plans this roster."""
    return groups_kept_by(member).filter(pk=group.pk).exists()


def get_kept_roster(member: Member, code: str) -> Group:
    """A duty roster to plan. Raises NotFound, and NotAllowed where the member may only read it."""
    group = get_roster_for(member, code)
    if not keeps(member, group):
        raise NotAllowed()
    return group


def get_shift_for(member: Member, pk: int) -> Shift:
    """A shift of a roster that a member may read. Raises NotFound."""
    shift = Shift.objects.select_related("group__unit", "person", "deputy").filter(pk=pk).first()
    if shift is None or not rosters_for(member).filter(pk=shift.group_id).exists():
        raise NotFound()
    return shift


def get_swap_for(member: Member, pk: int) -> Swap:
    """A swap of a roster that a member may read. Raises NotFound."""
    swap = Swap.objects.select_related("shift__group", "gives", "takes", "back").filter(pk=pk).first()
    if swap is None or not rosters_for(member).filter(pk=swap.shift.group_id).exists():
        raise NotFound()
    return swap


def is_person(member: Member, person: Person | None) -> bool:
    """Whether a person on a roster is this member."""
    return person is not None and person.member_id == member.pk


def on_duty(member: Member, moment: datetime) -> list[Shift]:
    """Who is on duty at a moment in the rosters that a member may read; a night goes on to the next morning."""
    day = clock.day_of(moment)
    shifts = Shift.objects.filter(group__in=rosters_for(member), day__range=(day - timedelta(1), day))
    rows = shifts.select_related("group__unit", "person", "deputy").order_by("group", "part")
    hours = duty_hours()
    return [shift for shift in rows if is_on(shift, moment, hours)]


def shifts_to_come(member: Member, most: int) -> list[Shift]:
    """The member's own next shifts, as the one on duty or as deputy."""
    mine = Shift.objects.filter(Q(person__member=member) | Q(deputy__member=member), day__gte=clock.today())
    return list(mine.select_related("group", "person", "deputy")[:most])


def swaps_waiting(member: Member) -> list[Swap]:
    """The swaps that wait for a member's own answer."""
    asked = Swap.objects.filter(state=SwapState.ASKED, takes__member=member)
    return list(asked.select_related("shift__group", "gives", "takes", "back").order_by("shift__day"))


def swaps_of(member: Member) -> list[Swap]:
    """What a member asked for and what became of it, until the day of the shift is over; not what was taken back."""
    mine = Swap.objects.filter(gives__member=member, shift__day__gte=clock.today()).exclude(state=SwapState.TAKEN_BACK)
    return list(mine.select_related("shift__group", "gives", "takes", "back").order_by("shift__day", "-pk"))


def uncovered(groups: Sequence[Group], day: date) -> set[int]:
    """The ids of those rosters that need nobody on a day."""
    calendar = office_calendar(day)
    return {group.pk for group in groups if not covered_days(group, day, day, calendar)}


def covered_days(group: Group, first: date, last: date, calendar: Calendar | None = None) -> list[date]:
    """The days from first to last, both included, on which a roster has to have somebody."""
    row = getattr(group, "coverage", None)
    return days_of(row.days if row else DaysCovered.EVERY, first, last, calendar or office_calendar(first))


def days_of(covers: str, first: date, last: date, calendar: Calendar) -> list[date]:
    """The days of one sort from first to last, both included."""
    every = (first + timedelta(days=more) for more in range((last - first).days + 1))
    wanted = {DaysCovered.WORKED: True, DaysCovered.OFF: False}.get(DaysCovered(covers))
    return [day for day in every if wanted is None or calendar.is_worked(day) == wanted]


def gaps(member: Member) -> list[Gap]:
    """The days to come without anybody, of the rosters that a member keeps; so far ahead as the setting says."""
    first = clock.today()
    last = first + timedelta(days=setting("duty_gap_days") - 1)
    kept = rosters_for(member).filter(pk__in=groups_kept_by(member).values("pk")).select_related("coverage", "unit")
    return gaps_among(list(kept), first, last)


def all_gaps(first: date, last: date) -> list[Gap]:
    """The days from first to last without anybody, of all rosters that are open."""
    groups = Group.objects.open_on(first).filter(sort=GroupSort.DUTY).select_related("coverage").order_by("code")
    return gaps_among(list(groups), first, last)


def gaps_among(groups: Sequence[Group], first: date, last: date) -> list[Gap]:
    """The days from first to last that a roster covers and on which nobody is on duty. Two queries, however many."""
    if not groups:
        return []
    calendar = office_calendar(first)
    shifts = Shift.objects.filter(group__in=groups, day__range=(first, last))
    there = set(shifts.order_by().values_list("group", "day"))
    return [
        Gap(group, day)
        for group in groups
        for day in covered_days(group, first, last, calendar)
        if (group.pk, day) not in there
    ]
