"""A hundred damaged workbooks: each fault named by its cell, nothing written."""

import io
import random
import zipfile
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.records.test_sheets import HEADER, VISITS, book, take_in
from youju.errors import SheetRefused
from youju.lib.sheets import Problem
from youju.records.heads.ledgered import Ledgered

ROWS = 12

# What is done to a cell of a column, and where the fault is then named.
CELLS: dict[str, tuple[str, Any]] = {
    "a measure that is none": ("B", "visits.household"),
    "a unit out of reach": ("C", "明湖小学"),
    "no title": ("D", None),
    "blanks for a title": ("D", " \u3000 "),
    "a title beyond all length": ("D", "长" * 200),
    "a unit beside the number": ("E", "12户"),
    "a broken thousand": ("E", "1,00"),
    "a percentage": ("E", "98.71%"),
    "half a household": ("E", 1.5),
    "less than none": ("E", -3),
    "no number": ("E", ""),
    "an error": ("E", "#N/A"),
    "a formula without a value": ("E", "=1+1"),
    "a formula that reaches out": ("E", '=WEBSERVICE("http://a.example")'),
    "dde": ("E", "=cmd|'/c calc'!A0"),
    "a day that is none": ("F", "2025-2-30"),
    "a month alone": ("F", "2025年3月"),
    "a year out of reach": ("F", "1025-3-14"),
    "words for a day": ("F", "昨天"),
    "an id in scientific notation": ("D", 3.50526198001012e17),
    "another's reference": ("A", "statistic-0000000000"),
    "a reference of another kind": ("A", "session-0000000000"),
}


def rows() -> list[list[Any]]:
    return [HEADER, *([*VISITS[:3], f"走访{number}", *VISITS[4:]] for number in range(ROWS))]


def changed(change: Callable[[Worksheet], object]) -> io.BytesIO:
    made = load_workbook(book(*rows()))
    change(made.worksheets[0])
    out = io.BytesIO()
    made.save(out)
    return out


def sources(content: io.BytesIO, cast: SimpleNamespace) -> set[str]:
    with pytest.raises(SheetRefused) as refused:
        take_in(content, cast.bob)
    assert not Ledgered.objects.exists()
    assert all(str(problem) for problem in refused.value.problems)
    return {problem.source for problem in refused.value.problems if isinstance(problem, Problem)}


# One office for all of them: making it takes longer than reading a workbook.
def test_a_damaged_cell_is_named(cast: SimpleNamespace):
    for fault, (column, value) in CELLS.items():
        for row in (2, 7, ROWS + 1):
            address = f"{column}{row}"
            assert sources(changed(partial(put, {address: value})), cast) == {f"统计数据!{address}"}, fault


def put(values: dict[str, Any], page: Worksheet) -> None:
    for address, value in values.items():
        page[address] = value


def test_many_faults_are_all_named_at_once(cast: SimpleNamespace):
    # What cannot be read at all; what the form alone refuses is asked once all else in the row can be read.
    unread = [
        "a unit out of reach",
        "no title",
        "a unit beside the number",
        "a broken thousand",
        "an error",
        "words for a day",
    ]
    for seed in range(22):
        chance = random.Random(seed)
        cells = (CELLS[fault] for fault in chance.sample(unread, 5))
        wanted = {f"{column}{chance.randrange(2, ROWS + 2)}": value for column, value in cells}
        assert sources(changed(partial(put, wanted)), cast) == {f"统计数据!{address}" for address in wanted}


def test_a_damaged_part_is_no_workbook(cast: SimpleNamespace):
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"):
        for how in ("cut", "no xml", "gone", "other bytes"):
            assert sources(damaged_part(part, how), cast) <= {"统计数据"}, (part, how)


def damaged_part(part: str, how: str) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(book(*rows())) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            damaged = {"cut": data[: len(data) // 2], "no xml": b"<", "other bytes": data[::-1]}
            if name != part or how != "gone":
                after.writestr(name, damaged[how] if name == part else data)
    return out
