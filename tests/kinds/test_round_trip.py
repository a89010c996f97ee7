"""Every kind's workbook the whole way: template, filled in, imported, exported, imported again, which changes nothing.

A few rows in the suite; YOUJU_SOAK=1 takes a thousand of each kind and prints what they cost.
"""

import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.kinds.test_contract import SHEETS, written
from tests.processor import processor_seconds
from tests.records.cast import make_cast, study_group
from youju.lib import clock
from youju.orgs.people import Person
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import CaseKind, SheetKind
from youju.records.sheets.columns import VERSION, field_columns, number_column, ref_column, told_columns
from youju.records.sheets.exporting import export_of
from youju.records.sheets.importing import Imported, records_import
from youju.records.sheets.reading import read_records
from youju.records.sheets.template import write_kind_template

ROWS = 1000 if os.environ.get("YOUJU_SOAK") else 3
# Of these a unit has one at a time: a nomination for a place, an application in a campaign.
_ONE_AT_A_TIME = ("nomination", "application")
# What tells two of a kind apart where nothing else may be alike.
_TOLD_APART = ("title", "link")


@pytest.fixture
def office(db: None) -> SimpleNamespace:
    cast = make_cast()
    study_group(cast.hill, [Person.objects.create(name=name) for name in ("王一", "李二", "赵三")])
    return cast


@pytest.mark.parametrize("kind", SHEETS)
def test_what_a_template_brings_in_goes_out_and_comes_back_unchanged(kind: SheetKind, office: SimpleNamespace):
    actor = office.alice if isinstance(kind, CaseKind) else office.bob
    rows = 0 if kind.code in _ONE_AT_A_TIME else ROWS
    written(kind, office)
    filled = _filled(kind, office, _exported(kind, actor), rows)
    done: list[Imported] = []
    seconds = processor_seconds(lambda: done.append(_taken_in(kind, filled, actor)) if rows else None)
    assert [(each.new, each.changed) for each in done] == ([(rows, 0)] if rows else [])
    there = sorted(Ledgered.objects.filter(kind=kind.code).values_list("ref", "version"))
    out = _exported(kind, actor)
    again = processor_seconds(lambda: done.append(_taken_in(kind, out, actor)))
    assert (done[-1].new, done[-1].changed, done[-1].same) == (0, 0, rows + 1)
    assert sorted(Ledgered.objects.filter(kind=kind.code).values_list("ref", "version")) == there
    if rows > 100:
        sys.stdout.write(f"{kind.code}: {rows} rows in {seconds:.1f} s, unchanged in {again:.1f} s of processor\n")


@pytest.mark.parametrize("kind", SHEETS)
def test_what_went_out_comes_back_unchanged_a_year_later(kind: SheetKind, office: SimpleNamespace):
    actor = office.alice if isinstance(kind, CaseKind) else office.bob
    written(kind, office)
    with clock.at(clock.now() + timedelta(days=400)):
        assert _taken_in(kind, _exported(kind, actor), actor).same == 1


def _exported(kind: SheetKind, actor: Any) -> BytesIO:
    content = BytesIO()
    export_of(kind=kind, actor=actor).write_xlsx(content)
    return content


def _taken_in(kind: SheetKind, content: BytesIO, actor: Any) -> Imported:
    reading = read_records(kind=kind, content=content, actor=actor)
    assert [str(problem) for problem in reading.problems] == []
    return records_import(reading=reading, actor=actor, name="往返.xlsx")


def _filled(kind: SheetKind, office: SimpleNamespace, out: BytesIO, count: int) -> BytesIO:
    """The kind's template with ``count`` rows like the one that went out, and the rows that hang on each."""
    content = BytesIO()
    write_kind_template(content, kind=kind, unit=office.hill)
    template, exported = load_workbook(content), load_workbook(out)
    for sheet in template.worksheets[1:]:
        if sheet.sheet_state == "visible" and sheet.title in exported.sheetnames:
            _fill(sheet, list(_rows(exported[sheet.title])), count, kind)
    filled = BytesIO()
    template.save(filled)
    return filled


def _rows(sheet: Worksheet) -> Iterator[dict[str, Any]]:
    heads, *rows = sheet.iter_rows(values_only=True)
    for row in rows:
        yield {str(head).removesuffix("*"): value for head, value in zip(heads, row, strict=True)}


def _fill(sheet: Worksheet, told: list[dict[str, Any]], count: int, kind: SheetKind) -> None:
    heads = [str(cell.value).removesuffix("*") for cell in sheet[1]]
    sheet.delete_rows(2, sheet.max_row)
    number, apart = number_column().label, _headings(kind, _TOLD_APART)
    for at in range(1, count + 1):
        for row in told:
            own = row | {number: at} | {head: f"{row[head]}{at}" for head in apart if row.get(head)}
            sheet.append([None if head in _left_empty(kind) else own.get(head) for head in heads])


def _headings(kind: SheetKind, names: tuple[str, ...]) -> list[str]:
    return [column.column().label for column in field_columns(kind) if column.name in names]


def _left_empty(kind: SheetKind) -> set[str]:
    """What says of a row that it is there already."""
    return {ref_column().label, *(column.label for column in told_columns(kind) if column.name != VERSION)}
