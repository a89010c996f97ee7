"""Briefs: what is adopted bears the day of what was submitted; who may mark and withdraw them."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import make_cast
from youju.errors import NotAllowed
from youju.indicators.figures import figure
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.records.errors import NoSuchMove
from youju.records.kinds import get_case_kind
from youju.records.publicity.brief.forms import BriefForm, BriefMoveForm
from youju.records.publicity.brief.models import Brief
from youju.records.publicity.brief.moves import MOVES, BriefState
from youju.records.publicity.brief.sample import sample
from youju.records.publicity.outlet.models import Outlet
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_move, case_open

LAST_OF_DECEMBER, JANUARY = date(2024, 12, 30), date(2025, 1, 5)
ROLES = ("alice", "bob", "charlie", "dora", "eve")
_MAY = {"officer": {"alice"}, "second officer": {"alice"}, "recorder": {"alice", "bob"}}


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def brief(cast: SimpleNamespace) -> Brief:
    case = case_open(kind=get_case_kind("brief"), values=sample(cast.hill, LAST_OF_DECEMBER), actor=cast.bob)
    assert isinstance(case, Brief)
    return case


def submitted(cast: SimpleNamespace) -> Brief:
    case = brief(cast)
    moved(case, "submit", cast.alice)
    return case


def moved(case: Brief, action: str, actor: Member) -> None:
    values: dict[str, Any] = {"adopted_on": JANUARY, "issue": "第1期", "title": "改题"}
    case_move(case=case, action=action, actor=actor, version=case.version, reason="说明", values=values)


def figures(cast: SimpleNamespace, year: int) -> tuple[object, object]:
    of_year = Period.year(year)
    return tuple(figure(cast.county, of_year, f"information.{what}").value for what in ("submitted", "adopted"))  # type: ignore[return-value]  # two codes, two values


def test_what_january_adopted_counts_in_the_year_it_was_submitted(cast: SimpleNamespace):
    case = brief(cast)
    assert not any(figures(cast, 2024))
    moved(case, "submit", cast.alice)
    assert figures(cast, 2024)[0] == 1
    moved(case, "adopt", cast.alice)
    assert figures(cast, 2024) == (1, 1)
    assert not any(figures(cast, 2025))
    assert list(drifted()) == []


def test_a_mark_is_taken_back_and_what_is_not_adopted_is_none_of_it(cast: SimpleNamespace):
    case = submitted(cast)
    moved(case, "adopt", cast.alice)
    moved(case, "reopen", cast.alice)
    moved(case, "decline", cast.alice)
    assert figures(cast, 2024) == (1, 0)
    assert list(drifted()) == []


def test_what_is_withdrawn_counts_no_longer(cast: SimpleNamespace):
    case = submitted(cast)
    moved(case, "withdraw", cast.bob)
    assert not any(figures(cast, 2024))
    assert list(drifted()) == []
    with pytest.raises(NoSuchMove):
        moved(case, "adopt", cast.alice)


_WAY = {
    "reported": (), "sent": ("submit",), "adopted": ("submit", "adopt"), "declined": ("submit", "decline"),
    "withdrawn": ("withdraw",),
}  # fmt: skip


def _cells() -> Iterator[tuple[str, str, str]]:
    actions = sorted({action for moves in MOVES.values() for action in moves})
    return ((state, action, who) for state in BriefState.values for action in actions for who in ROLES)


@pytest.mark.parametrize(("state", "action", "who"), list(_cells()))
def test_each_move_is_open_to_just_those_of_the_table(cast: SimpleNamespace, state: str, action: str, who: str):
    case = brief(cast)
    for before in _WAY[state]:
        moved(case, before, cast.alice)
    move = MOVES.get(state, {}).get(action)
    if move is not None and who in _MAY[move.right]:
        moved(case, action, getattr(cast, who))
        assert case.state == move.to
        return
    with pytest.raises(NoSuchMove if move is None else NotAllowed):
        moved(case, action, getattr(cast, who))


def test_the_forms_take_a_bulletin_and_a_day_that_can_be(cast: SimpleNamespace):
    case = brief(cast)
    Outlet.objects.create(code="daily", name="望川日报", sort="press", level="city")
    data = {"unit": cast.hill.pk, "title": "甲", "happened": LAST_OF_DECEMBER, "adopter": "望川教育信息"}
    assert BriefForm(data, actor=cast.alice).is_valid()
    assert BriefForm(data | {"adopter": "望川日报"}, actor=cast.alice).errors.keys() == {"adopter"}
    assert BriefForm(data, actor=cast.bob).is_valid()
    assert "unit" in BriefForm(data, actor=cast.charlie).errors
    early = {"adopted_on": date(2024, 12, 1)}
    adopt = MOVES[BriefState.SUBMITTED]["adopt"]
    assert BriefMoveForm(early, instance=case, move=adopt, actor=cast.alice).errors.keys() == {"adopted_on"}
