"""Templates and exports: what a person opens, and what comes back from it."""

import csv
import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from youju.lib.sheets import (
    Column,
    TemplateSheet,
    as_date,
    as_decimal,
    as_text,
    read_table,
    read_workbook,
    write_csv,
    write_rows,
    write_template,
)

COLUMNS = [
    Column("name", "名称", required=True, help="全称。", example="实验小学", width=30),
    Column("unit", "单位", choices=[f"第{number}小学" for number in range(200)]),
    Column("sort", "类别", choices=["甲", "乙"], example="甲"),
    Column("day", "日期", sort="date", example=date(2025, 3, 5)),
    Column("count", "人数", sort="decimal"),
]
ROWS: list[list[Any]] = [
    ["=1+1", "第1小学", "甲", date(2025, 3, 5), Decimal("12.5")],
    ["-5 度", "", "", None, None],
    ["@甲", "第2小学", "乙", date(2024, 2, 29), 3],
]


def template() -> io.BytesIO:
    out = io.BytesIO()
    write_template(
        out, [TemplateSheet("单位", COLUMNS)], guide_name="说明", guide=[["单位表"], ["列", "必填"], ["名称", "是"]]
    )
    return out


def test_a_template_explains_itself_and_offers_choices():
    book = load_workbook(template())
    assert book.sheetnames == ["说明", "单位", "lists"]
    assert book["lists"].sheet_state == "veryHidden"
    assert [cell.value for cell in book["单位"][1]] == ["名称*", "单位", "类别", "日期", "人数"]
    offered = {str(each.sqref).split(":")[0]: each.formula1 for each in book["单位"].data_validations.dataValidation}
    assert offered == {"B2": "'lists'!$A$1:$A$200", "C2": '"甲,乙"'}


def test_an_untouched_template_holds_no_data():
    sheet = read_workbook(template()).find("单位")
    assert sheet
    found = read_table(sheet, COLUMNS)
    assert (found.problems, found.notes, list(found.rows())) == ([], [], [])


def test_an_export_comes_back_as_it_was_and_runs_nothing():
    out = io.BytesIO()
    write_rows(out, [("单位", COLUMNS, iter(ROWS))])
    page = load_workbook(out)["单位"]
    assert {cell.data_type for row in page for cell in row} <= {"inlineStr", "s", "n", "d"}
    assert page["A2"].value == "'=1+1"
    assert page["D2"].is_date
    sheet = read_workbook(out).find("单位")
    assert sheet
    back = [
        [
            *(row.read(name, as_text) for name in ("name", "unit", "sort")),
            row.read("day", as_date),
            row.read("count", as_decimal),
        ]
        for row in read_table(sheet, COLUMNS).rows()
    ]
    assert back == ROWS


def test_a_csv_has_its_mark_and_runs_nothing():
    rows: list[list[Any]] = [*ROWS, ["\t=1", datetime.combine(date(2025, 3, 5), time(8, 30)), "多\n行", None, None]]
    written = b"".join(write_csv(COLUMNS, rows))
    assert written.startswith(b"\xef\xbb\xbf")
    back = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in back] == ["名称", "'=1+1", "'-5 度", "'@甲", "'\t=1"]
    assert back[1][3:] == ["2025-03-05", "12.5"]
    assert back[4][1:3] == ["2025-03-05 08:30:00", "多\n行"]


def test_a_csv_comes_in_pieces():
    pieces = list(write_csv(COLUMNS, (["甲" * 100, "", "", None, number] for number in range(2000))))
    assert len(pieces) > 3
    assert max(map(len, pieces)) < 1_000_000


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2026/2027学年[一]: 统计?", "2026 2027学年 一   统计"),
        ("'甲'", "甲"),
        ("学" * 40, "学" * 31),
        ("::", "1"),
    ],
)
def test_a_sheet_bears_its_name_without_what_excel_refuses(name: str, title: str):
    out = io.BytesIO()
    write_rows(out, [(name, COLUMNS, iter(ROWS))])
    assert load_workbook(out).sheetnames == [title]
