"""How a template is drawn. Only template.py loads it, when one is written: openpyxl takes long to load."""

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from youju.lib.sheets.example import EXAMPLE
from youju.lib.sheets.neutral import neutral
from youju.lib.sheets.table import Column
from youju.lib.sheets.template_sheet import FORMATS, TemplateSheet
from youju.lib.sheets.values import Scalar

LISTS = "lists"
# Rows that drop-downs and formats are made for.
_ROWS = 2000
# Of a sheet that is being filled in, so many rows are offered elsewhere.
_TYPED_ROWS = 500
# What Excel takes as a list written into the cell itself.
_LONGEST_LIST = 250

_HEADER = PatternFill("solid", fgColor="1F4E79")
_REQUIRED = PatternFill("solid", fgColor="9C2A1F")
_PALE = PatternFill("solid", fgColor="F2F2F2")
_WHITE, _GREY = Font(bold=True, color="FFFFFF"), Font(italic=True, color="7F7F7F")
_SIDE = Side("thin", color="BFBFBF")
_LINE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def write_book(
    out: BinaryIO, sheets: Sequence[TemplateSheet], *, guide_name: str, guide: Sequence[Sequence[str]]
) -> None:
    """What ``write_template`` does."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _write_guide(first, guide_name, guide)
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "veryHidden"
    offered = _Lists(lists, {sheet.name: 3 + len(sheet.rows) for sheet in sheets})
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.name, len(book.worksheets) - 1), sheet, offered)
    if lists.max_column == 1 and lists["A1"].value is None:
        book.remove(lists)
    book.active = 1 if sheets else 0
    book.save(out)


def _write_guide(page: Worksheet, name: str, guide: Sequence[Sequence[str]]) -> None:
    page.title = name
    for number, texts in enumerate(guide, 1):
        for at, text in enumerate(texts, 1):
            cell = page.cell(number, at, neutral(text))
            cell.alignment = Alignment(wrap_text=len(texts) > 1, vertical="top")
            if len(texts) > 1:
                cell.border = _LINE
        page.cell(number, 1).font = Font(bold=True, size=14) if number == 1 else Font(bold=len(texts) > 1)
    for letter, width in zip("ABCD", (22, 12, 60, 30), strict=True):
        page.column_dimensions[letter].width = width
    page.sheet_view.showGridLines = False


def _write_sheet(page: Worksheet, sheet: TemplateSheet, lists: "_Lists") -> None:
    for at, column in enumerate(sheet.columns, 1):
        _write_header(_cell(page, 1, at), column)
        page.column_dimensions[get_column_letter(at)].width = column.width
        _write_example(_cell(page, 2, at), column, first=at == 1)
        for number, values in enumerate(sheet.rows, 3):
            write_cell(_cell(page, number, at), values.get(column.name), column)
        for number in range(3 + len(sheet.rows), 3 + len(sheet.rows) + 200):
            page.cell(number, at).number_format = FORMATS[column.sort]
        if column.choices:
            _offer(page, at, column, lists)
    page.freeze_panes = "A2"
    page.row_dimensions[1].height = 22


def _cell(page: Worksheet, row: int, column: int) -> Cell:
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    return cell


def _write_header(cell: Cell, column: Column) -> None:
    cell.value = f"{column.label}*" if column.required else column.label
    cell.font, cell.fill = _WHITE, _REQUIRED if column.required else _HEADER
    cell.alignment = Alignment(horizontal="center", vertical="center")
    if column.help:
        cell.comment = Comment(column.help, "", height=90, width=260)


def _write_example(cell: Cell, column: Column, *, first: bool) -> None:
    write_cell(cell, f"{EXAMPLE}{column.example}" if first else column.example, column)
    cell.font, cell.fill = _GREY, _PALE


def write_cell(cell: Cell, value: Scalar, column: Column) -> None:
    """A value as a value: days as days, numbers as numbers, texts harmless."""
    cell.value = neutral(value) if isinstance(value, str) else value
    cell.number_format = FORMATS[column.sort]


def _offer(page: Worksheet, at: int, column: Column, lists: "_Lists") -> None:
    """A drop-down; what is written otherwise is warned of, not refused: codes and other names are read too."""
    offered = DataValidation(
        type="list", formula1=lists.source(column), allow_blank=True, errorStyle="warning", showErrorMessage=False
    )
    letter = get_column_letter(at)
    offered.add(f"{letter}2:{letter}{_ROWS}")
    page.add_data_validation(offered)


class _Lists:
    """The hidden sheet of what drop-downs offer, a column each. typed: of each sheet the first row to be filled in."""

    def __init__(self, page: Worksheet, typed: Mapping[str, int]) -> None:
        self.page, self.typed = page, typed
        self.written: dict[tuple[str, ...], str] = {}

    def source(self, column: Column) -> str:
        """What the drop-down of a column refers to."""
        joined = ",".join(column.choices)
        if column.choices_typed_in in self.typed:
            return self._with_typed(column.choices, column.choices_typed_in)
        if len(joined) <= _LONGEST_LIST and not any(set(choice) & set(",\"'") for choice in column.choices):
            return f'"{joined}"'
        return self._range(self._write([neutral(choice) for choice in column.choices]), len(column.choices))

    def _with_typed(self, choices: Sequence[str], sheet: str) -> str:
        """The choices, and below them what is typed into the sheet; the list ends where that does."""
        first = self.typed[sheet]
        cells = [f"{quote_sheetname(sheet)}!A{row}" for row in range(first, first + _TYPED_ROWS)]
        texts = [*map(neutral, choices), *(f'=IF({cell}="","",{cell})' for cell in cells)]
        letter = self._write(texts)
        top, whole = f"{quote_sheetname(LISTS)}!${letter}$1", self._range(letter, len(texts))
        return f'OFFSET({top},0,0,COUNTIF({whole},"?*"),1)'

    def _range(self, letter: str, rows: int) -> str:
        return f"{quote_sheetname(LISTS)}!${letter}$1:${letter}${rows}"

    def _write(self, texts: Sequence[str]) -> str:
        """A column of the sheet, by its letter: the one that holds just this, or a new one."""
        if tuple(texts) not in self.written:
            at = len(self.written) + 1
            for number, text in enumerate(texts, 1):
                self.page.cell(number, at, text)
            self.written[tuple(texts)] = get_column_letter(at)
        return self.written[tuple(texts)]
