"""A number far above what was told before is asked about; nothing is refused for it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from tests.orgs.plant import plant
from tests.records.cast import member, people, verified, visits
from youju.lib import clock
from youju.orgs.members import Role
from youju.records.reading.outliers import outliers_of
from youju.records.verbs.record_verbs import record_submit

SPRING = datetime(2025, 7, 1, 4, tzinfo=UTC)
EARLIER = [date(2025, month, 10) for month in range(1, 7)]


@pytest.fixture(autouse=True)
def spring() -> Iterator[None]:
    with clock.at(SPRING):
        yield


def told(cast: SimpleNamespace, *quantities: int) -> None:
    for day, quantity in zip(EARLIER, quantities, strict=False):
        verified(visits(cast.bob, cast.hill, quantity, happened=day), cast.bob, cast.alice)


def test_a_hundred_times_the_usual_is_asked_about(cast: SimpleNamespace):
    told(cast, 17, 20)
    record = visits(cast.bob, cast.hill, 2000)
    (found,) = outliers_of([record])[record.ref]
    assert (found.than, found.quantity, found.beside) == ("own", 2000, 20)


def test_the_usual_and_a_small_number_are_not(cast: SimpleNamespace):
    told(cast, 3, 4)
    assert outliers_of([visits(cast.bob, cast.hill, 12), visits(cast.bob, cast.hill, 19)]) == {}


def test_a_unit_without_a_past_is_held_against_its_like(cast: SimpleNamespace):
    told(cast, 10, 20, 30, 40, 50)
    usual, much = visits(cast.charlie, cast.lake, 60), visits(cast.charlie, cast.lake, 160)
    found = outliers_of([usual, much])
    assert [(one.than, one.beside) for one in found.pop(much.ref)] == [("like", 50)]
    assert found == {}


def test_units_of_another_sort_are_not_its_like(cast: SimpleNamespace):
    told(cast, 10, 20, 30, 40, 50)
    town = plant(code="town", kind="town", name="溪口镇", parent=cast.county)
    tina = member("tina", town, Role.LIAISON)
    assert outliers_of([visits(tina, town, 160)]) == {}


def test_volunteers_are_held_against_the_roster_where_there_is_nothing_else(cast: SimpleNamespace):
    people(cast.hill, "青一", "青二")
    record = visits(cast.bob, cast.hill, 999_999_999, sort="exam.candidates")
    assert [one.than for one in outliers_of([record])[record.ref]] == ["roster"]


def test_it_is_handed_in_all_the_same(cast: SimpleNamespace):
    told(cast, 17, 20)
    record = visits(cast.bob, cast.hill, 2000)
    record_submit(record=record, actor=cast.bob)
    assert record.state == "submitted"


def test_the_whole_of_last_year_is_usual_too(cast: SimpleNamespace):
    for month in range(1, 13):
        verified(visits(cast.bob, cast.hill, 50, happened=date(2024, month, 10)), cast.bob, cast.alice)
    usual, much = visits(cast.bob, cast.hill, 1500), visits(cast.bob, cast.hill, 2000)
    found = outliers_of([usual, much])
    assert [(one.than, one.beside) for one in found.pop(much.ref)] == [("year", 600)]
    assert found == {}
