"""A summary is refused while one of its figures is unfounded; the sentence names the line."""

from collections.abc import Iterator
from decimal import Decimal
from html import escape

import pytest

from tests.summaries.made import YEAR, figure
from youju.orgs.units import Unit
from youju.summaries.binding import build as building
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import NothingReported, SummaryRefused, UnreadableTemplate
from youju.summaries.binding.markup import to_html, to_markdown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_figure(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A bureau that has reported 97 articles and nothing else."""
    values = {"publicity.local": 97, "publicity.upper": None, "exam.first_tier": 1160, "reviews.answers": 775}
    known = {code: figure(code, value) for code, value in values.items()}
    known |= {"reviews.satisfaction": figure("reviews.satisfaction", Decimal("98.71"), 765, 775)}
    known |= {"reviews.return_rate": figure("reviews.return_rate", None)}
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
        ("甲\n\n高考本一达线 {{exam.first_tier}}", "未成年人学校保护规定"),
        ("甲\n\n宣传 {{publicity.local|over}}x{{publicity.local|tens}}y{{publicity.local|huge}}", "huge"),
        ("甲\n\n全年培训15场。", "15场"),
        ("甲\n\n{{手填 15场}}", "手填"),
        ("甲\n\n{{手填 15场 | 无记录 | 会议记录}}", "手填"),
        ("甲\n\n{{记录 study-0000000000}}", "study-0000000000"),
        ("甲\n\n{{列表 publicity.local | 颜色}}", "颜色"),
        ("甲\n\n{{列表 publicity.upper | 级别}}", "市级以上"),
        ("甲\n\n见{{图 publicity.local | 级别}}", ""),
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


@pytest.mark.parametrize(
    "wrong",
    ["15场", "{{no.such}}", "{{手填 15场}}", "{{exam.first_tier}}", "{{publicity.local|huge}}", "{{", "{{记录 x}}"],
)
def test_a_draft_is_written_with_what_is_wrong_marked_and_told(wrong: str, unit: Unit) -> None:
    built = build(unit=unit, period=YEAR, template=f"甲\n\n共办{wrong}，宣传{{{{publicity.local}}}}。", draft=True)
    if wrong != "{{publicity.local|huge}}":  # a figure is there, and nothing to print: a blank
        assert [(span.text, problem.line) for span, problem in zip(built.wrong, built.problems, strict=True)] == [
            (wrong, 3)
        ]
        assert f'<mark class="unbound" title="{escape(built.wrong[0].reason)}">{wrong}</mark>' in to_html(built, str)
    assert "97篇" in to_markdown(built)


def test_an_empty_template_is_refused(unit: Unit) -> None:
    with pytest.raises(UnreadableTemplate):
        build(unit=unit, period=YEAR, template=" \n")


def test_a_period_without_figures_is_refused(unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "figures", lambda *_, **__: {})
    with pytest.raises(NothingReported):
        build(unit=unit, period=YEAR, template="甲{{publicity.local}}")


def test_a_text_that_asks_for_no_figure_of_the_period_needs_none(unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "figures", lambda *_, **__: {})
    built = build(unit=unit, period=YEAR, template="原为{{手填 12次 | 原文所载 | 《总结》 | 勘误}}，予以删除。")
    assert [span.text for span in built.by_hand] == ["12次"]


def test_a_figure_typed_by_hand_is_told_on_the_cover(unit: Unit) -> None:
    built = build(unit=unit, period=YEAR, template="共办{{手填 15场 | 合作单位口头告知 | 会议记录 | 李明}}。")
    assert [(span.text, span.hand) for span in built.by_hand] == [("15场", ("合作单位口头告知", "会议记录", "李明"))]
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


def test_what_must_stand_beside_a_figure_is_printed_next_to_it(unit: Unit) -> None:
    built = build(unit=unit, period=YEAR, template="满意度{{reviews.satisfaction}}。\n\n宣传{{publicity.local}}。")
    text = to_markdown(built)
    assert "98.71%（满意度测评答卷775份，测评表回收率未报，不记名扫码、纸质测评）。" in text
    assert [figure.indicator.code for figure in built.figures] == [
        "reviews.satisfaction", "reviews.answers", "publicity.local",
    ]  # fmt: skip


def test_what_its_line_tells_already_is_not_told_twice(unit: Unit) -> None:
    template = "答卷{{reviews.answers}}，满意度{{reviews.satisfaction}}。"
    assert to_markdown(build(unit=unit, period=YEAR, template=template)).count("775份") == 1
