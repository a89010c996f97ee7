"""A workbook as its sheets: rows of values, each cell with its address and what keeps it from being read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, BinaryIO, NamedTuple
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from youju.lib.sheets.amounts import check_merged
from youju.lib.sheets.letters import letters_of
from youju.lib.sheets.limits import LIMITS, NO_DAY, NO_WORKBOOK, Format, Limits, check_file
from youju.lib.sheets.old import read_old
from youju.lib.sheets.problems import BadWorkbook
from youju.lib.sheets.scan import Marks, scan
from youju.lib.sheets.values import Scalar, normal

Rows = list[list[Scalar]]


class Merged(NamedTuple):
    """A merged range; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass
class Sheet:
    """One sheet. rows: every row from the first on, as values; marks: what else is known of its cells."""

    name: str
    visible: bool
    rows: Rows
    merged: list[Merged] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)

    def address(self, row: int, column: int | None = None) -> str:
        """``sheet!B17``, or ``sheet!17`` for a whole row; counted from 1."""
        return f"{self.name}!{letters_of(column) if column else ''}{row}"

    def merged_into(self, row: int, column: int) -> str:
        """The address of the cell that a covered cell's value stands in; "" where the cell is its own."""
        found = next((each for each in self._merged_by_row.get(row, ()) if each.holds(row, column)), None)
        if found is None or (found.top, found.left) == (row, column):
            return ""
        return self.address(found.top, found.left)

    @cached_property
    def _merged_by_row(self) -> dict[int, list[Merged]]:
        by_row: dict[int, list[Merged]] = {}
        for each in self.merged:
            for row in range(each.top, min(each.bottom, len(self.rows)) + 1):
                by_row.setdefault(row, []).append(each)
        return by_row


@dataclass(frozen=True)
class Workbook:
    sheets: tuple[Sheet, ...]

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self.sheets)

    def find(self, *names: str) -> Sheet | None:
        """The sheet of one of these names, however it is spaced and written wide."""
        wanted = {_key(name) for name in names}
        return next((sheet for sheet in self.sheets if _key(sheet.name) in wanted), None)

    def only(self) -> Sheet | None:
        """The one visible sheet that holds anything; None where there are several or none."""
        seen = [sheet for sheet in self.sheets if sheet.visible and sheet.rows]
        return seen[0] if len(seen) == 1 else None


def read_workbook(content: BinaryIO, limits: Limits = LIMITS) -> Workbook:
    """The workbook, .xlsx or .xls. content: can be sought. Raises BadWorkbook."""
    if check_file(content, limits) is Format.XLS:
        return Workbook(tuple(_old_sheet(each) for each in read_old(content)))
    content.seek(0)
    with ZipFile(content) as archive:
        marks = scan(archive, limits)
    content.seek(0)
    with _answered(BadWorkbook(NO_WORKBOOK)), CalamineWorkbook.from_filelike(content) as book:
        return Workbook(
            tuple(_sheet(book, meta, marks[meta.name]) for meta in book.sheets_metadata if _is_table(meta, marks))
        )


@contextmanager
def _answered(panic: BadWorkbook) -> Iterator[None]:
    """Say of a reader that gives up that it did. panic: what to say where it did not foresee what it met.

    It then raises what is no Exception and would end the thread that serves; the class is known by its name alone.
    """
    try:
        yield
    except CalamineError as error:
        raise BadWorkbook(NO_WORKBOOK) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException" and not isinstance(error, OverflowError):
            raise
        raise panic from error


def _is_table(meta: SheetMetadata, marks: dict[str, Marks]) -> bool:
    return meta.typ == SheetTypeEnum.WorkSheet and meta.name in marks


def _sheet(book: CalamineWorkbook, meta: SheetMetadata, marks: Marks) -> Sheet:
    found = book.get_sheet_by_name(meta.name)
    with _answered(BadWorkbook(NO_DAY, sheet=meta.name)):
        rows: Rows = found.to_python(skip_empty_area=False)  # type: ignore[assignment]  # its values are among ours
    for row, column in marks.percents:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = _percentage(rows[row - 1][column - 1])
    ranges = found.merged_cell_ranges or []
    check_merged(ranges, len(rows), max(map(len, rows), default=0))
    merged = [_merged(*each) for each in ranges]
    return Sheet(meta.name, meta.visible == SheetVisibleEnum.Visible, rows, merged, marks)


def _old_sheet(found: dict[str, Any]) -> Sheet:
    rows = found["rows"]
    check_merged(found["merged"], len(rows), max(map(len, rows), default=0))
    merged = [_merged(*each) for each in found["merged"]]
    return Sheet(str(found["name"]), bool(found["visible"]), rows, merged)


def _merged(start: tuple[int, int], end: tuple[int, int]) -> Merged:
    return Merged(start[0] + 1, start[1] + 1, end[0] + 1, end[1] + 1)


def _percentage(value: Scalar) -> Scalar:
    """A fraction as its cell shows it: 0.9871 is 98.71%."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    shown = (Decimal(f"{value:.13g}") * 100).normalize()
    return f"{shown:f}%"


def _key(name: str) -> str:
    return "".join(normal(name).casefold().split())
