"""A sheet as a table: its header found by the names of the columns, its rows read cell by cell."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from youju.lib.sheets.example import is_example
from youju.lib.sheets.formulas import REACHES_OUT
from youju.lib.sheets.problems import Problem, Said, Unread, gettext_noop, listed
from youju.lib.sheets.values import Scalar, is_blank, normal
from youju.lib.sheets.workbook import Sheet

_Value = TypeVar("_Value")

# The header stands below a title and a note or two.
_HEADER_WITHIN = 15

NO_HEADER = gettext_noop("there is no row with the column names: keep the header of the template (%(columns)s)")
NO_COLUMN = gettext_noop("the column “%(column)s” is missing: put it back, with this name in the header row")
TWICE = gettext_noop("the column “%(column)s” is there twice: delete one of them")
UNKNOWN = gettext_noop("the column “%(column)s” is not one of the template's: it was not read")
HIDDEN_ROWS = gettext_noop("hidden rows were read too: %(rows)s")
HIDDEN_SHEET = gettext_noop("the sheet is hidden and was read too")
MISSING = gettext_noop("this cell is empty: “%(column)s” must be filled in")
MISSING_MERGED = gettext_noop("this cell is merged into %(cell)s and counts as empty: split it and fill in each row")


@dataclass(frozen=True)
class Column:
    """One column of a table. aliases: other headings for it; required: whether the sheet must have it and rows fill it.

    For templates: help is one sentence, example what the example row shows, choices what the drop-down offers, as well
    as what is typed into the first column of the sheet choices_typed_in; width in characters; sort is how its cells are
    formatted: text, whole, decimal, percent or date.
    """

    name: str
    label: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    help: str = ""
    example: Scalar = ""
    choices: Sequence[str] = field(default=(), repr=False)
    choices_typed_in: str = ""
    width: int = 16
    sort: str = "text"

    def names(self) -> set[str]:
        return {_key(name) for name in (self.name, self.label, *self.aliases)}


@dataclass
class Row:
    """One row of a table. number: as the spreadsheet counts; problems: what its readers did not take."""

    table: "Table"
    number: int
    values: list[Scalar]
    problems: list[Problem] = field(default_factory=list)

    def raw(self, name: str) -> Scalar:
        """What the column's cell holds; None where the sheet has no such column."""
        at = self.table.places.get(name)
        return self.values[at - 1] if at and at <= len(self.values) else None

    def source(self, name: str) -> str:
        """The address of the column's cell, or of the row where the sheet has no such column."""
        return self.table.sheet.address(self.number, self.table.places.get(name))

    def read(self, name: str, reader: Callable[[Scalar], _Value]) -> _Value | None:
        """What the reader makes of the cell; None where it does not take it, which is noted as a problem."""
        if fault := self._fault(name):
            self.note(name, fault)
            return None
        try:
            return reader(self.raw(name))
        except Unread as unread:
            self.note(name, unread.said)
            return None

    def need(self, name: str, reader: Callable[[Scalar], _Value]) -> _Value | None:
        """As ``read``, of a cell that must not be empty."""
        if not self.has_fault(name) and is_blank(self.raw(name)):
            self.note(name, self.missing(name))
            return None
        return self.read(name, reader)

    def has_fault(self, name: str) -> bool:
        """Whether the cell cannot be read at all: an error, a formula without a value."""
        return self._fault(name) is not None

    def _fault(self, name: str) -> Said | None:
        return self.table.sheet.marks.faults.get((self.number, self.table.places.get(name, 0)))

    def missing(self, name: str) -> Said:
        """What to say of an empty cell."""
        first = self.table.sheet.merged_into(self.number, self.table.places.get(name, 0))
        return Said(MISSING_MERGED, {"cell": first}) if first else Said(MISSING, {"column": self.table.label(name)})

    def note(self, name: str, said: Said) -> None:
        self.problems.append(Problem(self.source(name), said))


@dataclass
class Table:
    """places: the column number of each column that the sheet has. notes: what is no fault but has to be said."""

    sheet: Sheet
    columns: tuple[Column, ...]
    header: int = 0
    places: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def label(self, name: str) -> str:
        return next(column.label for column in self.columns if column.name == name)

    def rows(self) -> Iterator[Row]:
        """The rows below the header that hold anything in a known column, without examples."""
        if not self.header:
            return
        known = sorted(self.places.values())
        for number, values in enumerate(self.sheet.rows[self.header :], self.header + 1):
            faulty = any((number, at) in self.sheet.marks.faults for at in known)
            filled = [values[at - 1] for at in known if at <= len(values) and not is_blank(values[at - 1])]
            if (filled or faulty) and not is_example(filled[0] if filled else None):
                yield Row(self, number, values)


def read_table(sheet: Sheet, columns: Sequence[Column]) -> Table:
    """The table of a sheet; its ``problems`` say what keeps it from being read as one."""
    table = Table(sheet, tuple(columns))
    table.problems += _reaching_out(sheet)
    table.header = _header_row(sheet, columns)
    if not table.header:
        names = listed((column.label for column in columns if column.required), most=len(columns))
        table.problems.append(Problem(sheet.name, Said(NO_HEADER, {"columns": names})))
        return table
    _place_columns(table)
    _note_hidden(table)
    return table


def _header_row(sheet: Sheet, columns: Sequence[Column]) -> int:
    """The row, counted from 1, in which most headings stand; 0 where none has two of them, or the only one."""
    known = set().union(*(column.names() for column in columns))
    counts = [sum(_key(value) in known for value in row) for row in sheet.rows[:_HEADER_WITHIN]]
    best = max(counts, default=0)
    return counts.index(best) + 1 if best >= min(2, len(columns)) else 0


def _place_columns(table: Table) -> None:
    by_name = {name: column for column in table.columns for name in column.names()}
    for at, value in enumerate(table.sheet.rows[table.header - 1], 1):
        column = by_name.get(_key(value))
        source = table.sheet.address(table.header, at)
        if column is None:
            if not is_blank(value):
                table.notes.append(Problem(source, Said(UNKNOWN, {"column": str(value).strip()})))
        elif column.name in table.places:
            table.problems.append(Problem(source, Said(TWICE, {"column": column.label})))
        else:
            table.places[column.name] = at
    for column in table.columns:
        if column.required and column.name not in table.places:
            source = table.sheet.address(table.header)
            table.problems.append(Problem(source, Said(NO_COLUMN, {"column": column.label})))


def _note_hidden(table: Table) -> None:
    sheet = table.sheet
    hidden = [number for number in sheet.marks.hidden if table.header < number <= len(sheet.rows)]
    if hidden:
        table.notes.append(Problem(sheet.name, Said(HIDDEN_ROWS, {"rows": listed(hidden, most=10)})))
    if not sheet.visible:
        table.notes.append(Problem(sheet.name, Said(HIDDEN_SHEET)))


def _reaching_out(sheet: Sheet) -> list[Problem]:
    """In whatever column they stand, read or not."""
    found = [place for place, said in sheet.marks.faults.items() if said.message == REACHES_OUT]
    return [Problem(sheet.address(*place), Said(REACHES_OUT)) for place in found]


def _key(value: Scalar) -> str:
    """A heading as it is compared: without blanks, the star of what is required, and what stands in brackets."""
    text = "".join(normal(value).casefold().split()) if isinstance(value, str) else ""
    return text.strip("*").split("(")[0] or text
