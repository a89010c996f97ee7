"""Exports: any number of rows in bounded memory, as xlsx or as csv."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

from youju.lib.sheets.neutral import neutral
from youju.lib.sheets.table import Column
from youju.lib.sheets.template_sheet import FORMATS
from youju.lib.sheets.values import Scalar

Rows = Iterable[Sequence[Scalar | Decimal]]

_BOM = "\ufeff"
_PIECE = 64 * 1024
_NO_TITLE, _LONGEST_TITLE = re.compile(r"[\\/?*\[\]:\x00-\x1f]"), 31


def write_rows(out: BinaryIO, sheets: Iterable[tuple[str, Sequence[Column], Rows]]) -> None:
    """Write a workbook of sheets, each with its header; rows are taken one at a time."""
    from openpyxl import Workbook  # takes long to load: not for every command
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for name, columns, rows in sheets:
        page = book.create_sheet(_title(name))
        page.freeze_panes = "A2"
        for at, column in enumerate(columns, 1):
            page.column_dimensions[get_column_letter(at)].width = column.width
        header = [WriteOnlyCell(page, column.label) for column in columns]
        for cell in header:
            cell.font = Font(bold=True)
        page.append(header)
        formats = [FORMATS[column.sort] for column in columns]
        for row in rows:
            page.append([_cell(page, value, form) for value, form in zip(row, formats, strict=True)])
    book.save(out)


def _title(name: str) -> str:
    """A name as a sheet may bear it: without the marks that Excel refuses, and no longer than it allows."""
    return _NO_TITLE.sub(" ", name).strip(" '")[:_LONGEST_TITLE].strip(" '") or "1"


def _cell(page: object, value: Scalar | Decimal, form: str) -> object:
    """A value as a value; only what needs a format of its own is made a cell, which takes time."""
    if isinstance(value, str):
        return neutral(value)
    if value is None or isinstance(value, datetime):
        return value
    if isinstance(value, date) or form.startswith("0.00"):
        from openpyxl.cell import WriteOnlyCell  # as above

        cell = WriteOnlyCell(page, value)  # type: ignore[arg-type]  # its stubs know no write-only page
        cell.number_format = form
        return cell
    return value


def write_csv(columns: Sequence[Column], rows: Rows) -> Iterator[bytes]:
    """A csv in pieces, as UTF-8 with the mark by which Excel knows it."""
    buffer = io.StringIO()
    buffer.write(_BOM)
    writer = csv.writer(buffer)
    writer.writerow([neutral(column.label) for column in columns])
    for row in rows:
        writer.writerow([_text(value) for value in row])
        if buffer.tell() > _PIECE:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def _text(value: Scalar | Decimal) -> str:
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return "" if value is None else str(value)
