"""A workbook of one kind read as records to be: every problem by its cell, nothing written."""

import copy
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, BinaryIO

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from youju.errors import SheetRefused
from youju.lib import clock
from youju.lib.batches import batches
from youju.lib.sheets import (
    BadWorkbook,
    Choice,
    Choices,
    Column,
    Problem,
    Row,
    Said,
    Sheet,
    Table,
    Unread,
    Workbook,
    as_choice,
    as_text,
    is_blank,
    read_table,
    read_workbook,
)
from youju.orgs.members import Member
from youju.records.forms.line_sheet import LineSheet, in_both
from youju.records.forms.rows.field import cell_of
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.heads.refs import is_ref
from youju.records.kind import CaseKind, SheetKind
from youju.records.reading.access import visible_to
from youju.records.rights import allowed
from youju.records.sheets.cells import CellWriter, is_as_written
from youju.records.sheets.columns import (
    NUMBER,
    REF,
    FieldColumn,
    field_columns,
    move_columns,
    number_column,
    ref_column,
    sheet_names,
    told_columns,
)
from youju.records.sheets.identity import Identities
from youju.records.sheets.offered import Offers, Typed
from youju.records.sheets.typing_in import typed_moves, typed_row

MOST_ROWS = 20_000

NO_SHEET = gettext_noop("there is no sheet “%(sheet)s”: keep its name as in the template")
TOO_MANY = gettext_noop("there are more than %(most)s rows: divide them into several files")
NOTHING = gettext_noop("there are no rows below the header: fill in at least one")
NO_SUCH = gettext_noop("“%(ref)s” is no record of this kind that is open to you: empty the cell where the row is new")
TWICE = gettext_noop("“%(ref)s” stands in row %(row)s already: delete one of the two rows")
SETTLED = gettext_noop("the record is %(state)s and the row says something else: %(what)s")
CLOSED = gettext_noop("the record is another's: only its own unit changes it")
NUMBER_TWICE = gettext_noop("the number %(number)s stands in row %(row)s already: give each row its own")
NO_NUMBER = gettext_noop("no row of “%(sheet)s” has the number %(number)s: write that of the row it belongs to")

_WHAT_TO_DO = {
    "submitted": _("take it back on its page first, or leave the row as it is there"),
    "checked": _("ask the bureau to return it, or leave the row as it is there"),
    "verified": _("ask for a correction on its page, or leave the row as it is there"),
}
_ENDED = _("delete the row, or empty its reference to record it anew")

_BY_MOVES = _("it is changed by the moves on its page; leave the row as it is there")

Progress = Callable[[int, int], None]


class Change(Enum):
    NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass
class Entry:
    """One row as a record or case to be. record: the one there is, as the database has it; values: what the form made
    of it. state, moved: of a new case, how far it is, and what its moves are sent.
    """

    row: Row
    ref: str
    typed: Typed
    record: Ledgered | None = None
    change: Change = Change.NEW
    values: dict[str, Any] = field(default_factory=dict)
    state: str = ""
    moved: Typed = field(default_factory=dict)


@dataclass
class Reading:
    """All rows of a file. problems: in the order of the file; with any, nothing may be written."""

    kind: SheetKind
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def count(self, change: Change) -> int:
        return sum(entry.change is change for entry in self.entries)


def read_records(
    *, kind: SheetKind, content: BinaryIO, actor: Member, year: int = 0, progress: Progress | None = None
) -> Reading:
    """Everything that a workbook says of records of a kind.

    year: of days written without one; this year where it is 0. Raises SheetRefused where the file is no workbook.
    """
    try:
        book = read_workbook(content)
    except BadWorkbook as bad:
        raise SheetRefused([bad.said]) from bad
    return _Reader(kind, actor, year or clock.today().year, progress or _silent).read(book)


def _silent(done: int, of: int) -> None:
    """Where nobody watches."""


class _Reader:
    def __init__(self, kind: SheetKind, actor: Member, year: int, progress: Progress) -> None:
        self.kind, self.actor, self.year, self.progress = kind, actor, year, progress
        self.columns: tuple[FieldColumn, ...] = field_columns(kind)
        self.moves = move_columns(kind)
        self.offers = Offers(kind, actor)
        self.writer = CellWriter(kind, actor, self.offers)
        self.reading = Reading(kind)

    def read(self, book: Workbook) -> Reading:
        table = self._table(book, sheet_names(self.kind.label, self.kind.code), self._main_columns(), alone=True)
        rows = list(table.rows()) if table and table.header and not table.problems else []
        if table and not table.problems and not 0 < len(rows) <= MOST_ROWS:
            said = Said(TOO_MANY, {"most": MOST_ROWS}) if rows else Said(NOTHING)
            self.reading.problems.append(Problem(table.sheet.name, said))
        lines = [(line, self._lines(book, line, rows)) for line in self.kind.lines]
        if rows and len(rows) <= MOST_ROWS:
            self._read_rows(rows, lines)
        return self.reading

    def _main_columns(self) -> list[Column]:
        columns = [column.column() for column in (*self.columns, *self.moves)]
        number = [number_column()] if self.kind.lines else []
        return [ref_column(), *number, *columns, *told_columns(self.kind)]

    def _table(self, book: Workbook, names: Sequence[str], columns: list[Column], *, alone: bool) -> Table | None:
        sheet: Sheet | None = book.find(*names) or (book.only() if alone and not self.kind.lines else None)
        if sheet is None:
            self.reading.problems.append(Problem(names[0], Said(NO_SHEET, {"sheet": names[0]})))
            return None
        table = read_table(sheet, columns)
        self.reading.problems += table.problems
        self.reading.notes += table.notes
        return table

    def _lines(self, book: Workbook, line: LineSheet, rows: list[Row]) -> dict[str, list[Row]]:
        """The rows of a further sheet by the number of the row they belong to."""
        table = self._table(book, sheet_names(line.label, line.code), [number_column(), *line.columns()], alone=False)
        found: dict[str, list[Row]] = defaultdict(list)
        known = set(filter(None, map(_number_of, rows)))
        for row in table.rows() if rows and table and not table.problems else ():
            number = row.need(NUMBER, as_text)
            if number and number not in known:
                row.note(NUMBER, Said(NO_NUMBER, {"sheet": str(self.kind.label), "number": number}))
            if number:
                found[number].append(row)
            self.reading.problems += row.problems
            row.problems.clear()
        return found

    def _read_rows(self, rows: list[Row], lines: list[tuple[LineSheet, dict[str, list[Row]]]]) -> None:
        entries = list(self._entries(rows))
        self._find_records(entries)
        for done, entry in enumerate(entries, 1):
            own = [(line, by_number.get(_number_of(entry.row), [])) for line, by_number in lines]
            self._check(entry, own)
            for _line, line_rows in own:
                self.reading.problems += (problem for row in line_rows for problem in _by_column(row))
            self.reading.problems += _by_column(entry.row)
            if done % 50 == 0 or done == len(entries):
                self.progress(done, len(entries))
        self.reading.entries = entries

    def _entries(self, rows: list[Row]) -> Iterator[Entry]:
        identities, refs, numbers = Identities(self.kind.code), dict[str, int](), dict[str, int]()
        for row in rows:
            typed = typed_row(row, self.columns, self.offers, self.year)
            ref = row.read(REF, as_text) or ""
            if not ref:
                ref = identities.ref([(typed.get(name) or [""])[0] for name in self._known_by()])
            elif ref in refs:
                row.note(REF, Said(TWICE, {"ref": ref, "row": refs[ref]}))
            refs[ref] = row.number
            if self.kind.lines and (number := row.need(NUMBER, as_text)):
                if number in numbers:
                    row.note(NUMBER, Said(NUMBER_TWICE, {"number": number, "row": numbers[number]}))
                numbers[number] = row.number
            yield Entry(row, ref, typed, state=self._state(row), moved=typed_moves(row, self.moves, self.year))

    def _known_by(self) -> tuple[str, ...]:
        """What tells a new row from the others: of a kind that is of one person, that person too."""
        return ("unit", "happened", "sort", "title", *(("person",) if "person" in self.kind.form.base_fields else ()))

    def _state(self, row: Row) -> str:
        """How far a row says that a case is; empty where it says nothing, and of a record."""
        if not isinstance(self.kind, CaseKind) or "state" not in row.table.places or is_blank(row.raw("state")):
            return ""
        states = Choices(
            Choice(str(code), str(label), in_both(label)) for code, label in self.kind.model.STATES.choices
        )
        return row.read("state", lambda value: as_choice(value, states)) or ""

    def _find_records(self, entries: list[Entry]) -> None:
        """The records that the rows are already, where they are open to the member."""
        refs = [entry.ref for entry in entries if is_ref(entry.ref, self.kind.code)]
        there: dict[str, Ledgered] = {}
        taken: set[str] = set()
        for batch in batches(refs):
            model: type[Ledgered] = self.kind.model
            found = model.loaded(visible_to(self.actor, model).filter(ref__in=batch))
            there |= {record.ref: record for record in found}
            taken.update(Ledgered.objects.filter(ref__in=batch).values_list("ref", flat=True))
        for entry in entries:
            entry.record = there.get(entry.ref)
            given = not is_blank(entry.row.raw(REF))
            if entry.record is None and (given or entry.ref in taken):
                entry.row.note(REF, Said(NO_SUCH, {"ref": entry.ref}))

    def _check(self, entry: Entry, lines: list[tuple[LineSheet, list[Row]]]) -> None:
        """What the kind's own form says of a row, and what would become of it."""
        if entry.row.problems:
            return
        if entry.record is not None and not lines and self._is_as_exported(entry.row, entry.record):
            entry.change = Change.SAME
            return
        form = self._form(entry, entry.typed)
        for line, rows in lines:
            entry.typed |= {name: [text] for name, text in line.read(form, rows).items()}
        if lines:
            form = self._form(entry, entry.typed)
        if not form.is_valid():
            self._note_errors(entry, form, lines)
            return
        entry.values = form.cleaned_data
        if entry.record is not None:
            self._compare(entry, entry.record)

    def _is_as_exported(self, row: Row, record: Ledgered) -> bool:
        """Whether every cell stands as an export writes it now: then no form has to be made to know what it says."""
        return all(
            column.name in row.table.places and is_as_written(row.raw(column.name), self.writer.cell(column, record))
            for column in self.columns
        )

    def _form(self, entry: Entry, typed: Typed) -> Any:
        if entry.record is None:
            return self.offers.form(typed)
        instance = copy.copy(entry.record)  # the form writes on what it is given
        return self.kind.form(MultiValueDict(typed), instance=instance, actor=self.actor)

    def _note_errors(self, entry: Entry, form: Any, lines: list[tuple[LineSheet, list[Row]]]) -> None:
        """Each message at the cell of its field; of what a further sheet fills, at its cell or the first row there."""
        for name, errors in form.errors.as_data().items():
            rows = next((rows for line, rows in lines if name in line.fields and rows), None)
            for error in errors:
                place, text = cell_of(error)
                if rows and place:
                    rows[place[0]].note(place[1], Said(text))
                else:
                    (rows[0] if rows else entry.row).note(NUMBER if rows else name, Said(text))

    def _compare(self, entry: Entry, record: Ledgered) -> None:
        if record.says(entry.values):
            entry.change = Change.SAME
            return
        entry.change = Change.CHANGED
        if isinstance(record, Case):
            entry.row.note(REF, Said(SETTLED, {"state": record.state_label, "what": _BY_MOVES}))
        elif not record.editable:
            what = _WHAT_TO_DO.get(record.state, _ENDED)
            entry.row.note(REF, Said(SETTLED, {"state": record.state_label, "what": what}))
        elif isinstance(record, Record) and not allowed(self.actor, "edit", record):
            entry.row.note(REF, Said(CLOSED))


def _number_of(row: Row) -> str:
    """The number in a row; empty where it has none, or none that can be read, which is noted as its entry is made."""
    try:
        return as_text(row.raw(NUMBER))
    except Unread:
        return ""


def _by_column(row: Row) -> list[Problem]:
    """What is wrong in a row from left to right: choices are looked up after the rest was read."""

    def place(problem: Problem) -> tuple[int, str]:
        letters = problem.source.rpartition("!")[2].rstrip("0123456789")
        return len(letters), letters

    return sorted(row.problems, key=place)
