"""Sheets as people leave them: merged, hidden, with formulas, damaged, locked, forged."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from tests.lib.sheets.made import book_bytes, only, read
from youju.lib.sheets import (
    BadWorkbook,
    Column,
    Table,
    as_date,
    as_percent,
    as_text,
    as_whole,
    read_table,
    read_workbook,
    scan,
    workbook,
)
from youju.lib.sheets.limits import Limits

NAME = Column("name", "名称", ("单位名称",), required=True)
COUNT = Column("count", "人数")
COLUMNS = [NAME, COUNT, Column("day", "日期"), Column("rate", "比例")]


def table(rows: Sequence[Sequence[Any]], change: Callable[[Worksheet], object] | None = None) -> Table:
    return read_table(read(rows, change), COLUMNS)


def test_the_header_is_found_below_a_title_in_any_order():
    found = table([["全县单位表"], [], ["人数", " 名 称*", "日期（年月日）"], [3, "实验小学", "2025年3月5日"]])
    row = next(found.rows())
    assert (row.read("name", as_text), row.read("count", as_whole), row.read("day", as_date)) == (
        "实验小学", 3, date(2025, 3, 5),
    )  # fmt: skip
    assert row.source("name") == "单位!B4"
    assert not row.problems


def test_a_missing_column_an_unknown_one_and_a_double_one_are_named():
    found = table([["人数", "人数", "电话"], [1, 2, 3]])
    assert [str(problem) for problem in found.problems] == [
        "单位!B1: the column “人数” is there twice: delete one of them",
        "单位!1: the column “名称” is missing: put it back, with this name in the header row",
    ]
    assert [note.source for note in found.notes] == ["单位!C1"]


def test_a_sheet_without_a_header_is_named():
    assert "no row with the column names" in str(table([["甲", 1], ["乙", 2]]).problems[0])


def test_blank_rows_and_examples_are_no_data():
    rows: list[list[Any]] = [["名称", "人数"], ["【示例】实验小学", 3], [], ["  ", ""], ["中心小学", 4]]
    assert [row.number for row in table(rows).rows()] == [5]


def test_what_is_merged_belongs_to_the_first_cell():
    found = table([["名称", "人数"], ["中心小学", 1], ["", 2]], lambda page: page.merge_cells("A2:A3"))
    first, second = found.rows()
    assert first.need("name", as_text) == "中心小学"
    assert second.need("name", as_text) is None
    assert "merged into 单位!A2" in str(second.problems[0])


def test_hidden_rows_are_read_and_said_so():
    def hide(page):
        page.row_dimensions[2].hidden = True

    found = table([["名称", "人数"], ["中心小学", 1]], hide)
    assert len(list(found.rows())) == 1
    assert [str(note) for note in found.notes] == ["单位: hidden rows were read too: 2"]


def test_a_hidden_sheet_of_the_name_is_read_and_said_so():
    book = Book()
    book.create_sheet("单位").sheet_state = "hidden"
    book["单位"].append(["名称", "人数"])
    out = io.BytesIO()
    book.save(out)
    sheet = only(read_workbook(out))
    assert [str(note) for note in read_table(sheet, COLUMNS).notes] == ["单位: the sheet is hidden and was read too"]


@pytest.mark.parametrize(
    "formula",
    [
        '=WEBSERVICE("http://x.example/")', "=cmd|'/c calc'!A0", "=[1]Sheet1!A1", "='[other.xlsx]S'!A1",
        '=INDIRECT("\\\\\\\\host\\\\share\\\\a.xlsx")', '=HYPERLINK("http://x.example")',
    ],
)  # fmt: skip
def test_a_formula_that_reaches_out_is_refused_by_its_cell(formula):
    found = table([["名称", "人数", "备注"], ["中心小学", 1, formula]])
    assert [problem.source for problem in found.problems] == ["单位!C2"]
    assert "reaches out" in str(found.problems[0])


def test_a_formula_without_a_value_and_an_error_are_named_where_they_are_read():
    found = table([["名称", "人数"], ["中心小学", "=1+1"], ["实验小学", "#N/A"]])
    assert not found.problems
    first, second = found.rows()
    assert first.read("count", as_whole) is None
    assert second.read("count", as_whole) is None
    assert "has no value" in str(first.problems[0])
    assert str(second.problems[0]).startswith("单位!B3: the cell holds the error #N/A")


def test_the_kept_value_of_a_formula_is_taken():
    content = with_part(
        book_bytes([["名称", "人数"], ["中心小学", "=1+1"]]), "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>2</v>"
    )
    row = next(read_table(only(read_workbook(content)), COLUMNS).rows())
    assert row.read("count", as_whole) == 2


def test_a_cell_formatted_as_a_percentage_reads_as_one():
    def percent(page):
        page["D2"].number_format = "0.00%"

    row = next(table([["名称", "人数", "日期", "比例"], ["中心小学", 1, None, 0.9871]], percent).rows())
    assert row.read("rate", as_percent) == Decimal("98.71")


def test_chinese_date_formats_read_as_days():
    def form(page):
        page["C2"].number_format = 'yyyy"年"m"月"d"日"'

    row = next(table([["名称", "人数", "日期"], ["中心小学", 1, 45721]], form).rows())
    assert row.read("day", as_date) == date(2025, 3, 5)


OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no Excel file"),
        (b"name,count\n", "no Excel file"),
        (b"PK\x03\x04" + b"x" * 100, "no Excel file"),
        (OLE + b"\0" * 600, "no Excel file"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_no_workbook_says_so(content, said):
    with pytest.raises(BadWorkbook, match=said):
        read_workbook(io.BytesIO(content))


def test_half_a_file_is_no_workbook():
    whole = book_bytes([["名称", "人数"]]).getvalue()
    for size in range(10, len(whole), 97):
        with pytest.raises(BadWorkbook, match="no Excel file"):
            read_workbook(io.BytesIO(whole[:size]))


def test_what_is_too_large_or_unpacks_to_too_much_is_refused():
    content = book_bytes([["名称", "人数"]] * 50)
    with pytest.raises(BadWorkbook, match="larger than"):
        read_workbook(content, Limits(size=100))
    with pytest.raises(BadWorkbook, match="unpacks to more"):
        read_workbook(content, Limits(unpacked=100))


def test_one_value_far_away_does_not_ask_for_all_memory():
    def far(page):
        page["XFD1048576"] = "x"

    with pytest.raises(BadWorkbook, match="row 1048576 and column XFD"):
        read([["名称", "人数"]], far)


def test_entities_are_not_followed():
    content = with_part(
        book_bytes([["名称", "人数"]]), "xl/workbook.xml", b"<workbook", b'<!DOCTYPE w [<!ENTITY a "b">]><workbook'
    )
    with pytest.raises(BadWorkbook):
        read_workbook(content)


def with_part(content: io.BytesIO, part: str, old: bytes, new: bytes) -> io.BytesIO:
    """The same file with something in one of its parts written otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(content) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                assert old in data
                data = data.replace(old, new)
            after.writestr(name, data)
    return out


def test_a_sheet_that_reaches_too_far_is_refused_before_it_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch):
    looked: list[int] = []
    monkeypatch.setattr(scan, "_mark_cell", _counting(scan._mark_cell, looked))
    content = book_bytes([["x"] * 10] * 50)
    with pytest.raises(BadWorkbook, match="reaches to row 11 and column J"):
        read_workbook(content, Limits(cells=100))
    assert len(looked) == 101


def _counting(mark: Callable[..., None], looked: list[int]) -> Callable[..., None]:
    def counted(*args: Any) -> None:
        mark(*args)
        looked.append(1)

    return counted


SHARED, FIRST = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"


def sharing(length: int, times: int) -> io.BytesIO:
    """A workbook in which one text of this length stands in so many cells."""
    content = with_part(book_bytes([[0]] * times), FIRST, b't="n"', b't="s"')
    with zipfile.ZipFile(content, "a") as book:
        start = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        book.writestr(SHARED, start + f"<si><t>{'x' * length}</t></si></sst>".encode())
    return content


def test_one_long_text_in_many_cells_is_reckoned_as_often_as_it_stands_there():
    content = sharing(10_000, 100)
    assert only(read_workbook(content, Limits(unpacked=4_000_000))).rows[99] == ["x" * 10_000]
    with pytest.raises(BadWorkbook, match="unpacks to more"):
        read_workbook(content, Limits(unpacked=3_999_999))


@pytest.mark.parametrize(
    ("part", "before", "forged"),
    [
        (FIRST, b"</sheetData>", b"<row>" + b"<c/>" * 300 + b"</row></sheetData>"),
        (FIRST, b"</sheetData>", b"<row/>" * 300 + b"</sheetData>"),
        (FIRST, b"</sheetData>", b"</sheetData>" + b'<mergeCell ref="XFD9:XFD9"/>' * 15),
        (SHARED, b"</sst>", b"<si/>" * 300 + b"</sst>"),
        (SHARED, b"</sst>", b"<si>" + b"<t/>" * 300 + b"</si></sst>"),
    ],
)
def test_what_holds_nothing_is_not_looked_through_without_end(part: str, before: bytes, forged: bytes):
    content = with_part(sharing(1, 1), part, before, forged)
    assert read_workbook(content, Limits(cells=400))
    with pytest.raises(BadWorkbook, match="too many cells, texts or formats"):
        read_workbook(content, Limits(cells=140))


@pytest.mark.parametrize("part", [FIRST, SHARED, "xl/styles.xml", "docProps/core.xml"])
def test_a_part_with_tags_without_end_is_counted_and_not_read(part: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbook, "scan", None)  # nothing is looked into before it was counted
    content = with_part(sharing(1, 1), part, b"</", b"<!-- -->" * 2_000 + b"</")
    with pytest.raises(BadWorkbook, match="too many cells, texts or formats"):
        read_workbook(content, Limits(tags=2_000))


def test_formats_without_end_are_not_put_into_memory():
    content = with_part(
        book_bytes([["名称", "人数"]]), "xl/styles.xml", b"</cellXfs>", b"<xf/>" * 500_001 + b"</cellXfs>"
    )
    with pytest.raises(BadWorkbook, match="too many cells, texts or formats"):
        read_workbook(content)


def test_sheets_together_reach_no_further_than_one_may():
    book = Book()
    for _place in range(3):
        page = book.create_sheet()
        page["A50"] = "x"
    content = io.BytesIO()
    book.save(content)
    assert len(read_workbook(content, Limits(cells=150)).sheets) == 4
    with pytest.raises(BadWorkbook, match="reaches to row 50 and column A"):
        read_workbook(content, Limits(cells=149))


@pytest.mark.parametrize("other", [b'name="other" sheetId="2" r:id="rId1"', "name='单位' r:id='rId1'".encode()])
def test_sheets_that_are_one_part_or_have_one_name_are_no_workbook(other):
    content = with_part(
        book_bytes([["名称", "人数"]]),
        "xl/workbook.xml",
        b"</sheets>",
        b'<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        + other
        + b"/></sheets>",
    )
    with pytest.raises(BadWorkbook, match="no Excel file"):
        read_workbook(content)


def test_merged_ranges_that_lie_on_each_other_are_no_workbook():
    content = book_bytes([["名称", "人数"]] * 20, lambda page: page.merge_cells("A1:B20"))
    assert only(read_workbook(content)).merged
    often = with_part(content, FIRST, b'<mergeCell ref="A1:B20"/>', b'<mergeCell ref="A1:B20"/>' * 2)
    with pytest.raises(BadWorkbook, match="no Excel file"):
        read_workbook(often)


def test_a_part_that_is_there_twice_is_no_workbook():
    content = sharing(1, 1)
    with zipfile.ZipFile(content, "a") as book:
        book.writestr(SHARED.upper(), b"<sst/>")
    with pytest.raises(BadWorkbook, match="no Excel file"):
        read_workbook(content)


@pytest.mark.parametrize(("value", "shown_as"), [(-1e308, "yyyy-mm-dd"), (1e308, "[h]:mm"), (-1e15, "h:mm")])
def test_a_number_that_is_no_day_in_a_cell_formatted_as_one_is_refused_by_its_sheet(value, shown_as):
    def shown(page):
        page["B2"] = value
        page["B2"].number_format = shown_as

    with pytest.raises(BadWorkbook, match="“单位” has a cell that is formatted as a day"):
        read([["名称", "人数"], ["甲", 1]], shown)
