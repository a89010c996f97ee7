"""Lists name what is behind a figure, charts draw it."""

from datetime import date
from typing import Any

import pytest

from tests.indicators.log import YEAR, build_units, fact, post
from youju.ledger.facts import FactLine
from youju.orgs.units import Unit
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import SummaryRefused
from youju.summaries.binding.markup import blocks, to_html, to_markdown
from youju.summaries.binding.summary import Summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau() -> Unit:
    """Articles: three of one school and two of another, in two months and of two levels."""
    unit = build_units()
    post("a", upper(2, level="city"), upper(1, level="province"))
    post("b", upper(2, unit="school-2", day=date(2025, 5, 4), level="province"))
    return unit


def upper(quantity: int, **told: Any) -> FactLine:
    return fact("publicity.articles", quantity, category="upper_media", **told)


def built(unit: Unit, template: str) -> Summary:
    return build(unit=unit, period=YEAR, template=template)


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("级别", "省级3篇、市级2篇"),
        ("level", "省级3篇、市级2篇"),
        ("单位", "school-1 3篇、school-2 2篇"),
        ("称号", "市级以上媒体5篇"),
        ("月份", "3月3篇、5月2篇"),
    ],
)
def test_a_list_names_the_parts(bureau: Unit, by: str, text: str) -> None:
    Unit.objects.filter(code="school-1").update(short_name="school-1 ")
    Unit.objects.filter(code="school-2").update(short_name="school-2 ")
    summary = built(bureau, f"刊发报道{{{{publicity.upper}}}}：{{{{列表 publicity.upper | {by}}}}}。")
    assert f"刊发报道5篇：{text}。" in to_markdown(summary)
    assert [figure.indicator.code for figure in summary.figures] == ["publicity.upper"] * 2


def test_names_that_stand_once_bear_no_number() -> None:
    unit = build_units()
    post("a", upper(1, level="city"))
    assert "有：市级。" in to_markdown(built(unit, "有：{{列表 publicity.upper | 级别}}。"))


def test_a_chart_is_a_block_of_its_own_with_its_values_as_a_table(bureau: Unit) -> None:
    summary = built(bureau, "报道如下\n{{图 publicity.upper | 月份}}\n完。")
    assert [block.chart is not None for block in blocks(summary)] == [False, True, False]
    chart = next(block.chart for block in blocks(summary) if block.chart)
    assert (chart.title, len(chart.parts)) == ("市级以上媒体宣传报道（按月份）", 12)
    page = to_html(summary, lambda figure: "/opens")
    assert "<svg" in page and "<td>3篇</td>" in page and 'href="/opens"' in page
    assert "<p><figure" not in page and "style=" not in page


def test_what_does_not_add_up_is_not_split(bureau: Unit) -> None:
    post("c", fact("study.sessions", 1, category="branch"))
    with pytest.raises(SummaryRefused) as refused:
        built(bureau, "{{图 study.reports.each_leader | 单位}}")
    assert "add up" in str(refused.value.details["problems"]) or "相加" in str(refused.value.details["problems"])
