"""Units that a text names, while they take other names, close and give their name to another."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.orgs.plant import plant
from tests.records.cast import make_cast
from youju.claims.context.places import Places
from youju.lib.periods import Period
from youju.orgs.actors import CONSOLE
from youju.orgs.tree_verbs import unit_close, unit_rename


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def units(cast: SimpleNamespace, year: int) -> dict[str, str]:
    return dict(Places.of(cast.county, Period.year(year), {}).units)


def test_an_old_name_goes_on_finding_its_unit(cast: SimpleNamespace):
    unit_rename(unit=cast.hill, name="青峰小学", month=date(2025, 9, 1), actor=CONSOLE, reason="late")
    assert {units(cast, year)[name] for year in (2024, 2026) for name in ("青山小学", "青峰小学")} == {"hill"}


def test_a_name_that_went_to_another_unit_is_whose_it_was_then(cast: SimpleNamespace):
    unit_close(unit=cast.hill, month=date(2025, 1, 1), actor=CONSOLE, reason="late")
    plant("hill-2", "school", "青山小学", parent=cast.county, since=date(2025, 9, 1))
    assert [units(cast, year).get("青山小学") for year in (2024, 2025)] == ["hill", "hill-2"]
