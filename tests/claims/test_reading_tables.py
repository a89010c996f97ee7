"""Numbers of tables: row label, column head, unit and year make one claim."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from random import Random
from typing import NamedTuple

import docx
import openpyxl
import pytest

from youju.claims.arithmetic import find_arithmetic
from youju.claims.documents.document import read_document
from youju.claims.documents.pdf import paragraphs
from youju.claims.reading import extract
from youju.claims.reading.tables import rows

ITEMS = [
    ("走访农户", "户"), ("网络咨询答复", "条"), ("志愿者", "人"), ("教师培训", "名"), ("支部集中学习", "次"),
    ("公众号推送", "条"), ("出版校本教材", "本"), ("行风评议会", "场"), ("处置突发舆情", "起"), ("走访企业", "家"),
]  # fmt: skip
UNITS = ("column", "label", "head")


class Made(NamedTuple):
    """A table as rows, and what each number is: year, item, value, unit."""

    rows: list[list[str]]
    cells: list[tuple[str, str, int, str]]


def made(seed: int) -> Made:
    """A table of some items in two years; the unit in a column of its own, behind the label or in the heads."""
    chance = Random(seed)
    where = UNITS[seed % len(UNITS)]
    some = chance.sample(ITEMS, 4)
    if where == "head":
        some = [(item, "人") for item, _ in some]
    years = ["2024年", "2025年"]
    heads = [f"{year}（人）" for year in years] if where == "head" else years
    rows = [["项目", *(["单位"] if where == "column" else []), *heads]]
    cells = []
    for item, unit in some:
        values = [chance.randint(2, 4000) for _ in years]
        label = f"{item}（{unit}）" if where == "label" else item
        shown = [f"{value:,}" if chance.random() < 0.3 else str(value) for value in values]
        rows.append([label, *([unit] if where == "column" else []), *shown])
        cells += [(year, item, value, unit) for year, value in zip(years, values, strict=True)]
    return Made(rows, cells)


def as_html(rows):
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return read_document(f"<table>{lines}</table>".encode(), "t.html")


def as_docx(rows):
    document, file = docx.Document(), BytesIO()
    table = document.add_table(len(rows), len(rows[0]))
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(place, column).text = cell
    document.save(file)
    return read_document(file.getvalue(), "t.docx")


def as_markdown(rows):
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def as_xlsx(rows):
    book, file = openpyxl.Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append([int(cell.replace(",", "")) if cell[0].isdigit() and "年" not in cell else cell for cell in row])
    book.save(file)
    return read_document(file.getvalue(), "t.xlsx")


def as_csv(rows):
    file = StringIO()
    csv.writer(file).writerows(rows)
    return read_document(file.getvalue().encode(), "t.csv")


def as_pdf(rows):
    return paragraphs(["\n".join(" ".join(row) for row in rows)])


LAYOUTS: tuple[Callable[[list[list[str]]], str], ...] = (as_html, as_docx, as_markdown, as_xlsx, as_csv, as_pdf)


def test_forty_tables_in_six_layouts_are_read_by_row_and_column():
    right = total = 0
    for seed in range(40):
        table = made(seed)
        for layout in LAYOUTS:
            found = {(int(claim.value or 0), claim.unit) for claim in extract(layout(table.rows))}
            right += sum((value, unit) in found for _, _, value, unit in table.cells)
            total += len(table.cells)

    assert right >= 0.95 * total


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("志愿者（人）：962\n走访农户（户）：170", [("962", 962, "人"), ("170", 170, "户")]),
        ("单位：人\n学校\t志愿者\n松风学校\t12", [("12", 12, "人")]),
        ("序号\t项目\t数量（场）\n1\t评议会\t26\n2\t报告会\t8", [("26", 26, "场"), ("8", 8, "场")]),
        ("项目\t比例\n参学率\t98.5%", [("98.5%", 98.5, "%")]),
        ("甲校   乙校", []),
        ("第一行。\n第二行。", []),
    ],
)
def test_a_cell_is_a_figure_of_its_row_and_column(text: str, figures: list[tuple[str, float, str]]):
    found = extract(text)

    assert [(claim.text, float(claim.value or 0), claim.unit) for claim in found] == figures
    assert all(text[claim.start : claim.end] == claim.text for claim in found)


def test_two_cells_of_a_pdf_are_two():
    assert paragraphs(["学校 2024年 2025年\n松风学校 109 489\n明湖学校 12 30"]).split("\n")[1] == "松风学校\t109\t489"


def test_a_sentence_of_a_pdf_stays_a_sentence():
    assert "\t" not in paragraphs(["全年走访农户 170\n成效明显。"])


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.params["total"]) for finding in find_arithmetic(text, extract(text))]


def test_rows_and_columns_add_up():
    table = "学校\t志愿者\t教师\t合计\n松风\t12\t3\t15\n明湖\t10\t5\t15\n合计\t22\t8\t30"
    assert {code for code, _ in codes(table)} == {"parts-agree"}
    assert ("parts-differ", "31") in codes(table.replace("30", "31"))


def test_what_is_no_sum_is_not_added_up():
    assert codes("项目\t2024年\t2025年\n走访\t3\t4\n培训\t5\t6") == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("表如下\n| 项目 | 数量 |\n| --- | --- |\n| 会议 | 3场 |\n完", [["项目", "数量"], ["会议", "3场"]]),
        ("表如下\n项目\t数量\n会议\t3\n完", [["项目", "数量"], ["会议", "3"]]),
        ("甲 | 乙", []),
        ("一行里有　　空当的话", []),
    ],
)
def test_the_rows_of_a_table_are_given_heads_among_them(text: str, cells: list[list[str]]) -> None:
    assert [[cell.words for cell in row] for block in rows(text) for row in block] == cells
