"""Figures while the tree of units changes."""

from datetime import date

from tests.indicators.log import asked, declared, fact, post
from youju.orgs.placements import Placement
from youju.orgs.tree import find_unit as unit
from youju.orgs.units import Unit

SESSIONS = declared("sum", "study.sessions")


def test_closing_a_school_leaves_the_county_s_year_as_it_was(bureau: Unit):
    post("a", fact("study.sessions", 12, unit="school-1"), fact("study.sessions", 950, unit="school-2"))
    Placement.objects.create(unit=unit("school-1"), stands=False, since=date(2025, 9, 1), seq=1)
    assert asked(SESSIONS, bureau).value == 962


def test_moving_a_school_leaves_the_old_town_s_past_as_it_was(bureau: Unit):
    post("a", fact("study.sessions", 12, unit="school-1"))
    Placement.objects.create(unit=unit("school-1"), parent=unit("town-2"), since=date(2025, 9, 1), seq=1)
    assert asked(SESSIONS, unit("town-1")).value == 12
