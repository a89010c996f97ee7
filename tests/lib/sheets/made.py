"""Workbooks made for a test."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from youju.lib.sheets import Sheet, Workbook, read_workbook


def book_bytes(rows: Sequence[Sequence[Any]], change: Callable[[Worksheet], object] | None = None) -> io.BytesIO:
    """An xlsx of one sheet 单位 with these rows, after ``change`` was done to it."""
    book = Book()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "单位"
    for row in rows:
        page.append(list(row))
    if change:
        change(page)
    out = io.BytesIO()
    book.save(out)
    return out


def read(rows: Sequence[Sequence[Any]], change: Callable[[Worksheet], object] | None = None) -> Sheet:
    return only(read_workbook(book_bytes(rows, change)))


def only(book: Workbook) -> Sheet:
    sheet = book.find("单位")
    assert sheet is not None
    return sheet
