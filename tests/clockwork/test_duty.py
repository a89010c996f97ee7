"""Days of duty without anybody: whoever keeps the roster is told ahead, once for each day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk, desk
from tests.duty.roster_cast import make_school
from youju.clockwork.jobs import JOBS
from youju.clockwork.models import Tick
from youju.clockwork.tick import tick
from youju.duty.shift_verbs import coverage_set, shifts_fill
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.alerts import Alert

__all__ = ["desk"]
NOW, DAY = datetime(2025, 9, 26, 2, tzinfo=UTC), date(2025, 9, 26)
GAPS = [job for job in JOBS if job.code == "duty-gaps"]


@pytest.fixture
def school(db: None) -> Iterator[SimpleNamespace]:
    with clock.at(NOW):
        yield make_school()


def days_told() -> list[str]:
    return sorted(
        key.partition("#gap-")[2] for key in Tick.objects.filter(job="duty-gaps").values_list("key", flat=True)
    )


def told(member: Member) -> int:
    return Alert.objects.filter(member=member, sort="gap", read_at=None).count()


def plan(school: SimpleNamespace, first: int, last: int) -> None:
    days = [DAY + timedelta(days=more) for more in range(first, last + 1)]
    shifts_fill(group=school.group, days=days, persons=[school.first], actor=school.rosa)


def test_the_keeper_is_told_once_for_each_day_and_nobody_else(school: SimpleNamespace) -> None:
    plan(school, 0, 11)
    for _again in range(2):
        list(tick(GAPS))
    assert days_told() == ["2025-10-08", "2025-10-09"]  # fourteen days ahead, two of them free
    assert told(school.rosa) == 1  # one line for the roster, not one a day
    assert [told(each) for each in (school.bob, school.carl, school.alice)] == [0, 0, 0]
    with clock.at(NOW + timedelta(days=1)):
        list(tick(GAPS))
    assert days_told()[-1] == "2025-10-10"


def test_a_roster_that_is_full_or_covers_no_such_day_tells_nothing(school: SimpleNamespace) -> None:
    plan(school, 0, 13)
    list(tick(GAPS))
    assert days_told() == []


def test_days_that_are_not_covered_are_no_gaps(school: SimpleNamespace) -> None:
    coverage_set(group=school.group, days="off", actor=school.rosa)
    list(tick(GAPS))
    assert all(date.fromisoformat(day).weekday() >= 5 for day in days_told()) and days_told()


def test_the_alert_opens_the_roster(school: SimpleNamespace, desk: Desk) -> None:
    list(tick(GAPS))
    rosa = desk(school.rosa)
    assert school.group.name in rosa.get(reverse("alerts")).text
    opened = rosa.post(reverse("alerts"), {"target": school.group.target})
    assert opened.url == reverse("duty-roster", args=[school.group.code])  # type: ignore[attr-defined]  # a redirect
    assert told(school.rosa) == 0
