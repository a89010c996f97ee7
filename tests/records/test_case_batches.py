"""Many cases opened or moved at once: as if one after the other, or not at all."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction

from tests.records.cast import DAY, make_cast, member
from tests.records.inquiries.desk_of_inquiries import taken_in
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.ledger import log
from youju.ledger.reading import Entry, all_facts
from youju.orgs.actors import CONSOLE, HOLDER, SYSTEM, Machine
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role
from youju.records.alerts import Alert
from youju.records.errors import NewerVersion, NoSuchMove
from youju.records.followup.models import Followup
from youju.records.followup.moves import FollowupState
from youju.records.heads.case import Case
from youju.records.heads.refs import new_ref
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import (
    CaseMove,
    Opening,
    case_move,
    case_open,
    cases_move,
    cases_move_each,
    cases_open,
)

DONE: dict[str, Any] = {"done_on": date(2025, 3, 20), "outcome": "已更换"}
COUNT = 3

Open = Callable[[Sequence[Opening]], list[Case]]
Move = Callable[[Sequence[CaseMove]], None]


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast with olga, a second officer."""
    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast


def wanted(office: SimpleNamespace, place: int, ref: str = "", actor: Member | None = None) -> Opening:
    title = f"补齐消防器材{place}"
    values = {"unit": office.hill, "title": title, "happened": DAY, "due_on": date(2025, 3, 28), "owner": office.bob}
    return Opening(get_case_kind("followup"), values, actor or office.alice, ref)


def several(office: SimpleNamespace, count: int = COUNT) -> list[Case]:
    return cases_open(openings=[wanted(office, place) for place in range(1, count + 1)])


def each(cases: Sequence[Case], action: str, actor: Member, reason: str = "", **values: Any) -> list[CaseMove]:
    return [CaseMove(case, action, actor, case.version, reason, values) for case in cases]


def open_one_by_one(openings: Sequence[Opening]) -> list[Case]:
    return [case_open(**opening._asdict()) for opening in openings]


def open_together(openings: Sequence[Opening]) -> list[Case]:
    return cases_open(openings=openings)


def move_one_by_one(moves: Sequence[CaseMove]) -> None:
    for move in moves:
        case_move(**move._asdict())


def move_together(moves: Sequence[CaseMove]) -> None:
    cases_move_each(moves=moves)


def lived(office: SimpleNamespace, opening: Open, moving: Move) -> list[Any]:
    """What some follow-ups leave that were opened, put off, settled, and of which some were reopened."""
    with transaction.atomic():
        before = AuditRow.objects.count()
        cases = opening([wanted(office, place) for place in range(1, COUNT + 1)])
        moving(each(cases, "put-off", office.alice, "等配件", due_on=date(2025, 4, 30)))
        moving(each(cases, "finish", office.bob, **DONE))
        moving([*each(cases[:1], "confirm", office.alice), *each(cases[1:], "confirm", office.olga)])
        moving(each(cases[1:], "reopen", office.olga, "又坏了"))
        assert list(drifted()) == [] and list(log.verify()) == []
        left = _left(before)
        transaction.set_rollback(True)
    return left


def _left(before: int) -> list[Any]:
    """Everything that was written, the same whatever the references are, each table in an order of its own."""
    titles = dict(Followup.objects.values_list("ref", "title"))
    columns = ("state", "version", "title", "verifier__username", "due_on", "outcome")
    entries = Entry.objects.order_by("seq").values_list("record_ref", "milestone", "kind", "actor", "voids")
    facts = all_facts().order_by("id").values_list("entry__record_ref", "measure", "quantity", "day", "n")
    steps = AuditRow.objects.order_by("pk")[before:].values_list("target", "actor", "action", "detail")
    alerts = Alert.objects.order_by("pk").values_list("target", "sort", "member__username")
    named = [[(titles[ref], *map(str, rest)) for ref, *rest in rows] for rows in (facts, steps, alerts)]
    live = [(titles[ref], milestone, kind, actor, voids is None) for ref, milestone, kind, actor, voids in entries]
    return [list(Followup.objects.order_by("title").values_list(*columns)), *map(sorted, (*named, live))]


def test_together_they_leave_what_they_leave_one_by_one(office: SimpleNamespace):
    one_by_one = lived(office, open_one_by_one, move_one_by_one)
    assert lived(office, open_together, move_together) == one_by_one
    cases, facts, steps, alerts, entries = one_by_one
    assert len(cases) == COUNT and len(steps) == COUNT * 4 + COUNT - 1
    assert all((facts, alerts, entries))


def test_one_refused_move_refuses_all_and_says_which_it_is(office: SimpleNamespace):
    cases, size, noted = several(office), log.size(), AuditRow.objects.count()
    moves = each(cases, "finish", office.bob, **DONE)
    moves[1] = moves[1]._replace(version=7)
    with pytest.raises(NewerVersion) as refused:
        cases_move_each(moves=moves)
    assert str(refused.value).startswith("第2项：“补齐消防器材2”")
    assert set(Followup.objects.values_list("state", flat=True)) == {"open"}
    assert (log.size(), AuditRow.objects.count()) == (size, noted)


def test_of_a_single_move_no_place_is_told(office: SimpleNamespace):
    (case,) = several(office, 1)
    with pytest.raises(NewerVersion) as refused:
        case_move(case=case, action="finish", actor=office.bob, version=7, values=DONE)
    assert not str(refused.value).startswith("第")


@pytest.mark.parametrize("actor", ["charlie", "dora", "eve", "alice"])
def test_the_right_is_asked_of_each_move(office: SimpleNamespace, actor: str):
    """Bob owns them all; one of the moves is somebody else's."""
    moves = each(several(office), "finish", office.bob, **DONE)
    moves[2] = moves[2]._replace(actor=getattr(office, actor))
    with pytest.raises(NotAllowed, match=r"^第3项“补齐消防器材3”："):
        cases_move_each(moves=moves)
    assert set(Followup.objects.values_list("state", flat=True)) == {"open"}


def test_a_case_is_moved_twice_in_one_go_by_the_versions_it_will_have(office: SimpleNamespace):
    cases = several(office)
    first, again = each(cases, "finish", office.bob, **DONE), each(cases, "confirm", office.alice)
    cases_move_each(moves=[*first, *(move._replace(version=(move.version or 0) + 1) for move in again)])
    assert set(Followup.objects.values_list("state", "version")) == {("confirmed", 3)}
    assert list(drifted()) == []
    with pytest.raises(NewerVersion) as refused:
        cases_move_each(moves=[move._replace(action="reopen", reason="又坏了") for move in (*again, *again)])
    assert str(refused.value).startswith("第1项")


def test_cases_of_several_kinds_are_moved_in_the_order_given(office: SimpleNamespace):
    inquiry, followups = taken_in(office), several(office, 2)
    accept = CaseMove(inquiry, "accept", office.alice, inquiry.version)
    finish = each(followups, "finish", office.bob, **DONE)
    size = log.size()
    cases_move_each(moves=[finish[0], accept, finish[1]])
    steps = AuditRow.objects.filter(action="case.move").order_by("pk").values_list("target", flat=True)
    assert list(steps) == [followups[0].ref, inquiry.ref, followups[1].ref]
    assert log.size() > size and list(drifted()) == []


def test_nothing_asked_is_nothing_done(office: SimpleNamespace):
    assert cases_open(openings=[]) == []
    cases_move_each(moves=[])
    assert cases_move(cases=[], action="finish", actor=office.bob) == 0


def test_one_that_cannot_be_opened_refuses_all(office: SimpleNamespace):
    taken = case_open(**wanted(office, 1, ref := new_ref("followup"))._asdict())
    size = log.size()
    with pytest.raises(NotFound) as refused:
        cases_open(openings=[wanted(office, 2), wanted(office, 3, ref, actor=office.olga)])
    assert str(refused.value).startswith("第2项“补齐消防器材3”：")
    assert (Followup.objects.get().pk, log.size()) == (taken.pk, size)


def test_forms_that_were_sent_before_open_nothing_more(office: SimpleNamespace):
    openings = [wanted(office, place, new_ref("followup")) for place in range(1, COUNT + 1)]
    first = cases_open(openings=openings[:2])
    again = cases_open(openings=openings)
    assert [case.pk for case in again[:2]] == [case.pk for case in first]
    assert (Followup.objects.count(), log.size()) == (COUNT, COUNT)


def test_the_same_form_twice_in_one_go_is_one_case(office: SimpleNamespace):
    opening = wanted(office, 1, new_ref("followup"))
    first, again = cases_open(openings=[opening, opening])
    assert first.pk == again.pk and log.size() == 1


def test_an_unknown_move_among_many_is_named(office: SimpleNamespace):
    cases = several(office)
    with pytest.raises(NoSuchMove):
        cases_move(cases=cases, action="confirm", actor=office.alice)


@pytest.mark.parametrize("machine", [HOLDER, CONSOLE, SYSTEM])
def test_no_machine_makes_a_move_of_members(office: SimpleNamespace, machine: Machine):
    (case, *_others) = several(office)
    with pytest.raises(NoSuchMove):
        cases_move_each(moves=[CaseMove(case, "finish", machine, None, values=DONE)])


@pytest.mark.parametrize("count", [2, 20])
def test_what_is_asked_of_the_database_does_not_grow_as_fast_as_the_cases(
    office: SimpleNamespace, django_assert_max_num_queries: Any, count: int
):
    cases = several(office, count)
    with django_assert_max_num_queries(40 + 5 * count):
        cases_move_each(moves=each(cases, "finish", office.bob, **DONE))


@pytest.mark.django_db(transaction=True)
def test_of_two_batches_over_the_same_cases_one_is_made_whole():
    office = make_cast()
    cases = several(office)
    start = Barrier(2)

    def drop(order: int) -> YoujuError | None:
        mine = [Followup.objects.get(pk=case.pk) for case in cases][::order]
        moves = each(mine, "drop", office.alice, f"第{order}次")
        start.wait(timeout=30)
        try:
            cases_move_each(moves=moves)
        except YoujuError as error:
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(2) as pool:
        lost = [error for error in pool.map(drop, (1, -1)) if error is not None]
    assert len(lost) == 1 and str(lost[0]).startswith("第1项")
    assert set(Followup.objects.values_list("state", "version")) == {(FollowupState.DROPPED, 2)}
    reasons = AuditRow.objects.filter(action="case.move").values_list("detail__reason", flat=True)
    assert len(set(reasons)) == 1 and len(reasons) == COUNT
    assert list(log.verify()) == []
