"""Selections: every move by its right, places shared out, nominations collected, and who sees what of it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from tests.records.cast import people
from tests.records.honours.selection import (
    DECIDED,
    best,
    called,
    collected,
    in_state,
    moved,
    nominated,
    refuses,
)
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.records.errors import NoSuchMove
from youju.records.heads.ledgered import Ledgered
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.round.allotting import allot
from youju.records.honours.round.bases import QuotaBy, bases
from youju.records.honours.round.errors import (
    NobodyNominated,
    NominationsPending,
    NoQuota,
)
from youju.records.honours.round.moves import MOVES, RoundState
from youju.records.kinds import get_record_kind
from youju.records.reading.access import get_case_for, visible_to
from youju.records.reading.drift import drifted
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify

ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "olga", "grace", "tess", "bob", "charlie", "dan", "dora", "eve")
_MAY = {"officer": {"alice", "olga"}, "signer": {"grace"}}


@pytest.mark.parametrize("state", RoundState.values)
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str):
    round = in_state(office, state)
    values: dict[str, dict[str, Any]] = {
        "begin": {}, "publish": {"posted_at": "局网站", "contact": "1"}, "list": {"picks": best(round)},
        "edit": {"picks": best(round)[:1]}, "recommend": {"recommended_to": "市教育局"},
        "decide": {"document": "云教〔2026〕1号", "decided_on": DECIDED.date()},
    }  # fmt: skip
    with clock.at(DECIDED):
        for action in ACTIONS:
            move = MOVES[RoundState(state)].get(action)
            for role in ROLES:
                actor = getattr(office, role)
                if move is None or role not in _MAY[move.right]:
                    refuses(round, action, actor, NoSuchMove if move is None else NotAllowed)
                else:
                    with transaction.atomic():
                        assert moved(round, action, actor, **values.get(action, {})).state == move.to
                        assert list(drifted()) == []
                        transaction.set_rollback(True)


def test_places_go_by_whole_shares_and_then_by_the_largest_remainders():
    assert allot(10, {"a": 33, "b": 33, "c": 34}) == {"a": 3, "b": 3, "c": 4}
    assert allot(7, {"a": 10, "b": 20, "c": 40}) == {"a": 1, "b": 2, "c": 4}
    assert allot(2, {"a": 1, "b": 1, "c": 1}) == {"a": 1, "b": 1, "c": 0}
    assert allot(0, {"a": 5}) == {"a": 0}
    for places in range(40):
        assert sum(allot(places, {"a": 17, "b": 5, "c": 99, "d": 0}).values()) == places
    with pytest.raises(ValueError, match="over 0"):
        allot(3, {"a": 0})


def test_staff_are_counted_by_the_rosters_pupils_on_them_are_not(office: SimpleNamespace):
    people(office.lake, "李小禾", minor_until=date(2033, 1, 1))
    assert bases(QuotaBy.ROSTER, office.county, clock.today()) == {office.hill: 3, office.lake: 2, office.creek: 1}
    assert bases(QuotaBy.EQUAL, office.town, clock.today()) == {office.creek: 1}


def test_teachers_are_those_of_the_newest_return(office: SimpleNamespace):
    for year, teachers in ((2024, 30), (2025, 42)):
        values = {
            "unit": office.hill, "title": "基本情况", "happened": date(year, 9, 1), "sort": "primary",
            "ownership": "public", "teaching_points": 0, "staff": 50, "teachers": teachers, "area": 900,
            "stages": [
                {"stage": "primary", "classes": 9, "pupils": 500, "boarders": 0, "entrants": 80, "leavers": 70}
            ],
            "late_reason": "补录",
        }  # fmt: skip
        record = record_add(kind=get_record_kind("schoolreturn"), values=values, actor=office.bob)
        record_submit(record=record, actor=office.bob)
        record_verify(record=record, actor=office.alice)
    assert bases(QuotaBy.TEACHERS, office.county, clock.today()) == {office.hill: 42}
    assert bases(QuotaBy.PUPILS, office.county, date(2025, 1, 1)) == {office.hill: 500}


def test_a_call_without_a_place_is_not_opened(office: SimpleNamespace):
    refuses(called(office, quotas=[]), "begin", office.alice, NoQuota)


def test_towns_review_before_the_panel_scores(office: SimpleNamespace):
    round = moved(called(office), "begin", office.alice)
    refuses(round, "to_panel", office.alice, NobodyNominated)
    nominated(round, office.creek, office.creekers[0], office.dan)
    assert "溪口小学" in refuses(round, "to_panel", office.alice, NominationsPending)


def test_schools_with_a_place_see_the_call_and_their_own_nominations_alone(office: SimpleNamespace):
    round, nominations = collected(office, quotas=[
        {"unit": office.hill, "base": 1, "places": 2}, {"unit": office.lake, "base": 1, "places": 1},
    ])  # fmt: skip
    for actor in (office.bob, office.charlie):
        assert get_case_for(actor, round.ref) == round
    for ref in (round.ref, *(each.ref for each in nominations)):
        with pytest.raises(NotFound):
            get_case_for(office.dan, ref)
    with pytest.raises(NotFound):
        get_case_for(office.charlie, nominations[0].ref)
    assert not visible_to(office.dan, Nomination).exists()
    assert isinstance(visible_to(office.charlie).get(kind="nomination"), Ledgered)
