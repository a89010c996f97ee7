"""A summary is refused while one of its figures is unfounded; the sentence names the line."""

from collections.abc import Iterator

import pytest

from tests.summaries.made import YEAR, figure
from youju.orgs.units import Unit
from youju.summaries import build as building
from youju.summaries.build import build
from youju.summaries.errors import NothingReported, SummaryRefused, UnreadableTemplate
from youju.summaries.markup import to_html, to_markdown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_figure(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A bureau that has reported 97 articles and nothing else."""
    known = {code: figure(code, value) for code, value in (("publicity.local", 97), ("publicity.upper", None))}
    monkeypatch.setattr(building, "figures", lambda *_, **__: known)
    yield


@pytest.fixture
def unit() -> Unit:
    return Unit(code="x", kind="county", name="某县教育局")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("甲\n\n宣传 {{no.such}}", "no.such"),
        ("甲\n\n宣传 {{publicity.upper}}", "publicity.upper"),
        ("甲\n\n宣传 {{publicity.local|over}}x{{publicity.local|tens}}y{{publicity.local|huge}}", "huge"),
        ("甲\n\n全年培训15场。", "15场"),
        ("甲\n\n{{手填 15场}}", "手填"),
        ("甲\n\n宣传 {{publicity.local", "{{"),
        ("甲\n\n宣传 {{}}", ""),
    ],
)
def test_it_names_the_line(template: str, said: str, unit: Unit) -> None:
    with pytest.raises(SummaryRefused) as refused:
        build(unit=unit, period=YEAR, template=template)
    problems = refused.value.details["problems"]
    assert "3" in problems.split("\n")[0]
    assert said in problems or said == "{{"


def test_all_problems_come_at_once(unit: Unit) -> None:
    with pytest.raises(SummaryRefused) as refused:
        build(unit=unit, period=YEAR, template="共办15场。\n{{no.such}}\n共办16场。")
    assert len(refused.value.details["problems"].split("\n")) == 3


def test_an_empty_template_is_refused(unit: Unit) -> None:
    with pytest.raises(UnreadableTemplate):
        build(unit=unit, period=YEAR, template=" \n")


def test_a_period_without_figures_is_refused(unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "figures", lambda *_, **__: {})
    with pytest.raises(NothingReported):
        build(unit=unit, period=YEAR, template="甲")


def test_a_figure_typed_by_hand_is_told_on_the_cover(unit: Unit) -> None:
    built = build(unit=unit, period=YEAR, template="共办{{手填 15场 | 合作单位口头告知}}。")
    assert [(span.text, span.reason) for span in built.by_hand] == [("15场", "合作单位口头告知")]
    assert "合作单位口头告知" in to_markdown(built).split("---")[1]


def test_markup_in_a_template_does_no_harm(unit: Unit) -> None:
    built = build(
        unit=unit, period=YEAR, template="# 甲\n\n<script>alert()</script> [乙](javascript:x) {{publicity.local|near}}"
    )
    page = to_html(built, lambda figure: '"><b>')
    assert "<script" not in page
    assert "javascript:" not in page.replace("(javascript:x)", "")
    assert "近百篇</a>" in page
    assert "<b>" not in page


def test_year_and_unit_are_filled_in(unit: Unit) -> None:
    assert to_markdown(build(unit=unit, period=YEAR, template="{{unit}}{{year}}年总结")).startswith(
        "某县教育局2025年总结"
    )
