"""Excusing a unit, asking again, and reporting that there was nothing."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from tests.plans.made import approved, due_of, on, visited
from tests.plans.test_due_life import standing, ticked, value
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.orgs.errors import ReasonMissing
from youju.orgs.members import Role, RoleGrant
from youju.plans.due_verbs import due_reopen, dues_excuse
from youju.plans.dues import DueState
from youju.plans.errors import NothingAsked, TooEarlyForZero, TooLateToTakeBack, WrongDueState
from youju.plans.flaws import flaws
from youju.plans.items import PlanItem
from youju.plans.zero_verbs import zero_report, zero_take_back

pytestmark = pytest.mark.django_db

MARCH = 202503


def item_of(cast: SimpleNamespace, **values: Any) -> PlanItem:
    with on(date(2025, 3, 1)):
        return approved(cast, zero=True, **values)


def test_who_is_excused_no_longer_counts_as_due(cast):
    item = item_of(cast)
    ticked(date(2025, 4, 9))
    due = due_of(item, cast.hill, "2025-03")
    with on(date(2025, 4, 10)):
        dues_excuse(dues=[due], actor=cast.alice, reason="校舍维修停课")
        assert standing(due) == {"excused"}
        assert (value(cast.county, "plan.due"), value(cast.county, "plan.excused")) == (1, 1)
        due_reopen(due=due, actor=cast.frank, reason="已复课")
    assert (due.state, standing(due)) == (DueState.DUE, {"due"})
    assert value(cast.county, "plan.due") == 2
    assert list(flaws()) == []


def test_excused_before_its_day_it_never_falls_due(cast):
    item = item_of(cast)
    due = due_of(item, cast.hill, "2025-03")
    with on(date(2025, 3, 10)):
        dues_excuse(dues=[due], actor=cast.alice, reason="停课")
    assert standing(due) == set()
    ticked(date(2025, 4, 9))
    assert standing(due) == {"excused"}


def test_an_officer_who_also_works_at_a_school_does_not_excuse_it(cast):
    RoleGrant.objects.create(member=cast.alice, role=Role.LIAISON, unit=cast.hill)
    item = item_of(cast)
    with pytest.raises(NotAllowed):
        dues_excuse(dues=[due_of(item, cast.hill, "2025-03")], actor=cast.alice, reason="停课")
    dues_excuse(dues=[due_of(item, cast.lake, "2025-03")], actor=cast.alice, reason="停课")


@pytest.mark.parametrize("who", ["bob", "charlie", "dora", "eve", "grace"])
def test_who_cannot_excuse(cast, who):
    due = due_of(item_of(cast), cast.hill, "2025-03")
    with pytest.raises(NotAllowed):
        dues_excuse(dues=[due], actor=getattr(cast, who), reason="停课")


def test_nobody_excuses_the_unit_they_work_in(cast):
    due = due_of(item_of(cast, kinds=["county"]), cast.county, "2025-03")
    with pytest.raises(NotAllowed):
        dues_excuse(dues=[due], actor=cast.alice, reason="停课")


def test_an_excuse_needs_a_reason_and_something_open(cast):
    due = due_of(item_of(cast), cast.hill, "2025-03")
    with pytest.raises(ReasonMissing):
        dues_excuse(dues=[due], actor=cast.alice, reason=" ")
    dues_excuse(dues=[due], actor=cast.alice, reason="停课")
    with pytest.raises(WrongDueState):
        dues_excuse(dues=[due], actor=cast.frank, reason="停课")


def test_a_zero_report_answers_what_the_item_lets_it(cast):
    item = item_of(cast)
    with on(date(2025, 3, 31)):
        zero_report(unit=cast.hill, section="volunteering", month=MARCH, actor=cast.bob)
    ticked(date(2025, 4, 9))
    due = due_of(item, cast.hill, "2025-03")
    assert (due.state, standing(due)) == (DueState.ZERO, {"due", "zero"})
    assert (str(value(cast.hill, "plan.completeness")), value(cast.hill, "plan.on_time")) == ("100.00", 0)
    assert list(flaws()) == []


def test_given_and_taken_back_after_the_day_the_ledger_follows_at_once(cast):
    item = item_of(cast)
    ticked(date(2025, 4, 9))
    due = due_of(item, cast.hill, "2025-03")
    with on(date(2025, 4, 10)):
        report = zero_report(unit=cast.hill, section="volunteering", month=MARCH, actor=cast.bob)
        assert standing(due) == {"due", "zero"}
        assert list(flaws()) == []
        zero_take_back(report=report, actor=cast.bob)
    assert standing(due) == {"due"}
    assert list(flaws()) == []


def test_a_record_that_comes_after_all_takes_its_place(cast):
    item = item_of(cast)
    with on(date(2025, 3, 31)):
        zero_report(unit=cast.hill, section="volunteering", month=MARCH, actor=cast.bob)
    ticked(date(2025, 4, 9))
    visited(cast, date(2025, 3, 20))
    ticked(date(2025, 4, 10))
    due = due_of(item, cast.hill, "2025-03")
    assert (due.state, standing(due)) == (DueState.MET, {"due", "met"})


def test_it_can_be_taken_back_within_seconds_by_who_gave_it(cast):
    item = item_of(cast)
    with on(date(2025, 3, 31)):
        now = clock.now()
        report = zero_report(unit=cast.hill, section="volunteering", month=MARCH, actor=cast.bob)
        with pytest.raises(NotFound):
            zero_take_back(report=report, actor=cast.charlie)
    with clock.at(now + timedelta(seconds=9)):
        zero_take_back(report=report, actor=cast.bob)
        with pytest.raises(NotFound):
            zero_take_back(report=report, actor=cast.bob)
        again = zero_report(unit=cast.hill, section="volunteering", month=MARCH, actor=cast.bob)
    with clock.at(now + timedelta(seconds=60)), pytest.raises(TooLateToTakeBack):
        zero_take_back(report=again, actor=cast.bob)
    assert due_of(item, cast.hill, "2025-03").state == DueState.ZERO


def test_there_must_be_something_to_answer_and_a_right_to(cast):
    item_of(cast)
    with on(date(2025, 3, 31)):
        with pytest.raises(NotAllowed):
            zero_report(unit=cast.hill, section="volunteering", month=MARCH, actor=cast.charlie)
        with pytest.raises(TooEarlyForZero):
            zero_report(unit=cast.hill, section="volunteering", month=202504, actor=cast.bob)
        with pytest.raises(NothingAsked):
            zero_report(unit=cast.hill, section="study", month=MARCH, actor=cast.bob)


def test_an_officer_may_ask_again(cast):
    item = item_of(cast)
    with on(date(2025, 3, 31)):
        zero_report(unit=cast.hill, section="volunteering", month=MARCH, actor=cast.bob)
        due_reopen(due=due_of(item, cast.hill, "2025-03"), actor=cast.alice, reason="查到有走访")
    assert due_of(item, cast.hill, "2025-03").state == DueState.DUE
