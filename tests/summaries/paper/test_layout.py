"""The PDF keeps to the numbers of GB/T 9704-2012, measured on the page: margins, lines, characters, page numbers."""

import os
import shutil
import subprocess

import pytest

from tests.summaries.paper.made_paper import long_summary, summary_of
from tests.summaries.paper.pages import MM, Line, lines_of
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.pdf import to_pdf

LEAD = 225 / 22
LEFT, TOP, RIGHT = 28, 37, 210 - 26
# In `make soak` fifty documents, of 1 to 40 pages.
LENGTHS = [1 + number * 7 // 2 for number in range(50)] if os.environ.get("YOUJU_SOAK") else [1, 4, 30, 170]
BASE = 0.88 * 16 / MM  # from the top of a line to its base


def _pages(paragraphs: int, figures: int = 0) -> list[list[Line]]:
    """The pages of text, without those of the list of figures."""
    found = list(lines_of(to_pdf(long_summary(paragraphs, figures), Heads())))
    last = next(number for number, page in enumerate(found) if page[0].text == "本文数字出处")
    return found[:last]


@pytest.mark.parametrize("paragraphs", LENGTHS)
def test_pages_of_1_to_40_keep_margins_lines_characters_and_numbers(paragraphs: int) -> None:
    pages = _pages(paragraphs, figures=min(paragraphs, 20))
    for number, page in enumerate(pages, 1):
        *lines, foot = page
        body = [line for line in lines if line.size == 16]
        rows = [round((line.y / MM - TOP - BASE) / LEAD, 2) for line in body]
        assert rows == [pytest.approx(round(row), abs=0.02) for row in rows], number
        assert max(rows) <= 21.02
        assert {round(line.x / MM, 1) for line in body} <= {LEFT, round(LEFT + 2 * 156 / 28, 1)}
        assert max(len(line.text) for line in body) <= 29  # one more where a mark at its end is squeezed
        assert foot.text == f"— {number} —"
        assert foot.y / MM == pytest.approx(262 + 7 + 2.5, abs=1)
    assert len(pages) > 38 or paragraphs < 170


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    page = list(lines_of(to_pdf(summary_of("# 总结\n\n" + "立德树人" * 400), Heads())))[1]
    assert [len(line.text) for line in page[:-1]] == [28] * 22


def test_odd_numbers_stand_right_and_even_ones_left() -> None:
    odd, even, *_ = _pages(12)
    assert odd[-1].x / MM > 160
    assert even[-1].x / MM == pytest.approx(LEFT + 156 / 28, abs=1)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="measures the right margin with poppler-utils")
def test_lines_end_at_the_right_margin() -> None:
    pdf = to_pdf(summary_of("# 总结\n\n" + "立德树人" * 400), Heads())
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    ends = [float(box.split('xMax="')[1].split('"')[0]) / MM for box in boxes.splitlines() if "立德树人" in box]
    assert ends[5:20] == [pytest.approx(RIGHT, abs=1)] * 15


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for page in _pages(60)[:-1]:
        assert "、抓工作" not in page[-2].text


def test_a_report_has_its_head_at_the_measures_of_the_standard() -> None:
    heads = Heads(
        as_report=True, issuer="青禾县教育局", symbol="青教〔2026〕3号", signer="王建国", addressee="县委宣传部"
    )
    lines = next(lines_of(to_pdf(long_summary(3), heads)))
    mark, number, title, _addressee, *_ = lines
    assert mark.text == "青禾县教育局文件"
    assert mark.y / MM - 0.88 * mark.size / MM == pytest.approx(TOP + 35, abs=1)
    assert number.text.replace(" ", "") == "青教〔2026〕3号签发人：王建国"
    assert number.x / MM == pytest.approx(LEFT + 156 / 28, abs=0.5)
    assert title.y > number.y + 2.5 * LEAD * MM
    assert lines[3].text == "县委宣传部：" and lines[3].x / MM == pytest.approx(LEFT, abs=0.1)
