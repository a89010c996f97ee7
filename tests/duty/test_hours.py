"""Who is on duty goes by the hour: a night lasts until the next morning, by the hours that the bureau sets."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from youju.duty.errors import ShiftOver, ShiftToCome
from youju.duty.hours import duty_hours, is_on, is_over, span
from youju.duty.rosters import on_duty
from youju.duty.shift_verbs import note_hand_over, shift_assign, shift_remove
from youju.duty.shifts import Part, Shift
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.setting_verbs import setting_change

DAY = date(2025, 9, 26)
BEFORE = datetime(2025, 9, 25, 2, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of September at the office, eight hours ahead."""
    return datetime.fromisoformat(f"2025-09-{day:02}T{hour:02}:{minute:02}:00+08:00")


@pytest.fixture(autouse=True)
def planned(school: SimpleNamespace) -> None:
    with clock.at(BEFORE):
        for part, person in ((Part.DAYTIME, school.first), (Part.NIGHT, school.second)):
            shift_assign(group=school.group, day=DAY, part=part, person=person, deputy=None, actor=school.rosa)


def on(school: SimpleNamespace, moment: datetime) -> list[str]:
    with clock.at(moment):
        return [str(shift.person) for shift in on_duty(school.rosa, moment)]


@pytest.mark.parametrize(
    ("moment", "who"),
    [
        (at(26, 7, 59), []), (at(26, 8), ["王一"]), (at(26, 17, 59), ["王一"]), (at(26, 18), ["李二"]),
        (at(26, 23, 59), ["李二"]), (at(27, 0), ["李二"]), (at(27, 7, 59), ["李二"]), (at(27, 8), []),
    ],
)  # fmt: skip
def test_each_hour_has_who_is_on_duty_then(school: SimpleNamespace, moment: datetime, who: list[str]) -> None:
    assert on(school, moment) == who


def test_a_whole_day_goes_from_midnight_to_midnight(school: SimpleNamespace) -> None:
    with clock.at(BEFORE):
        shift_assign(
            group=school.group,
            day=date(2025, 9, 28),
            part=Part.DAY,
            person=school.third,
            deputy=None,
            actor=school.rosa,
        )
    assert [on(school, moment) for moment in (at(27, 23, 59), at(28, 0), at(28, 23, 59), at(29, 0))] == [
        [], ["赵三"], ["赵三"], [],
    ]  # fmt: skip


def test_the_hours_are_the_bureaus_own(school: SimpleNamespace) -> None:
    setting_change(name="duty_day_ends", text="17", actor=CONSOLE)
    assert on(school, at(26, 17)) == ["李二"]


def test_a_night_is_over_in_the_morning_and_not_at_midnight(school: SimpleNamespace) -> None:
    night = Shift.objects.get(part=Part.NIGHT)
    with clock.at(at(26, 12)), pytest.raises(ShiftToCome):
        note_hand_over(shift=night, note="钥匙", actor=school.rosa)
    with clock.at(at(27, 3)):
        note_hand_over(shift=night, note="钥匙", actor=school.rosa)
    assert span(night)[1] == at(27, 8)
    with clock.at(at(27, 8)), pytest.raises(ShiftOver):
        shift_remove(shift=night, actor=school.rosa)


def test_the_hours_are_read_once_for_many_shifts(
    school: SimpleNamespace, django_assert_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    night = Shift.objects.get(part=Part.NIGHT)
    hours = duty_hours()
    with django_assert_num_queries(0):
        assert span(night, hours)[0] == at(26, 18)
        assert is_on(night, at(27, 0), hours) and not is_over(night, at(27, 0), hours)
