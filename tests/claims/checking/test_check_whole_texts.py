"""Whole texts, marked by hand: no number is green that should not be, and of those that should most are."""

import pytest

from tests.claims.checking.whole_texts import UNITS, counted, texts, told

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]


@pytest.mark.parametrize("unit", UNITS)
def test_no_number_about_something_else_is_green(unit: str):
    every = [one for text in texts(unit) for one in told(unit, text)]

    assert [one.said for one in every if one.mark != "g" and one.verdict == "supported"] == []


def test_most_right_numbers_are_green():
    found = counted([one for unit in UNITS for text in texts(unit) for one in told(unit, text)])

    assert found["right green"] >= 0.85 * found["right"]
