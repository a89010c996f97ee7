"""The guide to checking says what the check does: its table of ways to write a number is the check's own."""

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from youju.claims.arithmetic.intervals import interval
from youju.claims.documents.limits import MOST_CHARACTERS, MOST_FIGURES
from youju.claims.reading import extract

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("checking.md", "checking.zh.md")


class Row(NamedTuple):
    written: str
    agrees: list[str]
    not_: list[str]


def _rows(name: str) -> list[Row]:
    lines = (DOCS / name).read_text("utf-8").split("| --- | --- | --- |\n")[2].split("\n\n")[0].splitlines()
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [Row(written, agrees.split(), others.split()) for written, agrees, others in cells]


@pytest.mark.parametrize("row", _rows(GUIDES[0]), ids=lambda row: row.written)
def test_what_the_guide_says_agrees_is_what_agrees(row: Row):
    (claim,) = extract(f"共{row.written}。")
    values = interval(claim)
    assert values is not None
    assert [value for value in row.agrees if not values.holds(Fraction(value))] == []
    assert [value for value in row.not_ if values.holds(Fraction(value))] == []


def test_both_languages_say_the_same():
    assert _rows(GUIDES[0]) == _rows(GUIDES[1])


@pytest.mark.parametrize("name", GUIDES)
def test_the_bounds_are_those_of_the_check(name: str):
    guide = (DOCS / name).read_text("utf-8")
    assert f"{MOST_CHARACTERS:,}" in guide
    assert f"{MOST_FIGURES:,}" in guide
