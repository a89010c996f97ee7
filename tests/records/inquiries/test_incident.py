"""An incident: six actions and no others, by whom in which state; what it counts, and on which day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from tests.records.cast import member
from youju.errors import NotAllowed
from youju.indicators.figures import figure
from youju.ledger import log
from youju.ledger.reading import all_facts, live_posts
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.members import Member, Role
from youju.records.errors import NoSuchMove
from youju.records.heads.case import steps_of
from youju.records.inquiries.incident.models import Incident
from youju.records.inquiries.incident.moves import MOVES, IncidentAction, IncidentState
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_move, case_open

pytestmark = pytest.mark.django_db

NOTICED = datetime(2025, 12, 30, 1, 0, tzinfo=UTC)
ROLES = ("alice", "bob", "charlie", "dora", "eve", "olga")
# bob owns the incident and records for its unit; alice and olga are officers of the county.
ALLOWED = {
    "owner": {"bob"},
    "recorder": {"alice", "bob", "olga"},
    "officer": {"alice", "olga"},
    "other officer": {"alice", "olga"},
}


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast


def reported(office: SimpleNamespace, owner: Member | None = None) -> Incident:
    values = {
        "unit": office.hill,
        "title": "学校午餐",
        "noticed_at": NOTICED,
        "link": "https://bbs.example.cn/t/1",
        "note": "称午餐分量不足",
        "owner": owner or office.bob,
    }
    case = case_open(kind=get_case_kind("incident"), values=values, actor=office.bob)
    assert isinstance(case, Incident)
    return case


def moved(case: Incident, action: str, actor: Member, **values: Any) -> Incident:
    asked = {
        "finding": "partly",
        "facts_found": "当日配餐车晚到，已补餐",
        "answered_at": NOTICED + timedelta(hours=5, minutes=20),
        "answer": "情况说明",
        "answer_link": "https://www.example.cn/n/1",
        "passed_to": "县市场监督管理局",
        "review": "核实及时",
        "tasks": "写入问答口径",
    }
    return case_move(  # type: ignore[return-value]  # an incident stays one
        case=case, action=action, actor=actor, version=case.version, reason="说明", values=asked | values
    )


_WAY = {
    IncidentState.NOTICED: (),
    IncidentState.ESTABLISHED: ("verify",),
    IncidentState.ANSWERED: ("verify", "answer"),
    IncidentState.CLOSED: ("verify", "answer", "close"),
    IncidentState.PASSED_ON: ("transfer",),
    IncidentState.SET_ASIDE: ("close",),
}


def in_state(office: SimpleNamespace, state: str) -> Incident:
    case = reported(office)
    for action in _WAY[IncidentState(state)]:
        case = moved(case, action, office.alice)
    assert case.state == state
    return case


def _cells() -> Iterator[tuple[str, str, str]]:
    return ((state, action, role) for state in IncidentState.values for action in IncidentAction for role in ROLES)


@pytest.mark.parametrize(("state", "action", "role"), list(_cells()))
def test_each_action_is_open_to_just_those_of_the_table(
    office: SimpleNamespace, state: str, action: str, role: str
) -> None:
    case, actor = in_state(office, state), getattr(office, role)
    move, size = MOVES[IncidentState(state)].get(action), log.size()
    if move is None or role not in ALLOWED[move.right]:
        with pytest.raises(NoSuchMove if move is None else NotAllowed) as refused:
            moved(case, action, actor)
        assert str(refused.value)
        assert (Incident.objects.get().state, log.size()) == (state, size)
    else:
        assert moved(case, action, actor).state == move.to
        assert steps_of(case)[-1].action == action
        assert list(drifted()) == []


def test_whoever_is_in_charge_does_not_close_it(office: SimpleNamespace) -> None:
    case = moved(reported(office, owner=office.olga), "verify", office.alice)
    with pytest.raises(NotAllowed):
        moved(case, "close", office.olga)
    assert moved(case, "close", office.alice).state == IncidentState.CLOSED


def test_all_of_it_counts_on_the_day_it_was_noticed(office: SimpleNamespace) -> None:
    """Noticed on 30 December, closed in January: both years are right."""
    with clock.at(datetime(2026, 1, 6, 2, tzinfo=UTC)):
        in_state(office, IncidentState.CLOSED)
    facts = {fact.measure: (fact.day, fact.quantity) for fact in all_facts()}
    day = date(2025, 12, 30)
    assert facts == {
        "incidents.found": (day, 1),
        "incidents.answered": (day, 1),
        "incidents.on_time": (day, 1),
        "incidents.answer_minutes": (day, 320),
        "incidents.handled": (day, 1),
    }


def test_what_is_passed_on_is_found_and_not_dealt_with(office: SimpleNamespace) -> None:
    case = in_state(office, IncidentState.PASSED_ON)
    assert {milestone for _ref, milestone in live_posts([case.ref])} == {"found", "passed_on"}


def test_what_was_no_incident_is_not_counted(office: SimpleNamespace) -> None:
    in_state(office, IncidentState.SET_ASIDE)
    assert log.size() == 0


def test_taking_it_up_again_takes_back_that_it_was_closed_and_keeps_the_answer(office: SimpleNamespace) -> None:
    case = moved(in_state(office, IncidentState.CLOSED), "verify", office.alice)
    assert {milestone for _ref, milestone in live_posts([case.ref])} == {"found", "answered"}
    moved(case, "close", office.olga)
    assert list(drifted()) == [] and list(log.verify()) == []


def test_the_mean_time_to_the_first_answer_is_a_figure(office: SimpleNamespace) -> None:
    for hours in (2, 5):
        case = moved(reported(office), "verify", office.alice)
        moved(case, "answer", office.alice, answered_at=NOTICED + timedelta(hours=hours))
    assert str(figure(office.county, Period.year(2025), "incidents.answer_hours").value) == "3.5"


def test_it_is_to_be_answered_within_the_hours_that_the_bureau_sets(office: SimpleNamespace) -> None:
    case = reported(office)
    assert case.due_on == date(2025, 12, 31)
    answered = moved(moved(case, "verify", office.alice), "answer", office.alice)
    assert not answered.is_overdue(date(2026, 2, 1))


@pytest.mark.parametrize(
    ("column", "milestones"),
    [
        ("facts_found", {"found", "answered", "handled"}),
        ("answer", {"answered", "handled"}),
        ("tasks", {"handled"}),
        ("link", {"found", "answered", "handled"}),
    ],
)
def test_whatever_is_changed_beside_the_verbs_is_found(
    office: SimpleNamespace, column: str, milestones: set[str]
) -> None:
    case = in_state(office, IncidentState.CLOSED)
    Incident.objects.filter(pk=case.pk).update(**{column: "https://changed.example.cn"})
    changed = {seq for _ref, seq, _sentence in drifted()}
    posted = log.Entry.objects.filter(seq__in=changed).values_list("milestone", flat=True)
    assert set(posted) == milestones


def test_there_are_these_six_actions_and_no_others() -> None:
    with translation.override("zh-hans"):
        words = [str(label) for label in IncidentAction.labels]
    assert words == ["核实", "回应", "线下处理", "现场调查", "移送", "结案"]
    assert {action for moves in MOVES.values() for action in moves} == set(IncidentAction.values)
