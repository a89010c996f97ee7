"""Nominations: within the quota, in time, nobody twice and nobody who holds the title; reviewed layer by layer."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction

from tests.records.cast import people
from tests.records.honours.selection import CALLED, acted, called, given, moved, nominated, staffed
from youju.errors import NotAllowed, YoujuError
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.orgs.members import Role
from youju.orgs.people import Person
from youju.records.case_rights import open_moves
from youju.records.errors import NoSuchMove
from youju.records.honours.nomination.errors import (
    HoldsTitle,
    NominatedTwice,
    NominationsClosed,
    NoPlace,
    QuotaFull,
    TownFirst,
    WrongNominee,
)
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.nomination.moves import MOVES
from youju.records.honours.round.models import Round
from youju.records.honours.round.nominating import NominationState
from youju.records.honours.title.models import GoesTo, Title
from youju.records.reading.drift import drifted

AT_ONCE = 16
ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "olga", "grace", "tess", "bob", "charlie", "dan", "dora", "eve")
# Of a school in a town: by its own, by the town and by the bureau, but by nobody who nominated it.
_MAY = {
    "recorder": {"dan", "tess", "alice", "olga"},
    "town": {"tess"},
    "bureau": {"alice", "olga"},
    "reviewing": {"tess", "alice", "olga"},
}


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(CALLED):
        staffed(cast)
        cast.round = moved(called(cast), "begin", cast.alice)
        yield cast


def in_state(office: SimpleNamespace, state: str) -> Nomination:
    found = nominated(office.round, office.creek, office.creekers[0], office.dan)
    ways: dict[str, tuple[tuple[str, Any], ...]] = {
        "passed": (("pass", office.tess),),
        "accepted": (("pass", office.tess), ("accept", office.alice)),
        "sent_back": (("send_back", office.tess),),
        "refused": (("refuse", office.alice),),
        "withdrawn": (("withdraw", office.dan),),
    }
    for action, actor in ways.get(state, ()):
        found = acted(found, action, actor)
    return found


@pytest.mark.parametrize("state", NominationState.values)
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str):
    found = in_state(office, state)
    for action in ACTIONS:
        move = MOVES[NominationState(state)].get(action)
        for role in ROLES:
            with transaction.atomic():
                refusal = _refusal(found, action, getattr(office, role), move, role)
                if refusal is None:
                    done = acted(found, action, getattr(office, role), **_asked(office, action))
                    assert move is not None and done.state == move.to
                    assert list(drifted()) == []
                else:
                    with pytest.raises(refusal), transaction.atomic():
                        acted(found, action, getattr(office, role))
                transaction.set_rollback(True)


def _refusal(found: Nomination, action: str, actor: Any, move: Any, role: str) -> type[YoujuError] | None:
    if move is None:
        return NoSuchMove
    if role not in _MAY[move.right]:
        return NotAllowed
    return TownFirst if action == "accept" and found.state == NominationState.HANDED else None


def _asked(office: SimpleNamespace, action: str) -> dict[str, Any]:
    return {"person": office.creekers[0], "note": "补充了事迹"} if action == "again" else {}


def test_nobody_accepts_what_they_nominated_themself(office: SimpleNamespace):
    found = nominated(office.round, office.hill, office.hillers[0], office.alice)
    with pytest.raises(NotAllowed), transaction.atomic():
        acted(found, "accept", office.alice)
    assert acted(found, "accept", office.olga).state == NominationState.ACCEPTED


def test_the_bureau_waits_for_the_town_and_is_told_so(office: SimpleNamespace):
    found = nominated(office.round, office.creek, office.creekers[0], office.dan)
    with pytest.raises(TownFirst) as refused, transaction.atomic():
        acted(found, "accept", office.alice)
    assert "东山镇" in str(refused.value)
    assert "accept" not in open_moves(office.alice, found)
    assert "pass" not in open_moves(office.alice, found)
    passed = acted(found, "pass", office.tess)
    assert "accept" in open_moves(office.alice, passed)
    assert "accept" not in open_moves(office.tess, passed)


def test_a_school_outside_any_town_goes_straight_to_the_bureau(office: SimpleNamespace):
    found = nominated(office.round, office.hill, office.hillers[0], office.bob)
    assert "accept" in open_moves(office.alice, found)


def test_what_was_sent_back_goes_up_again_through_every_layer(office: SimpleNamespace):
    found = in_state(office, "passed")
    found = acted(found, "send_back", office.alice)
    assert set(open_moves(office.dan, found)) == {"again", "withdraw"}
    found = acted(found, "again", office.dan, note="补充材料", person=office.creekers[0])
    with pytest.raises(TownFirst):
        acted(found, "accept", office.alice)


def test_beyond_the_quota_it_is_refused_with_the_number(office: SimpleNamespace):
    for person in office.hillers[:2]:
        nominated(office.round, office.hill, person, office.bob)
    with pytest.raises(QuotaFull) as refused, transaction.atomic():
        nominated(office.round, office.hill, office.hillers[2], office.bob)
    assert "青山小学" in str(refused.value) and "2" in str(refused.value)
    assert Nomination.objects.count() == 2
    acted(Nomination.objects.first() or pytest.fail(), "withdraw", office.bob)
    assert nominated(office.round, office.hill, office.hillers[2], office.bob).pk


def test_a_school_without_a_place_cannot_nominate(office: SimpleNamespace):
    moved(office.round, "requota", office.alice, due_on=office.round.due_on, quotas=[
        {"unit": office.hill, "base": 0, "places": 1}, {"unit": office.lake, "base": 0, "places": 0},
    ])  # fmt: skip
    for unit, actor, person in ((office.lake, office.charlie, office.lakers[0]), (office.creek, office.dan, None)):
        with pytest.raises(NoPlace), transaction.atomic():
            nominated(office.round, unit, person or office.creekers[0], actor)


def test_a_holder_of_the_title_is_refused_with_the_list_that_gave_it(office: SimpleNamespace):
    record = given(office, office.hillers[0])
    with pytest.raises(HoldsTitle) as refused, transaction.atomic():
        nominated(office.round, office.hill, office.hillers[0], office.bob)
    assert record.ref in str(refused.value)


def test_one_held_in_another_year_is_no_bar_unless_it_is_given_for_good(office: SimpleNamespace):
    with clock.at(CALLED.replace(year=2025)):
        given(office, office.hillers[0])
    found = nominated(office.round, office.hill, office.hillers[0], office.bob)
    acted(found, "withdraw", office.bob)
    Title.objects.update(lasting=True)
    with pytest.raises(HoldsTitle):
        nominated(office.round, office.hill, office.hillers[0], office.bob)


def test_nobody_is_nominated_twice_not_even_under_a_merged_entry(office: SimpleNamespace):
    nominated(office.round, office.hill, office.hillers[0], office.bob)
    (other,) = people(office.lake, "孙立")
    Person.objects.filter(pk=other.pk).update(merged_into=office.hillers[0])
    other.refresh_from_db()
    for unit, actor, person in (
        (office.hill, office.bob, office.hillers[0]),
        (office.lake, office.charlie, other),
    ):
        with pytest.raises(NominatedTwice), transaction.atomic():
            nominated(office.round, unit, person, actor)


def test_after_the_last_day_only_what_was_sent_back_comes(office: SimpleNamespace):
    found = nominated(office.round, office.hill, office.hillers[0], office.bob)
    acted(found, "send_back", office.alice)
    with clock.at(CALLED + timedelta(days=15)):
        with pytest.raises(NominationsClosed), transaction.atomic():
            nominated(office.round, office.lake, office.lakers[0], office.charlie)
        assert acted(found, "again", office.bob, note="补充", person=office.hillers[0]).state == NominationState.HANDED


def test_a_title_for_units_takes_units_and_one_for_persons_persons(office: SimpleNamespace):
    with pytest.raises(WrongNominee), transaction.atomic():
        nominated(office.round, office.hill, None, office.bob)
    press = Title.objects.create(code="press", name="宣传先进集体", level="county", goes_to=GoesTo.UNIT)
    office.round = moved(called(office, award=press, title="先进集体评选"), "begin", office.alice)
    with pytest.raises(WrongNominee), transaction.atomic():
        nominated(office.round, office.hill, office.hillers[0], office.bob)
    assert nominated(office.round, office.hill, None, office.bob).who == "青山小学"


def test_a_pupil_is_counted_at_the_county_and_masked(office: SimpleNamespace):
    (pupil,) = people(office.hill, "李小禾", minor_until=clock.today() + timedelta(days=2000))
    found = acted(nominated(office.round, office.hill, pupil, office.bob), "accept", office.alice)
    fact = live_facts().get(measure="honours.nominations")
    assert (fact.unit, fact.subject) == ("yun", "")
    assert "李某某" in found.title and "小禾" not in found.title


@pytest.mark.django_db(transaction=True)
def test_of_many_who_nominate_at_once_no_more_get_in_than_there_are_places(cast: SimpleNamespace):
    with clock.at(CALLED):
        office = staffed(cast)
        office.round = moved(called(office), "begin", office.alice)
        candidates = people(office.hill, *(f"教师{number}" for number in range(AT_ONCE)))
    gate = Barrier(len(candidates))

    def nominate(person: Person) -> bool:
        gate.wait()
        try:
            with clock.at(CALLED):
                nominated(Round.objects.get(pk=office.round.pk), office.hill, person, office.bob)
            return True
        except QuotaFull:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(len(candidates)) as pool:
        assert sorted(pool.map(nominate, candidates)) == [False] * (AT_ONCE - 2) + [True] * 2
    assert office.bob.has_role(Role.LIAISON)
