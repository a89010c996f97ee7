"""What time does with inquiries: alarms once each, the question whether it is solved, days after announcements.

A two-year run: 5,000 inquiries under YOUJU_SOAK=1, a few in the suite.
"""

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.records.cast import make_cast
from tests.records.inquiries.desk_of_inquiries import (
    NOON,
    answered,
    assigned,
    at_desk,
    moved,
    reread,
    taken_in,
    taken_in_each,
)
from youju.clockwork.inquiries import alarms
from youju.clockwork.jobs import JOBS
from youju.clockwork.models import Tick
from youju.clockwork.tick import tick
from youju.lib import clock
from youju.orgs.calendar import DayRule
from youju.records.alerts import Alert
from youju.records.heads.case import steps_of
from youju.records.reading.drift import drifted

OURS = [job for job in JOBS if job.code.startswith("inquiry-")]
COUNT, DAYS = (5000, 730) if os.environ.get("YOUJU_SOAK") == "1" else (4, 100)


@pytest.fixture
def office(db: None) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(make_cast())


def test_each_alarm_comes_once_and_none_waits_three_months_in_silence(office: SimpleNamespace):
    made = taken_in_each(office, [NOON.date() - timedelta(days=place % 5) for place in range(COUNT)])
    for day in range(0, DAYS, 5):
        with clock.at(NOON + timedelta(days=day)):
            list(tick(OURS))
            list(tick(OURS))
    keys = Counter(Tick.objects.filter(job__in=("inquiry-alarm", "inquiry-red")).values_list("key", flat=True))
    assert set(keys.values()) == {1}
    wanted = {f"{each.ref}#alarm-{step}" for each in made for step in (5, 7, 12, 15)}
    wanted |= {f"{each.ref}#red-{step}" for each in made for step in (60, 75, 85)}
    assert set(keys) == wanted
    assert Alert.objects.filter(member=office.sam, target=made[0].ref).exists()


def test_one_that_is_reopened_waits_with_alarms_of_its_own(office: SimpleNamespace):
    inquiry = answered(office, assigned(office))
    late = NOON + timedelta(days=40)
    with clock.at(late):
        moved(inquiry, "reopen", office.alice)
        list(tick(OURS))
        assert not Tick.objects.filter(job="inquiry-alarm").exists()
    with clock.at(late + timedelta(days=8)):
        list(tick(OURS))
    keys = Tick.objects.filter(job="inquiry-alarm").values_list("key", flat=True)
    assert list(keys) == [f"{inquiry.ref}#alarm-5-again"]


def test_all_that_wait_are_looked_at_with_one_calendar(
    office: SimpleNamespace,
):
    def asked(count: int) -> int:
        for _time in range(count):
            taken_in(office)
        with CaptureQueriesContext(connection) as queries:
            alarms(NOON.date() + timedelta(days=30))
        return len(queries)

    assert asked(1) == asked(5)


def test_four_weeks_after_the_answer_it_is_asked_whether_it_is_solved(office: SimpleNamespace):
    inquiry = answered(office, assigned(office))
    for days, asked in ((27, None), (28, date(2025, 4, 7)), (40, date(2025, 4, 7))):
        with clock.at(NOON + timedelta(days=days)):
            list(tick(OURS))
        assert reread(inquiry.pk).solved_asked_on == asked
    assert [step.action for step in steps_of(inquiry)].count("ask-solved") == 1
    assert list(drifted()) == []


def test_a_provisional_day_moves_with_a_step_when_days_off_are_announced(office: SimpleNamespace):
    inquiry = taken_in(office)
    assert inquiry.provisional and inquiry.due_on == date(2025, 3, 19)
    for day in ((1, 1), (3, 12)):
        DayRule.objects.create(date=date(2025, *day), work=False, name="放假", source="通知")
    list(tick(OURS))
    inquiry = reread(inquiry.pk)
    assert (inquiry.provisional, inquiry.due_on) == (False, date(2025, 3, 20))
    assert [step.action for step in steps_of(inquiry)][-1] == "due-moved"
    list(tick(OURS))
    assert [step.action for step in steps_of(inquiry)].count("due-moved") == 1 and list(drifted()) == []
