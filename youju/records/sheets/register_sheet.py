"""A register as a workbook: its rows go out with their codes, and come in again as added or changed rows."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from youju.errors import SheetRefused, YoujuError
from youju.lib import clock
from youju.lib.sheets import (
    BadWorkbook,
    Column,
    Problem,
    Row,
    Said,
    Scalar,
    Table,
    as_text,
    is_blank,
    read_table,
    read_workbook,
    write_rows,
)
from youju.orgs.actors import Actor
from youju.records.forms.line_sheet import heading, in_both
from youju.records.registers.register import Register, RegisterRow
from youju.records.registers.register_rights import require_keeper
from youju.records.registers.register_verbs import Values, register_add, register_change
from youju.records.sheets.columns import FieldColumn, Reads, form_columns, sheet_names
from youju.records.sheets.offered import Offered, Typed, offered_by
from youju.records.sheets.typing_in import cell_texts

CODE = "code"
MOST_ROWS = 2000

NO_SHEET = gettext_noop("there is no sheet “%(sheet)s”: keep its name as in the template")
TOO_MANY = gettext_noop("there are more than %(most)s rows: divide them into several files")
TWICE = gettext_noop("“%(name)s” stands in row %(row)s already: delete one of the two rows")


class RowChange(Enum):
    NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass
class RowEntry:
    """One row of the sheet. row: the row of the register that it is already."""

    code: str
    values: Values
    row: RegisterRow | None
    change: RowChange


@dataclass
class RegisterReading:
    """All rows of a file. With any problem nothing may be written."""

    entries: list[RowEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def names(self, change: RowChange) -> list[str]:
        return [entry.values["name"] for entry in self.entries if entry.change is change]


def write_register(out: BinaryIO, *, register: Register) -> None:
    """Write all rows that are no proposals, retired ones too; an empty register gives the template."""
    offers = _offers(register)
    rows = register.model.objects.standing()
    cells = ([row.code, *(_cell(column, row, offers) for column in form_columns(register.form))] for row in rows)
    write_rows(out, [(register.label, _columns(register, offers), cells)])


def read_register(*, register: Register, content: BinaryIO) -> RegisterReading:
    """What a workbook says of a register. Raises SheetRefused where the file is no workbook."""
    try:
        book = read_workbook(content)
    except BadWorkbook as bad:
        raise SheetRefused([bad.said]) from bad
    names, offers = sheet_names(register.label, register.code), _offers(register)
    sheet = book.find(*names) or book.only()
    if sheet is None:
        return RegisterReading(problems=[Problem(names[0], Said(NO_SHEET, {"sheet": names[0]}))])
    table = read_table(sheet, _columns(register, offers))
    reading = RegisterReading(problems=list(table.problems))
    if not reading.problems:
        _read_rows(register, table, offers, reading)
    return reading


@transaction.atomic
def register_import(*, register: Register, reading: RegisterReading, actor: Actor) -> None:
    """Add and change rows by the verbs of every day, all of them or none. Raises NotAllowed, SheetRefused."""
    require_keeper(actor, register)
    problems: list[Problem | Said] = list(reading.problems)
    for entry in reading.entries:
        try:
            if entry.change is RowChange.NEW:
                register_add(register=register, values=entry.values, code=entry.code, actor=actor)
            elif entry.change is RowChange.CHANGED and entry.row is not None:
                register_change(register=register, row=entry.row, values=entry.values, actor=actor)
        except YoujuError as refusal:
            problems.append(Said(str(refusal)))
    if problems:
        raise SheetRefused(problems)


def _read_rows(register: Register, table: Table, offers: dict[str, Offered], reading: RegisterReading) -> None:
    there = {row.code: row for row in register.model.objects.standing()}
    by_name = {row.name: row for row in there.values()}
    seen: dict[str, int] = {}
    rows = list(table.rows())
    if len(rows) > MOST_ROWS:
        reading.problems.append(Problem(table.sheet.name, Said(TOO_MANY, {"most": MOST_ROWS})))
        return
    for line in rows:
        entry = _entry(register, line, offers, there, by_name)
        if entry is not None and (name := entry.values["name"]) in seen:
            line.note("name", Said(TWICE, {"name": name, "row": seen[name]}))
        elif entry is not None:
            seen[entry.values["name"]] = line.number
            reading.entries.append(entry)
        reading.problems += line.problems


def _entry(
    register: Register, line: Row, offers: dict[str, Offered], there: dict[str, Any], by_name: dict[str, Any]
) -> RowEntry | None:
    """A line as a row to be; None where something is wrong, which is noted on it."""
    typed = _typed(register, line, offers)
    code = line.read(CODE, as_text) or ""
    row = there.get(code) or by_name.get((typed.get("name") or [""])[0])
    if line.problems:
        return None
    form = register.form(MultiValueDict(_kept(register, row) | typed), instance=copy.copy(row) if row else None)
    if not form.is_valid():
        for name, messages in form.errors.items():
            for message in messages:
                line.note(name, Said(str(message)))
        return None
    values = form.cleaned_data
    same = row is not None and all(getattr(row, name) == value for name, value in values.items())
    change = RowChange.NEW if row is None else RowChange.SAME if same else RowChange.CHANGED
    return RowEntry(code, values, row, change)


def _kept(register: Register, row: RegisterRow | None) -> Typed:
    """What a row holds already, for columns that a file leaves out."""
    if row is None:
        return {}
    form = register.form(instance=copy.copy(row))
    return {name: [_text(form[name].value())] for name in form.fields if form[name].value() not in (None, "", False)}


def _text(value: Any) -> str:
    return "on" if value is True else value.isoformat() if hasattr(value, "isoformat") else str(value)


def _typed(register: Register, line: Row, offers: dict[str, Offered]) -> Typed:
    typed: Typed = {}
    for column in form_columns(register.form):
        if column.name not in line.table.places:
            continue
        if column.required and is_blank(line.raw(column.name)):
            line.note(column.name, line.missing(column.name))
            continue

        def read(value: Any, column: FieldColumn = column) -> list[str]:
            return cell_texts(value, column, column.field, lambda: offers[column.name], clock.today().year)

        typed[column.name] = line.read(column.name, read) or []
    return typed


def _offers(register: Register) -> dict[str, Offered]:
    choices = (column for column in form_columns(register.form) if column.reads in (Reads.CHOICE, Reads.SEVERAL))
    return {column.name: offered_by(column.field) for column in choices}


def _columns(register: Register, offers: dict[str, Offered]) -> Sequence[Column]:
    code = Column(CODE, heading(_("code")), in_both(_("code")), help=str(_("Empty in new rows.")))
    columns = form_columns(register.form)
    return [code, *(c.column(offers[c.name].choices.labels() if c.name in offers else ()) for c in columns)]


def _cell(column: FieldColumn, row: RegisterRow, offers: dict[str, Offered]) -> Scalar:
    value = getattr(row, column.name)
    match column.reads:
        case Reads.CHOICE:
            code = str(getattr(value, "code", value) or "")
            choices = offers[column.name].choices
            return next((choices.label(choice) for choice in choices.all if choice.code == code), code)
        case Reads.SEVERAL:
            return "、".join(map(str, value.all() if hasattr(value, "all") else value))
        case Reads.YES:
            return "是" if value else ""
        case _:
            return value  # type: ignore[no-any-return]  # a column that is no choice holds a plain value
