"""A row of a sheet as what somebody would have typed into the kind's form."""

from collections.abc import Callable, Sequence
from typing import Any

from youju.lib.sheets import (
    Row,
    Said,
    as_choice,
    as_date,
    as_decimal,
    as_lines,
    as_list,
    as_minutes,
    as_moment,
    as_percent,
    as_text,
    as_whole,
    as_yes,
    is_blank,
)
from youju.records.forms.line_sheet import NOT_ASKED
from youju.records.sheets.columns import UNIT, FieldColumn, Reads
from youju.records.sheets.offered import Offered, Offers, Typed, offered_by


def typed_row(row: Row, columns: Sequence[FieldColumn], offers: Offers, year: int) -> Typed:
    """What the form would have been sent. What cannot be read is noted on the row, and left out."""
    typed: Typed = {}
    if is_blank(row.raw(UNIT)):
        if only := offers.only_unit():
            typed[UNIT] = [only]
        else:
            row.note(UNIT, row.missing(UNIT))
    follows = offers.kind.form.FOLLOWS
    for column in sorted(columns, key=lambda column: column.name in follows):  # what others follow comes first
        if column.name in row.table.places and not (column.name == UNIT and is_blank(row.raw(UNIT))):
            _type(row, column, offers, typed, year)
    return typed


def typed_moves(row: Row, columns: Sequence[FieldColumn], year: int) -> Typed:
    """What the forms of a case's moves would have been sent of a row, whichever of them are made."""
    typed: Typed = {}
    for column in columns:
        if column.name in row.table.places and not is_blank(row.raw(column.name)):

            def read(value: Any, column: FieldColumn = column) -> list[str]:
                return cell_texts(value, column, column.field, lambda: offered_by(column.field), year)

            if (texts := row.read(column.name, read)) is not None:
                typed[column.name] = texts
    return typed


def _type(row: Row, column: FieldColumn, offers: Offers, typed: Typed, year: int) -> None:
    name = column.name
    field = offers.field(name, typed)
    if field is None:
        if not is_blank(row.raw(name)):
            row.note(name, Said(NOT_ASKED, {"column": row.table.label(name)}))
        return
    if is_blank(row.raw(name)) and (field.required and not row.has_fault(name)):
        row.note(name, row.missing(name))
        return

    def read(value: Any) -> list[str]:
        return cell_texts(value, column, field, lambda: offers.choices(name, typed), year)

    if (texts := row.read(name, read)) is not None:
        typed[name] = texts


def cell_texts(value: Any, column: FieldColumn, field: Any, offered_of: Callable[[], Offered], year: int) -> list[str]:
    """What somebody would have typed to say what a cell says. offered_of: what can be chosen. Raises Unread."""
    match column.reads:
        case Reads.DAY:
            day = as_date(value, year)
            return [day.isoformat()] if day else []
        case Reads.MOMENT:
            moment = as_moment(value, year)
            return [moment.isoformat(" ", "minutes")] if moment else []
        case Reads.YES:
            return ["on"] if as_yes(value) else []
        case Reads.WHOLE:
            return _number(as_whole(value))
        case Reads.MINUTES:
            return _number(as_minutes(value))
        case Reads.DECIMAL:
            return _number(as_percent(value) if getattr(field, "percent", False) else as_decimal(value))
        case Reads.CHOICE:
            offered = offered_of()
            code = as_choice(value, offered.choices)
            return [offered.keys[code]] if code else []
        case Reads.SEVERAL:
            offered = offered_of()
            return [offered.keys[as_choice(part, offered.choices)] for part in as_list(value)]
        case Reads.LINES:
            return [as_lines(value)]
        case _:
            return [as_text(value)]


def _number(number: Any) -> list[str]:
    return [] if number is None else [f"{number:f}" if not isinstance(number, int) else str(number)]
