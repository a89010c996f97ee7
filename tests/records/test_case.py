"""A case moves as its kind's table says: every action in every state, by every role."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, member
from youju.errors import NotAllowed, YoujuError
from youju.ledger import log
from youju.ledger.reading import all_facts, live_posts
from youju.lib import clock
from youju.orgs.errors import ReasonMissing
from youju.orgs.members import Member, Role
from youju.records.errors import NewerVersion, NoSuchMove
from youju.records.followup.moves import MOVES, FollowupState
from youju.records.heads.case import Case, steps_of
from youju.records.heads.refs import new_ref
from youju.records.kind import BadKind
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_move, case_open

ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "bob", "charlie", "dora", "eve", "olga")


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast with olga, a second officer, who owns what an officer owns."""
    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast


def raised(office: SimpleNamespace, owner: Member | None = None, **values: object) -> Case:
    kind = get_case_kind("followup")
    given = {
        "unit": office.hill,
        "title": "补齐消防器材",
        "happened": DAY,
        "due_on": date(2025, 3, 28),
        "owner": owner or office.bob,
    }
    return case_open(kind=kind, values=given | values, actor=office.alice)


def moved(case: Case, action: str, actor: Member, **rest: Any) -> Case:
    asked = {"done_on": date(2025, 3, 20), "outcome": "已更换", "owner": actor, "due_on": date(2025, 4, 30)}
    given: dict[str, Any] = {"version": case.version, "reason": "说明", "values": asked} | rest
    return case_move(case=case, action=action, actor=actor, **given)


def in_state(office: SimpleNamespace, state: str) -> Case:
    case = raised(office)
    if state in (FollowupState.DONE, FollowupState.CONFIRMED):
        moved(case, "finish", office.bob)
    if state == FollowupState.CONFIRMED:
        moved(case, "confirm", office.alice)
    if state == FollowupState.DROPPED:
        moved(case, "drop", office.alice)
    return case


def _allowed(right: str) -> set[str]:
    """Bob owns the case and is of its unit; alice and olga are officers of the county."""
    return {"owner": {"bob"}, "officer": {"alice", "olga"}, "other officer": {"alice", "olga"}}[right]


def _cells() -> Iterator[tuple[str, str, str]]:
    return ((state, action, role) for state in FollowupState.values for action in ACTIONS for role in ROLES)


@pytest.mark.parametrize(("state", "action", "role"), list(_cells()))
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str, action: str, role: str):
    case, actor = in_state(office, state), getattr(office, role)
    move, size = MOVES[FollowupState(state)].get(action), log.size()
    if move is None or role not in _allowed(move.right):
        with pytest.raises(NoSuchMove if move is None else NotAllowed) as refused:
            moved(case, action, actor)
        assert isinstance(refused.value, YoujuError) and str(refused.value)
        assert (type(case).objects.get().state, log.size()) == (state, size)
    else:
        assert moved(case, action, actor).state == move.to
        assert [step.action for step in steps_of(case)][-1] == action
        assert list(drifted()) == []


def test_whoever_owns_it_does_not_confirm_it(office: SimpleNamespace):
    case = raised(office, owner=office.olga)
    moved(case, "finish", office.olga)
    with pytest.raises(NotAllowed):
        moved(case, "confirm", office.olga)
    assert moved(case, "confirm", office.alice).state == FollowupState.CONFIRMED


def test_what_is_settled_counts_on_the_day_it_was_raised(office: SimpleNamespace):
    """Raised on 30 December, settled on 5 January: both years are right."""
    with clock.at(clock.now().replace(year=2026, month=1, day=6)):
        case = raised(office, happened=date(2025, 12, 30), due_on=date(2026, 1, 3))
        moved(case, "finish", office.bob, values={"done_on": date(2026, 1, 5), "outcome": "已更换"})
        moved(case, "confirm", office.alice)
    facts = {fact.measure: (fact.day, fact.quantity) for fact in all_facts()}
    assert facts == {
        "followups.raised": (date(2025, 12, 30), 1),
        "followups.settled": (date(2025, 12, 30), 1),
        "followups.on_time": (date(2025, 12, 30), 0),
    }


def test_reopening_takes_back_what_was_settled_and_nothing_else(office: SimpleNamespace):
    case = in_state(office, FollowupState.CONFIRMED)
    moved(case, "reopen", office.alice)
    assert set(live_posts([case.ref])) == {(case.ref, "raised")}
    moved(case, "finish", office.bob)
    moved(case, "confirm", office.alice)
    assert set(live_posts([case.ref])) == {(case.ref, "raised"), (case.ref, "settled")}
    assert list(drifted()) == [] and list(log.verify()) == []


def test_another_owner_or_day_is_committed_to_without_a_change_of_figures(office: SimpleNamespace):
    case = raised(office)
    before = list(all_facts().values_list("measure", "quantity"))
    moved(case, "hand-over", office.alice, values={"owner": office.olga})
    moved(case, "put-off", office.alice, values={"due_on": date(2025, 5, 30)})
    assert [entry.kind for entry in log.Entry.objects.order_by("seq")] == ["post", "amend", "amend"]
    assert list(all_facts().values_list("measure", "quantity")) == before
    assert list(drifted()) == []


def test_a_move_sets_only_what_it_asks(office: SimpleNamespace):
    case = raised(office)
    moved(
        case, "finish", office.bob, values={"outcome": "已更换", "done_on": DAY, "title": "别的", "owner": office.bob}
    )
    stored = type(case).objects.get()
    assert (stored.title, stored.outcome) == ("补齐消防器材", "已更换")


def test_a_reason_is_asked_where_the_table_says_so(office: SimpleNamespace):
    with pytest.raises(ReasonMissing):
        moved(raised(office), "drop", office.alice, reason=" ")


def test_a_case_that_moved_on_is_not_moved_by_an_old_page(office: SimpleNamespace):
    case = raised(office)
    with pytest.raises(NewerVersion):
        moved(case, "put-off", office.alice, version=7)


def test_the_same_form_sent_twice_opens_one(office: SimpleNamespace):
    kind, ref = get_case_kind("followup"), new_ref("followup")
    values = {"unit": office.hill, "title": "补齐消防器材", "happened": DAY, "due_on": DAY, "owner": office.bob}
    first, again = (case_open(kind=kind, values=values, actor=office.alice, ref=ref) for _press in range(2))
    assert first.pk == again.pk
    assert log.size() == 1
    with pytest.raises(NewerVersion):
        case_open(kind=kind, values=values | {"title": "别的"}, actor=office.alice, ref=ref)


@pytest.mark.parametrize("state", ["verified", "voided", "dropped"])
def test_a_kind_whose_cases_would_pass_for_records_is_refused(state: str):
    states = SimpleNamespace(values=["open", state])
    model = type("Taken", (), {"STATES": states})
    with pytest.raises(BadKind, match=f"^followup: states of records, so no state of a case: {state}$"):
        replace(get_case_kind("followup"), model=model)
