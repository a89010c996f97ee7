"""Shifts: planned in turn over worked days or days off, gaps told, notes handed over."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from youju.duty.errors import NobodyToAssign, NoDays, NotInRoster, OwnDeputy, ShiftOver, ShiftTaken, ShiftToCome
from youju.duty.rosters import covered_days, days_of, gaps, on_duty, rosters_for
from youju.duty.shift_verbs import (
    coverage_set,
    note_hand_over,
    shift_assign,
    shift_change,
    shift_remove,
    shifts_fill,
)
from youju.duty.shifts import DaysCovered, Part, Shift
from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.calendar import office_calendar
from youju.orgs.calendar_verbs import days_import
from youju.orgs.days_off import DayRow
from youju.orgs.groups import Group, GroupSort, Keeper

NOW = datetime(2025, 9, 26, 2, tzinfo=UTC)  # a Friday
DAY = date(2025, 9, 26)


@pytest.fixture(autouse=True)
def at_work(school: SimpleNamespace):
    """On the Friday before a week off, whose Sunday before is worked."""
    with clock.at(NOW):
        rows = [DayRow(date(2025, 1, 1), False, "元旦"), DayRow(date(2025, 9, 28), True, "国庆节")]
        rows += [DayRow(date(2025, 10, number), False, "国庆节") for number in range(1, 9)]
        days_import(rows=rows, source="通知", actor=school.eve)
        yield


def fill(school: SimpleNamespace, which: str, last: date, **more: object) -> int:
    days = days_of(which, DAY, last, office_calendar(DAY))
    people = [school.first, school.second, school.third]
    return shifts_fill(group=school.group, days=days, persons=people, actor=school.rosa, **more)  # type: ignore[arg-type]  # its own arguments


def planned(school: SimpleNamespace) -> list[tuple[date, str, str | None]]:
    shifts = Shift.objects.filter(group=school.group).order_by("day")
    return [(each.day, each.person.name, each.deputy.name if each.deputy else None) for each in shifts]


def test_the_group_takes_turns_and_the_next_is_the_deputy(school: SimpleNamespace) -> None:
    assert fill(school, DaysCovered.EVERY, date(2025, 9, 29), deputies=True) == 4
    assert planned(school) == [
        (date(2025, 9, 26), "王一", "李二"),
        (date(2025, 9, 27), "李二", "赵三"),
        (date(2025, 9, 28), "赵三", "王一"),
        (date(2025, 9, 29), "王一", "李二"),
    ]


def test_weekends_and_holidays_are_what_the_calendar_says(school: SimpleNamespace) -> None:
    """The worked Sunday is no day off; the week of the holiday is."""
    fill(school, DaysCovered.OFF, date(2025, 10, 9))
    assert [day for day, _who, _deputy in planned(school)] == [
        date(2025, 9, 27),
        *(date(2025, 10, number) for number in range(1, 9)),
    ]


def test_what_is_planned_stays_and_only_the_rest_is_filled(school: SimpleNamespace) -> None:
    shift_assign(
        group=school.group, day=date(2025, 9, 27), part=Part.DAY, person=school.third, deputy=None, actor=school.rosa
    )
    assert fill(school, DaysCovered.EVERY, date(2025, 9, 28)) == 2
    assert [who for _day, who, _deputy in planned(school)] == ["王一", "赵三", "李二"]
    with pytest.raises(NoDays):
        fill(school, DaysCovered.EVERY, date(2025, 9, 28))


def test_no_day_that_is_over_is_planned(school: SimpleNamespace) -> None:
    with pytest.raises(NoDays):
        shifts_fill(group=school.group, days=[date(2025, 9, 1)], persons=[school.first], actor=school.rosa)
    with pytest.raises(NobodyToAssign):
        shifts_fill(group=school.group, days=[DAY], persons=[], actor=school.rosa)


def test_one_part_of_a_day_has_one_person(school: SimpleNamespace) -> None:
    given = {"group": school.group, "day": DAY, "deputy": None, "actor": school.rosa}
    shift_assign(part=Part.NIGHT, person=school.first, **given)
    shift_assign(part=Part.DAYTIME, person=school.first, **given)
    with pytest.raises(ShiftTaken):
        shift_assign(part=Part.NIGHT, person=school.second, **given)


def test_whoever_is_not_in_the_group_is_not_put_on_duty(school: SimpleNamespace) -> None:
    school.group.memberships.filter(person=school.third).update(until=date(2025, 9, 27))
    with pytest.raises(NotInRoster, match="赵三"):
        fill(school, DaysCovered.EVERY, date(2025, 9, 28))
    assert not Shift.objects.exists()


def test_nobody_is_their_own_deputy(school: SimpleNamespace) -> None:
    fill(school, DaysCovered.EVERY, DAY)
    with pytest.raises(OwnDeputy):
        shift_change(shift=Shift.objects.get(), person=school.first, deputy=school.first, actor=school.rosa)


def test_what_was_is_not_changed_any_more(school: SimpleNamespace) -> None:
    fill(school, DaysCovered.EVERY, DAY)
    shift = Shift.objects.get()
    with clock.at(datetime(2025, 9, 27, 2, tzinfo=UTC)):
        for change in (
            lambda: shift_change(shift=shift, person=school.second, deputy=None, actor=school.rosa),
            lambda: shift_remove(shift=shift, actor=school.rosa),
        ):
            with pytest.raises(ShiftOver):
                change()


def test_a_shift_that_somebody_has_taken_out_meanwhile_is_not_found(school: SimpleNamespace) -> None:
    fill(school, DaysCovered.EVERY, DAY)
    shift = Shift.objects.get()
    shift_remove(shift=Shift.objects.get(), actor=school.rosa)
    for act in (
        lambda: shift_change(shift=shift, person=school.second, deputy=None, actor=school.rosa),
        lambda: shift_remove(shift=shift, actor=school.rosa),
        lambda: note_hand_over(shift=shift, note="x", actor=school.bob),
    ):
        with pytest.raises(NotFound):
            act()


def test_gaps_are_the_covered_days_without_anybody(school: SimpleNamespace) -> None:
    coverage_set(group=school.group, days=DaysCovered.OFF, actor=school.rosa)
    fill(school, DaysCovered.OFF, date(2025, 10, 3))
    assert [gap.day for gap in gaps(school.rosa)] == [date(2025, 10, number) for number in range(4, 9)]
    assert gaps(school.charlie) == [] and gaps(school.bob) == []  # neither keeps the list


def test_without_a_word_every_day_is_covered(school: SimpleNamespace) -> None:
    assert covered_days(school.group, DAY, date(2025, 9, 28)) == [DAY, date(2025, 9, 27), date(2025, 9, 28)]


def test_a_note_is_handed_over_during_the_shift_or_after(school: SimpleNamespace) -> None:
    fill(school, DaysCovered.EVERY, date(2025, 9, 27))
    today, tomorrow = Shift.objects.order_by("day")
    note_hand_over(shift=today, note="校门报修，明天上午来人", actor=school.bob)
    assert Shift.objects.get(pk=today.pk).note == "校门报修，明天上午来人"
    with pytest.raises(ShiftToCome):
        note_hand_over(shift=tomorrow, note="x", actor=school.carl)


def test_only_those_who_have_to_do_with_a_roster_see_who_is_on_duty(school: SimpleNamespace) -> None:
    fill(school, DaysCovered.EVERY, DAY)
    assert [shift.person.name for shift in on_duty(school.bob, clock.now())] == ["王一"]
    assert on_duty(school.alice, clock.now()) != []  # the officer keeps the groups of all schools
    assert on_duty(school.charlie, clock.now()) == [] and not rosters_for(school.charlie).exists()


def test_each_change_is_noted(school: SimpleNamespace) -> None:
    fill(school, DaysCovered.EVERY, DAY)
    shift = Shift.objects.get()
    shift_change(shift=shift, person=school.second, deputy=None, actor=school.rosa)
    shift_remove(shift=shift, actor=school.rosa)
    actions = list(AuditRow.objects.filter(action__startswith="duty.").order_by("pk").values_list("action", flat=True))
    assert actions == ["duty.fill", "duty.change", "duty.remove"]


def test_gaps_take_as_many_queries_for_ten_rosters_as_for_one(school: SimpleNamespace) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert gaps(school.rosa)
        return len(queries)

    asked()  # what a member holds is read once
    one = asked()
    for number in range(9):
        group = Group.objects.create(code=f"hill.{number}", unit=school.hill, sort=GroupSort.DUTY, name=f"值班{number}")
        Keeper.objects.create(group=group, member=school.rosa)
    assert {gap.group.code for gap in gaps(school.rosa)} == {"hill.duty", *(f"hill.{number}" for number in range(9))}
    assert asked() == one
