"""A due falls due, is met by what was verified, is open again when that is voided."""

from datetime import date

import pytest

from tests.plans.made import approved, due_of, on, visited
from youju.clockwork.jobs import JOBS
from youju.clockwork.tick import tick
from youju.indicators.figures import figures
from youju.ledger import log
from youju.ledger.reading import live_posts
from youju.lib.periods import Period
from youju.plans.dues import Due, DueState
from youju.plans.flaws import flaws
from youju.plans.held import refs_meeting
from youju.records.alerts import Alert
from youju.records.verbs.record_verbs import record_void

pytestmark = pytest.mark.django_db

PLAN_JOBS = [job for job in JOBS if job.code.startswith("plan-")]


def ticked(day: date) -> None:
    with on(day):
        outcomes = list(tick(PLAN_JOBS))
    assert not [outcome for outcome in outcomes if outcome.failed]


def standing(due: Due) -> set[str]:
    return {milestone for _ref, milestone in live_posts([due.ref])}


def value(unit, code: str):
    return figures(unit, Period.year(2025))[code].value


def test_nothing_is_in_the_ledger_before_its_day_is_over(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    due = due_of(item, cast.hill, "2025-03")
    assert due.due_on == date(2025, 4, 7)  # five working days after the month
    ticked(date(2025, 4, 7))
    assert standing(due) == set()
    ticked(date(2025, 4, 9))
    assert standing(due) == {"due"}
    assert value(cast.county, "plan.due") == 2  # both schools


def test_what_was_verified_inside_the_window_meets_it(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    record = visited(cast, date(2025, 3, 20))
    ticked(date(2025, 4, 9))
    due = due_of(item, cast.hill, "2025-03")
    assert (due.state, due.on_time, standing(due)) == (DueState.MET, True, {"due", "met"})
    assert refs_meeting(due) == (record.ref,)
    assert due_of(item, cast.lake, "2025-03").state == DueState.DUE
    assert str(value(cast.county, "plan.completeness")) == "50.00"
    assert str(value(cast.hill, "plan.on_time")) == "100.00"


def test_what_meets_it_afterwards_is_met_and_not_on_time(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    ticked(date(2025, 4, 9))
    with on(date(2025, 4, 10)):
        late = visited(cast, date(2025, 3, 31))
    assert late.handed_in_on == date(2025, 4, 1)
    Record = type(late)
    Record.objects.filter(pk=late.pk).update(handed_in_on=date(2025, 4, 10))
    ticked(date(2025, 4, 11))
    due = due_of(item, cast.hill, "2025-03")
    assert (due.state, due.on_time) == (DueState.MET, False)
    assert value(cast.county, "plan.on_time") == 0


def test_a_void_opens_it_again(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    record = visited(cast, date(2025, 3, 20))
    ticked(date(2025, 4, 9))
    with on(date(2025, 4, 10)):
        record_void(record=record, actor=cast.alice, reason="人数有误")
    ticked(date(2025, 4, 10))
    due = due_of(item, cast.hill, "2025-03")
    assert (due.state, standing(due)) == (DueState.DUE, {"due"})
    assert value(cast.county, "plan.completeness") == 0
    assert list(flaws()) == []


def test_a_second_tick_does_nothing(cast):
    with on(date(2025, 3, 1)):
        approved(cast)
    visited(cast, date(2025, 3, 20))
    ticked(date(2025, 4, 9))
    size = log.size()
    ticked(date(2025, 4, 9))
    ticked(date(2025, 4, 10))
    assert log.size() == size


def test_as_many_as_the_item_asks_for(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast, times=20)
    visited(cast, date(2025, 3, 20))
    ticked(date(2025, 4, 9))
    assert due_of(item, cast.hill, "2025-03").state == DueState.DUE
    visited(cast, date(2025, 3, 21), n=3)
    ticked(date(2025, 4, 9))
    assert due_of(item, cast.hill, "2025-03").state == DueState.MET


def test_a_row_altered_by_hand_is_found(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    ticked(date(2025, 4, 9))
    due = due_of(item, cast.hill, "2025-03")
    Due.objects.filter(pk=due.pk).update(state=DueState.MET, on_time=True)
    assert [flaw.ref for flaw in flaws()] == [due.ref]


def test_liaisons_are_told_when_it_comes_near_and_when_it_is_over(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    visited(cast, date(2025, 3, 20), by=cast.bob)
    Alert.objects.all().delete()
    ticked(date(2025, 4, 4))
    ticked(date(2025, 4, 5))
    lake = due_of(item, cast.lake, "2025-03").ref
    assert list(Alert.objects.values_list("member__username", "sort", "target")) == [("charlie", "due_soon", lake)]
    ticked(date(2025, 4, 9))
    assert list(Alert.objects.values_list("member__username", "sort", "target")) == [("charlie", "due_over", lake)]
