"""The Word document as LibreOffice sets it: margins, lines, characters and page numbers of GB/T 9704-2012."""

import os

import pytest

from tests.summaries.paper.made_paper import long_summary, summary_of
from tests.summaries.paper.office import converted, needs_office
from tests.summaries.paper.pages import MM, Line, lines_of
from youju.summaries.paper.docx import to_docx
from youju.summaries.paper.heads import Heads

pytestmark = needs_office

LEAD, TOP, LEFT = 225 / 22, 37, 28
# In `make soak` fifty documents, of 1 to 40 pages.
LENGTHS = [1 + number * 7 // 2 for number in range(50)] if os.environ.get("YOUJU_SOAK") else [1, 30]
SIZE = 16


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Line]]]:
    """The pages of each document, all printed in one run."""
    folder = tmp_path_factory.mktemp("office")
    made = {str(count): long_summary(count, min(count, 20)) for count in LENGTHS}
    made["full"] = summary_of("# 总结\n\n" + "立德树人" * 400)
    for name, summary in made.items():
        (folder / f"{name}.docx").write_bytes(to_docx(summary, Heads()))
    converted([folder / f"{name}.docx" for name in made], "pdf", folder)
    return {name: list(lines_of((folder / f"{name}.pdf").read_bytes())) for name in made}


def body_of(page: list[Line]) -> list[Line]:
    return [line for line in page if round(line.size) == SIZE]


def test_a_full_page_has_22_lines_of_28_characters(printed: dict[str, list[list[Line]]]) -> None:
    lines = body_of(printed["full"][1])
    assert [len(line.text) for line in lines] == [28] * 22


@pytest.mark.parametrize("paragraphs", LENGTHS)
def test_margins_lines_and_numbers(printed: dict[str, list[list[Line]]], paragraphs: int) -> None:
    found = printed[str(paragraphs)]
    last = next(number for number, page in enumerate(found) if any("本文数字出处" in line.text for line in page))
    for number, page in enumerate(found[:last], 1):
        lines = body_of(page)
        rows = [(line.y / MM - lines[0].y / MM) / LEAD for line in lines]
        assert rows == [pytest.approx(round(row), abs=0.1) for row in rows], number
        assert len(lines) <= 22
        assert min(line.x / MM for line in lines) == pytest.approx(LEFT, abs=1)
        assert TOP < lines[0].y / MM < TOP + 3.2 * LEAD  # a title of two lines may stand above
        assert max(line.y / MM for line in lines) < 297 - 35 + 1
        assert max(len(line.text) for line in lines) <= 29  # one more where a mark at its end is squeezed
        assert page[-1].text.replace(" ", "") == f"—{number}—"
