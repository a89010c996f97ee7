"""Tokens of another period, of a unit below, of a change, and of a cell that no indicator declares."""

from datetime import date

import pytest
from django.utils import translation

from tests.indicators.log import build_units, fact, post
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import SummaryRefused
from youju.summaries.binding.scope import period_of, written_period
from youju.summaries.binding.tokens import tokens, written

pytestmark = pytest.mark.django_db

MEASURE = "publicity.articles"
SUM = f"cell:{MEASURE}:local_media:*:*:sum"
THIS = Period.year(2025)


@pytest.fixture
def unit() -> Unit:
    """9 articles in 2024; 12 in 2025, of which 5 in March and 7 of another school in June."""
    bureau = build_units()
    post("rec-1", fact(MEASURE, 9, day=date(2024, 5, 2), category="local_media"))
    post("rec-2", fact(MEASURE, 5, day=date(2025, 3, 2), category="local_media"))
    post("rec-3", fact(MEASURE, 7, unit="school-3", day=date(2025, 6, 2), category="local_media"))
    return bureau


def told(unit: Unit, template: str, *, draft: bool = False) -> str:
    built = build(unit=unit, period=THIS, template=template, draft=draft)
    pieces = [built.marked.replace(f"\ue000{at}\ue001", span.text) for at, span in enumerate(built.spans)]
    assert len(pieces) == 1
    return pieces[0]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("", "12篇"), ("@2024", "9篇"), ("@-1", "9篇"), ("@03", "5篇"), ("@..03", "5篇"), ("@2025-06", "7篇"),
        ("@unit:school-1", "5篇"), ("@-1@unit:school-1", "9篇"), ("@unit:school-3", "7篇"),
    ],
)  # fmt: skip
def test_a_figure_of_another_period_or_unit(unit: Unit, asked: str, text: str) -> None:
    assert told(unit, f"在本地媒体发表{{{{{SUM}{asked}}}}}。") == f"在本地媒体发表{text}。"


@pytest.mark.parametrize(
    ("form", "text"), [("percent", "增长33.3%"), ("", "增加3篇"), ("percent whole 提升", "提升33%")]
)
def test_a_change(unit: Unit, form: str, text: str) -> None:
    assert told(unit, f"比上年{{{{change {SUM}|{form}}}}}") == f"比上年{text}"


def test_a_change_keeps_the_figure_that_it_is_told_against(unit: Unit) -> None:
    (span,) = build(unit=unit, period=THIS, template=f"比上年{{{{change {SUM}}}}}").spans
    assert span.figure is not None and span.before is not None
    assert (span.figure.value, span.before.value, span.before.period.code) == (12, 9, "2024")


def test_no_change_is_told_from_a_year_without_reports(unit: Unit) -> None:
    with translation.override("en"), pytest.raises(SummaryRefused) as refused:
        told(unit, f"比上年{{{{change {SUM}@2024}}}}")
    assert "2023" in refused.value.details["problems"]
    assert "＿" in told(unit, f"比上年{{{{change {SUM}@2024}}}}", draft=True)


@pytest.mark.parametrize("asked", ["@soon", "@unit:city", "@unit:no-such"])
def test_what_is_no_period_or_no_unit_below_is_refused(unit: Unit, asked: str) -> None:
    with pytest.raises(SummaryRefused) as refused:
        told(unit, f"发表{{{{{SUM}{asked}}}}}")
    assert asked.removeprefix("@").removeprefix("unit:") in refused.value.details["problems"]


@pytest.mark.parametrize("code", ["cell:no.such:*:*:*:sum", f"cell:{MEASURE}:*:*:*:cube", f"cell:{MEASURE}", "cell:"])
def test_a_cell_that_is_none_is_no_indicator(unit: Unit, code: str) -> None:
    with pytest.raises(SummaryRefused):
        told(unit, f"发表{{{{{code}}}}}")


@pytest.mark.parametrize("code", ["2025", "2024", "2023-05", "2025-03", "2025-11", "..2025-06-30", "2024/2025"])
def test_a_period_is_read_back_as_it_was_written(code: str) -> None:
    period = Period.parse(code)
    assert period_of(written_period(period, THIS), THIS) == period


def test_a_period_moves_with_the_document() -> None:
    following = Period.year(2026)
    asked = [written_period(Period.parse(code), THIS) for code in ("2025", "2024", "2025-03", "..2025-06-30")]
    assert [period_of(one, following).code for one in asked] == ["2026", "2025", "2026-03", "..2026-06-30"]


def test_a_token_is_read_back_as_it_was_written() -> None:
    text = written(SUM, form="near bare/bare", period="-1", unit="school-1", change=True)
    (token,) = tokens(text)
    assert (token.sort, token.text, token.rest) == ("change", SUM, "near bare/bare")
    assert (token.period, token.unit) == ("-1", "school-1")
