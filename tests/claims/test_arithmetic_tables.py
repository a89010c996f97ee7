"""What a text says about its own figures: every sentence of the tables, each written by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.claims.arithmetic.tables import Case, cases
from youju.claims.arithmetic import CODES, Finding, find_arithmetic
from youju.claims.reading import extract

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"


def findings(text: str) -> list[Finding]:
    return find_arithmetic(text, extract(text))


def says(finding: Finding, case: Case) -> bool:
    return finding.code == case.code and any(case.said in value for value in finding.params.values())


@pytest.mark.parametrize("case", cases("agrees"))
def test_figures_that_agree_are_told_to_agree(case: Case) -> None:
    assert [says(finding, case) for finding in findings(case.text)] == [True]


@pytest.mark.parametrize("case", cases("differs"))
def test_figures_that_differ_are_told_to_differ(case: Case) -> None:
    told = [finding for finding in findings(case.text) if not finding.agrees]
    assert [says(finding, case) for finding in told] == [True], told
    assert all(case.text[slice(*place)] for finding in told for place in (finding.first, finding.second))


@pytest.mark.parametrize("case", cases("silent"))
def test_nothing_is_said_where_nothing_can_be(case: Case) -> None:
    assert findings(case.text) == []


@pytest.mark.parametrize("case", [case for name in ("agrees", "differs", "silent") for case in cases(name)])
def test_marks_of_half_width_change_nothing(case: Case) -> None:
    narrow = case.text.translate(str.maketrans("，；：（）", ",;:()"))
    if not re.search("[0-9][,:][0-9]", narrow):
        assert [found.code for found in findings(narrow)] == [found.code for found in findings(case.text)]


def test_every_code_is_found_somewhere() -> None:
    assert {case.code for name in ("agrees", "differs") for case in cases(name)} == set(CODES)


if REFERENCE.is_dir():

    def test_it_finds_what_the_reference_summary_holds() -> None:
        """Collected only beside the shared folder, whose words must not be copied here."""
        text = (REFERENCE / "annual-summary.txt").read_bytes().decode("utf-8")
        codes = [finding.code for finding in findings(text)]
        assert codes == ["rhythm-agrees", "honour-twice", "parts-agree", "percent-possible"]
