"""Texts of several registers: what the check supports becomes tokens, none of them wrong, and they hold next year."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.demo_bureaus import YEAR
from tests.summaries.adopting.filling import TEXTS, Stated, filled
from youju.claims.check import check
from youju.claims.judging.verdict import Verdict
from youju.claims.reading import extract, in_sentences
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.lib.periods import Period
from youju.orgs.tree import home_unit
from youju.summaries.adopting.adopt import adopt
from youju.summaries.adopting.adoption import Adoption
from youju.summaries.binding.build import build
from youju.summaries.binding.summary import split

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]

BEFORE, NOW = Period.year(YEAR - 1), Period.year(YEAR)
_LARGE = re.compile("[万亿]")
SHARE = 0.9  # of the figures that the check supports


class Case(NamedTuple):
    name: str
    source: str
    stated: list[Stated]
    adoption: Adoption


def case_of(file: Path) -> Case:
    home = home_unit()
    template = in_sentences(file.read_text("utf-8")).text
    source, stated = filled(template, figures(home, BEFORE))
    return Case(file.stem, source, stated, adopt(source, unit=home, of=BEFORE))


@pytest.fixture(scope="module")
def cases(demo: object) -> list[Case]:
    return [case_of(file) for file in TEXTS]


def printed_for(adoption: Adoption, period: Period) -> tuple[str, list[tuple[int, int]]]:
    """The built text, and where its figures stand."""
    built = build(unit=home_unit(), period=period, template=adoption.text, draft=True)
    out, spans, length = [], [], 0
    for span in split(built.marked, built.spans):
        if span.figure is not None and not span.reason:
            spans.append((length, length + len(span.text)))
        out.append(span.text)
        length += len(span.text)
    return "".join(out), spans


def tell(line: str) -> None:
    """Measured values, for whoever reads the test's output."""
    print(line)  # noqa: T201 - what is measured here is asked for


def test_nine_of_ten_supported_figures_become_tokens(cases: list[Case]) -> None:
    supported = sum(case.adoption.supported for case in cases)
    bound = sum(len(case.adoption.bound) for case in cases)
    for case in cases:
        found = case.adoption
        tell(f"{case.name}: {len(case.stated)} figures, {found.supported} supported, {len(found.bound)} bound")
    tell(f"{bound} of {supported} supported figures bound in {len(cases)} texts")
    assert len(cases) >= 6 and supported >= 120
    assert bound >= SHARE * supported


def test_none_is_bound_to_another_figure_than_it_states(cases: list[Case]) -> None:
    wrong = list(_wrong(cases))
    assert wrong == []


def _wrong(cases: list[Case]) -> Iterator[str]:
    home = home_unit()
    known = figures(home, BEFORE)
    for case in cases:
        claims = extract(case.source)
        for bound in case.adoption.bound:
            claim = claims[bound.number - 1]
            meant = next((one for one in case.stated if one.start < claim.end and claim.start < one.end), None)
            if meant is None:
                yield f"{case.name}: {claim.text} was typed, and is bound to {bound.token}"
            elif bound.figure.entries != known[meant.code].entries:
                yield f"{case.name}: {claim.text} states {meant.code}, and is bound to {bound.token}"


@pytest.mark.parametrize("off", [1, 2, -1])
def test_a_figure_that_is_off_is_bound_only_where_its_rounding_still_holds(demo: object, off: int) -> None:
    home = home_unit()
    known = figures(home, BEFORE)
    shifted = {code: _shifted(figure, off) for code, figure in known.items()}
    for file in TEXTS:
        source, stated = filled(in_sentences(file.read_text("utf-8")).text, shifted)
        claims = extract(source)
        for bound in adopt(source, unit=home, of=BEFORE).bound:
            claim = claims[bound.number - 1]
            meant = next(one for one in stated if one.start < claim.end and claim.start < one.end)
            rounded = claim.approx != "exact" or _LARGE.search(claim.text)  # 48.1万 holds for 481,079 and 481,081
            assert rounded, (file.stem, claim.text)
            assert bound.figure.entries == known[meant.code].entries


def _shifted(figure: Figure, off: int) -> Figure:
    return (
        figure if figure.value is None or isinstance(figure.value, tuple) else replace(figure, value=figure.value + off)
    )


def test_for_its_own_year_each_token_prints_what_the_text_printed(cases: list[Case]) -> None:
    for case in cases:
        told, _spans = printed_for(case.adoption, BEFORE)
        said = [claim.text for claim in extract(told)]
        for claim in extract(case.source):
            assert claim.text in said, (case.name, claim.text)


def test_each_token_of_the_new_year_is_supported(cases: list[Case]) -> None:
    found, total = [], 0
    for case in cases:
        told, spans = printed_for(case.adoption, NOW)
        for checked in check(told, unit=home_unit(), period=NOW, aliases={}):
            claim = checked.claim
            if any(start < claim.end and claim.start < end for start, end in spans):
                total += 1
                if checked.verdict != Verdict.SUPPORTED:
                    found.append((case.name, claim.text, str(checked.verdict), checked.reason))
    tell(f"{total - len(found)} of {total} figures of the new year supported")
    assert found == []
