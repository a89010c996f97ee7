"""Figures while the tree of units changes: what happened stays with whom a unit was below in its month."""

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace

import pytest

from tests.indicators.log import YEAR, asked, declared, fact, post
from tests.orgs.plant import plant
from youju.indicators.breakdown import by_month, by_unit
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.ledger import log
from youju.lib.periods import Period
from youju.orgs.actors import CONSOLE
from youju.orgs.tree import find_unit as unit
from youju.orgs.tree_verbs import unit_close, unit_merge, unit_move, unit_reopen
from youju.orgs.units import Unit

SESSIONS = declared("sum", "study.sessions")
RUNNING = declared("stock", "projects.running")
LEAST = declared("min", "study_reports.written", unit_kind=("school",))
MARCH, OCTOBER = date(2025, 3, 7), date(2025, 10, 7)


def move(code: str, parent: str, month: date = date(2025, 9, 1)) -> None:
    unit_move(unit=unit(code), parent=unit(parent), month=month, actor=CONSOLE, reason="told late")


def close(code: str, month: date = date(2025, 9, 1)) -> None:
    unit_close(unit=unit(code), month=month, actor=CONSOLE, reason="told late")


def merge(code: str, into: str, month: date = date(2025, 9, 1)) -> None:
    unit_merge(unit=unit(code), into=unit(into), month=month, actor=CONSOLE, reason="told late")


def test_closing_a_school_leaves_the_county_s_year_as_it_was(bureau: Unit):
    post("a", fact("study.sessions", 12, unit="school-1"), fact("study.sessions", 950, unit="school-2"))
    close("school-1")
    assert asked(SESSIONS, bureau).value == 962


def test_moving_a_school_leaves_the_old_town_s_past_as_it_was(bureau: Unit):
    post("a", fact("study.sessions", 12, unit="school-1", day=MARCH))
    move("school-1", "town-2")
    assert [asked(SESSIONS, unit(town)).value for town in ("town-1", "town-2")] == [12, None]
    assert asked(SESSIONS, unit("town-1"), Period.year(2024)).value is None


def test_a_town_has_what_its_schools_did_while_they_were_its_own(bureau: Unit):
    post("a", fact("study.sessions", 3, day=MARCH), fact("study.sessions", 5, day=OCTOBER))
    move("school-1", "town-2")
    towns = [asked(SESSIONS, unit(town)) for town in ("town-1", "town-2")]
    assert [town.value for town in towns] == [3, 5]
    assert [part.value for part in by_month(towns[1])][8:10] == [None, 5]


def test_a_fact_told_after_the_closing_is_not_lost(bureau: Unit):
    close("school-1")
    post("a", fact("study.sessions", 2, day=OCTOBER))
    assert [asked(SESSIONS, each).value for each in (bureau, unit("town-1"))] == [2, 2]


def test_a_stock_goes_along_with_its_unit(bureau: Unit):
    post("a", fact("projects.running", 4, day=date(2020, 1, 1)))
    move("school-1", "town-2")
    assert [asked(RUNNING, unit(town)).value for town in ("town-1", "town-2")] == [None, 4]
    summer = Period.parse("..2025-08-31")
    assert [asked(RUNNING, unit(town), summer).value for town in ("town-1", "town-2")] == [4, None]


def test_the_months_of_a_stock_show_when_it_came(bureau: Unit):
    post("a", fact("projects.running", 4, day=date(2020, 1, 1)))
    move("school-1", "town-2")
    east, west = (by_month(asked(RUNNING, unit(town))) for town in ("town-1", "town-2"))
    assert [part.value for part in east][7:9] == [4, None]
    assert [part.value for part in west][7:9] == [None, 4]
    assert [part.entries for part in east][7:9] == [(0,), ()]


def test_of_the_least_each_unit_brings_its_whole_year_along(bureau: Unit):
    post("a", fact("study_reports.written", 2, day=MARCH))
    move("school-1", "town-2")
    assert asked(LEAST, unit("town-2")).value == 2


def test_a_closed_school_is_not_waited_for(bureau: Unit):
    post("a", fact("study_reports.written", 2, unit="school-2"), fact("study_reports.written", 1, unit="school-4"))
    assert asked(LEAST, bureau).value == 0  # school-1 wrote nothing
    close("school-1")
    assert asked(LEAST, bureau).value == 1


def test_by_the_present_tree_past_years_are_the_present_town_s(bureau: Unit):
    post("a", fact("study.sessions", 3, day=MARCH))
    move("school-1", "town-2")
    values = {
        town: figures(unit(town), YEAR, indicators=[SESSIONS], current_tree=True)["test"].value
        for town in ("town-1", "town-2")
    }
    assert values == {"town-1": None, "town-2": 3}


def test_by_the_present_tree_a_merged_school_counts_as_its_heir(bureau: Unit):
    post("a", fact("study.sessions", 3, unit="school-1"), fact("study.sessions", 4, unit="school-4"))
    merge("school-1", "school-4")
    own = declared("sum", "study.sessions", scope="own")
    heir, town = unit("school-4"), unit("town-1")
    assert figures(heir, YEAR, indicators=[own], current_tree=True)["test"].value == 7
    assert figures(heir, YEAR, indicators=[own])["test"].value == 4
    assert figures(town, YEAR, indicators=[SESSIONS], current_tree=True)["test"].value is None
    county = figures(bureau, YEAR, indicators=[SESSIONS], current_tree=True)["test"]
    assert [(part.key, part.value) for part in by_unit(county)] == [("school-4", 7)]
    assert county.entries == (0,)


@pytest.fixture
def county(bureau: Unit) -> SimpleNamespace:
    """Ten more schools in two towns, each with something in every month of the year and something standing."""
    schools = [f"school-{number}" for number in range(10, 20)]
    for place, code in enumerate(schools):
        plant(code, "school", parent=unit("town-1" if place < 5 else "town-2"))
    for month in range(1, 13):
        lines = [
            fact("study.sessions", 1 + place, unit=code, day=date(2025, month, 9)) for place, code in enumerate(schools)
        ]
        present = [fact("study.present", unit=code, subject=f"p-{code}", day=date(2025, month, 9)) for code in schools]
        post(
            f"m{month}",
            *lines,
            *present,
            *(fact("projects.running", unit=code, day=date(2025, month, 3)) for code in schools),
        )
    return SimpleNamespace(bureau=bureau, schools=schools)


def told(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.numerator, figure.denominator, figure.note, figure.digest


def everything(size: int, periods: tuple[str, ...]) -> Mapping[tuple[str, str, str], tuple[object, ...]]:
    """All figures of the county and its towns, as text would print them, as of a size."""
    return {
        (top, period, code): told(figure)
        for top in ("bureau", "town-1", "town-2", "school-10")
        for period in periods
        for code, figure in figures(unit(top), Period.parse(period), size=size).items()
    }


def test_ten_schools_closed_merged_and_moved_in_mid_year(county: SimpleNamespace):
    periods = ("2024", "2025", "2024/2025", "2025-06", "2025-10", "..2025-09-30")
    whole, first = everything(12, periods), everything(6, periods)
    for code in county.schools[:3]:
        move(code, "town-2")
    for code in county.schools[3:5]:
        close(code)
    for code in county.schools[5:7]:
        move(code, "town-1", date(2025, 7, 1))
    for code in county.schools[7:9]:
        merge(code, "school-19", date(2025, 11, 1))
    move("school-19", "bureau", date(2025, 12, 1))
    assert log.size() == 22
    assert everything(12, periods) == whole
    assert everything(6, periods) == first
    now = everything(22, periods)
    assert {key: now[key] for key in now if key[0] == "bureau"} == {
        key: whole[key] for key in whole if key[0] == "bureau"
    }
    # By hand: school 10 + n does 1 + n a month: the towns had 15 and 40; 15 and 16 (6 + 7) move in July, 10 to 12 (6)
    # in September, and 19 (10) leaves for the bureau in December. Closed and merged ones stay where they were.
    one, two = (by_month(figures(unit(town), YEAR, indicators=[SESSIONS])["test"]) for town in ("town-1", "town-2"))
    assert [part.value for part in one] == [15] * 6 + [28] * 2 + [22] * 4
    assert [part.value for part in two] == [40] * 6 + [27] * 2 + [33] * 3 + [23]


def test_a_school_that_opens_again_is_where_it_was_put(bureau: Unit):
    post("a", *(fact("study.sessions", 1, day=date(2025, month, 5)) for month in range(1, 13)))
    close("school-1", date(2025, 4, 1))
    unit_reopen(unit=unit("school-1"), parent=unit("town-2"), month=date(2025, 9, 1), actor=CONSOLE, reason="late")
    assert [asked(SESSIONS, unit(town)).value for town in ("town-1", "town-2")] == [8, 4]
