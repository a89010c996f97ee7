"""No letters are printed that were not read: neither references to letters nor marks of Markdown make a figure."""

from types import SimpleNamespace

import pytest

from tests.summaries.issuing import TEXT, record, written
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import SummaryRefused
from youju.summaries.binding.markup import blocks, to_html
from youju.summaries.binding.summary import Summary
from youju.summaries.drafts.documents import DocumentState
from youju.summaries.issuing.verbs import summary_freeze

pytestmark = pytest.mark.django_db


def _built(cast: SimpleNamespace, line: str) -> Summary:
    record(cast)
    document = written(cast, f"{TEXT}\n{line}\n")
    return build(unit=document.unit, period=document.about, template=document.text, draft=True)


@pytest.mark.parametrize(
    "line",
    ["共有1**2**人参加。", "共有**1**2人参加。", "共有1*2*人参加。", "共有1`2`人参加。", "共有1[2](x)人参加。",
     "共有**200**人参加。", "共有1![2](x)人参加。", "## 共有1**2**人参加"],
)  # fmt: skip
def test_a_figure_that_marks_put_together_is_unfounded(cast: SimpleNamespace, line: str):
    built = _built(cast, line)
    assert [problem.line for problem in built.problems] == [9]


def test_its_line_is_that_of_the_template_behind_a_chart_too(cast: SimpleNamespace):
    record(cast)
    text = f"{TEXT}\n{{{{图 exam.candidates | 单位}}}}\n\n共有1**2**人参加。\n"
    document = written(cast, text)
    built = build(unit=document.unit, period=document.about, template=document.text, draft=True)
    assert [problem.line for problem in built.problems] == [11]


def test_such_a_document_is_not_frozen(cast: SimpleNamespace):
    record(cast)
    document = written(cast, f"{TEXT}\n共有1**2**人参加。\n")
    with pytest.raises(SummaryRefused, match="12"):
        summary_freeze(document=document, actor=cast.alice)
    document.refresh_from_db()
    assert document.state == DocumentState.DRAFT


@pytest.mark.parametrize(
    "line",
    [
        "共有&#49;&#50;人",
        "共有&#x31;&#x32;人",
        "共有&#xff11;人",
        "共有&frac12;",
        "&#57344;77&#57345;",
        "&#xE000;0&#xE001;",
    ],
)
def test_references_to_letters_are_printed_as_they_are_typed(cast: SimpleNamespace, line: str):
    built = _built(cast, line)
    assert list(blocks(built))[-1].text == line
    assert line.replace("&", "&amp;") in to_html(built, lambda figure: "#")


def test_bold_words_beside_figures_are_no_figure(cast: SimpleNamespace):
    assert _built(cast, "**一是抓落实。** 参加高考**{{exam.candidates}}**，*再接再厉*。").problems == ()


@pytest.mark.parametrize(
    "line", ["    再接再厉，缩进四格。", "\t再接再厉，缩进一格。", "```\n再接再厉\n```", "[甲]: 再接再厉"]
)
def test_no_line_is_missing_on_paper(cast: SimpleNamespace, line: str):
    built = _built(cast, line)
    assert "再接再厉" in list(blocks(built))[-1].text
    assert "再接再厉" in to_html(built, lambda figure: "#")


def test_a_list_begins_with_the_number_that_it_was_given(cast: SimpleNamespace):
    built = _built(cast, "7. 第七项")
    assert list(blocks(built))[-1].text == "7.第七项"
    assert '<ol start="7">' in to_html(built, lambda figure: "#")
