"""The sheet of a field of rows: its columns, how its cells are typed into the form, and how rows are written out."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.sheets import (
    Choice,
    Choices,
    Column,
    Row,
    Said,
    Scalar,
    as_choice,
    as_date,
    as_decimal,
    as_lines,
    as_text,
    as_whole,
    as_yes,
    is_blank,
)
from youju.records.forms.line_sheet import NOT_ASKED, LineSheet, heading, in_both
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.register_field import RegisterField
from youju.records.forms.rows.field import RowsField
from youju.records.forms.unit_field import UnitField
from youju.records.heads.lines import Line

Reader = Callable[[Any], str]
# How its cells are formatted, by the sort of field.
_FORMATS: tuple[tuple[type[forms.Field], str, int], ...] = (
    (forms.DateField, "date", 13),
    (forms.DecimalField, "decimal", 12),
    (forms.IntegerField, "whole", 10),
)


def row_sheets(form: type[Any]) -> tuple[LineSheet, ...]:
    """The further sheets of a kind's form: one for each of its fields of rows."""
    fields = form.base_fields.items()
    return tuple(_row_sheet(name, field) for name, field in fields if isinstance(field, RowsField))


def _row_sheet(name: str, field: RowsField) -> LineSheet:
    return LineSheet(
        code=name,
        label=field.label or name,
        fields=(name,),
        columns=partial(_columns, field),
        read=partial(_read, name, field),
        write=partial(_write, name, field),
    )


def _columns(field: RowsField) -> list[Column]:
    found: list[Column] = []
    for name, column in field.columns.items():
        found.append(_column(name, column, str(column.label)))
        if _asks_unit(column):
            label, help = _("unit of “%(column)s”"), gettext("Where several bear the name: whose roster they are on.")
            found.append(
                Column(_unit_of(name), heading(label % {"column": column.label}), _both(label, column), help=help)
            )
    return found


def _column(name: str, column: forms.Field, label: str) -> Column:
    sort, width = next(((sort, width) for kind, sort, width in _FORMATS if isinstance(column, kind)), ("text", 18))
    if isinstance(column, RegisterField):
        choices = [row.name for row in column.rows_of().objects.in_force(clock.today())]
    else:
        choices = [str(each) for code, each in choice_pairs(column) if code]
    return Column(
        name, heading(label), in_both(column.label), column.required, str(column.help_text),
        choices=choices, width=width, sort=sort,
    )  # fmt: skip


def _both(label: Any, column: forms.Field) -> tuple[str, ...]:
    """The heading of a unit's column in both languages."""
    return tuple(text % {"column": name} for text, name in zip(in_both(label), in_both(column.label), strict=True))


def _asks_unit(column: forms.Field) -> bool:
    return isinstance(column, PersonField) and column.reach == Reach.COUNTY


def _unit_of(name: str) -> str:
    return f"{name}_unit"


def _read(name: str, whole: RowsField, form: Any, rows: Sequence[Row]) -> dict[str, str]:
    """What the form would have been sent: the row in place n bears the number n. whole: with all columns there are."""
    asked = form.fields[name].columns if name in form.fields else {}
    sent: dict[str, str] = {}
    for number, row in enumerate(rows):
        for column in whole.columns:
            if is_blank(row.raw(column)) and not row.has_fault(column):
                continue
            each = asked.get(column)
            if each is None:
                row.note(column, Said(NOT_ASKED, {"column": row.table.label(column)}))
                continue
            text = row.read(column, _reader(each)) or ""
            sent[f"{name}-{number}-{column}"] = _with_unit(row, column, text) if _asks_unit(each) else text
    return sent


def _with_unit(row: Row, column: str, text: str) -> str:
    """The name as the form takes it, with its unit in brackets behind."""
    unit = "" if is_blank(row.raw(_unit_of(column))) else row.read(_unit_of(column), as_text)
    return f"{text}（{unit}）" if unit and "（" not in text else text


def _reader(field: forms.Field) -> Reader:
    """How a cell is read into what somebody would type into the field."""
    if isinstance(field, forms.DateField):
        return lambda value: day.isoformat() if (day := as_date(value)) else ""
    if isinstance(field, forms.BooleanField):
        return lambda value: "on" if as_yes(value) else ""
    if isinstance(field, forms.ChoiceField) and not isinstance(field, RegisterField):
        return partial(as_choice, choices=_choices(field))
    if isinstance(field, forms.DecimalField):
        return lambda value: f"{as_decimal(value):f}"
    if isinstance(field, forms.IntegerField):
        return lambda value: str(as_whole(value))
    return as_lines if isinstance(field.widget, forms.Textarea) else as_text


def _choices(field: forms.ChoiceField) -> Choices:
    pairs = [(code, label) for code, label in choice_pairs(field) if code]
    return Choices(Choice(code, str(label), in_both(label)) for code, label in pairs)


def choice_pairs(field: forms.Field) -> list[tuple[str, Any]]:
    """Code and label of what can be chosen; none for a field without choices."""
    return [(str(code), label) for code, label in getattr(field, "choices", ())]


def _write(name: str, field: RowsField, record: Any) -> Iterator[Sequence[Scalar]]:
    """The rows of a record as their cells; a person by name, one under age or not alone in bearing it with a code."""
    rows = list(getattr(record, name).all())
    written = {column: _written(column, each, record, rows) for column, each in field.columns.items()}
    for place in range(len(rows)):
        yield [cell for column in field.columns for cell in written[column][place]]


def _written(name: str, column: forms.Field, record: Any, rows: Sequence[Line]) -> list[Sequence[Scalar]]:
    values = [getattr(row, name) for row in rows]
    if isinstance(column, PersonField):
        wanted = 2 if _asks_unit(column) else 1
        return [cells[:wanted] for cells in column.written(values, record.unit, record.happened)]
    if isinstance(column, UnitField):
        return [[column.units.label(value) if value else ""] for value in values]
    if isinstance(column, RegisterField):
        return [[str(value or "")] for value in values]
    if isinstance(column, forms.ChoiceField):
        labels = {code: str(label) for code, label in choice_pairs(column)}
        return [[labels.get(str(value), str(value)) if value else ""] for value in values]
    return [["是" if value is True else "" if value is None or value is False else value] for value in values]
