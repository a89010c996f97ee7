"""Rows of a record in words: a table of them, what a change would do to each, what a kept item says."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from django import forms
from django.db import models

from youju.desk.records.cell_words import cell_words
from youju.orgs.people import Person
from youju.phrases import enumerated
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.heads.lines import Line, Values, lines_of

_FEW, _SHORT = 8, 3


class TableCell(NamedTuple):
    label: str
    text: str
    is_number: bool


class TableRow(NamedTuple):
    """raises: the text that may become a follow-up; empty where none may."""

    cells: list[TableCell]
    raises: str


class RowTable(NamedTuple):
    """The rows of one field; heads: the columns that hold something, without their texts."""

    label: str
    heads: list[TableCell]
    rows: list[TableRow]
    raises: bool

    @property
    def is_name_list(self) -> bool:
        """Many short rows of words, as of sixty holders: they say what they are without a label to each word."""
        words_only = not any(head.is_number for head in self.heads)
        return words_only and not self.raises and len(self.heads) <= _SHORT and len(self.rows) > _FEW


class RowChange(NamedTuple):
    label: str
    old: str
    new: str


def row_tables(form: RecordForm) -> list[RowTable]:
    """What stands in each field of rows of a form that was made for a record; none for one without rows."""
    fields = ((form.initial.get(name), field) for name, field in form.fields.items() if isinstance(field, RowsField))
    return [_table(field, values) for values, field in fields if values]


def _table(field: RowsField, values: Sequence[Values]) -> RowTable:
    shown = [(name, column) for name, column in field.columns.items() if any(_holds(row[name]) for row in values)]
    heads = [TableCell(str(column.label), "", _is_number(column)) for _name, column in shown]
    about = field.model.RAISES
    rows = [TableRow([_cell(column, row[name]) for name, column in shown], str(row.get(about) or "")) for row in values]
    return RowTable(str(field.label), heads, rows, bool(about))


def _cell(column: forms.Field, value: Any) -> TableCell:
    return TableCell(str(column.label), cell_words(column, value), _is_number(column))


def row_changes(field: RowsField, old: Sequence[Values], new: Sequence[Values]) -> list[RowChange]:
    """The rows that differ, each before and after, in words; a row without a key is one gone and one come."""
    before, after = (_by_key(field, rows) for rows in (old, new))
    found = []
    for key in dict.fromkeys([*before, *after]):
        texts = [row_text(field, rows[key]) if key in rows else "" for rows in (before, after)]
        if texts[0] != texts[1]:
            found.append(RowChange(_label(field, before.get(key) or after[key]), *texts))
    return found


def _by_key(field: RowsField, rows: Sequence[Values]) -> dict[tuple[str, ...], Values]:
    """Each row by what tells it from the others: its key, or all it says and how often it was said before."""
    found: dict[tuple[str, ...], Values] = {}
    for values, line in zip(rows, lines_of(field.model, None, rows), strict=True):
        key = line.key() or (line.item()[1],)
        while key in found:
            key = (*key, "")
        found[key] = values
    return found


def _label(field: RowsField, values: Values) -> str:
    named = [cell_words(field.columns[name], values[name]) for name in field.model.KEY if name in field.columns]
    return " · ".join([str(field.label), *filter(None, named)])


def row_text(field: RowsField, values: Values) -> str:
    """A row in one line, without what stands in its label: “invited 12, came 10”."""
    said = ((column.label, cell_words(column, values.get(name))) for name, column in field.columns.items()
            if name not in field.model.KEY or len(field.columns) == len(field.model.KEY))  # fmt: skip
    return enumerated(f"{label} {text}" for label, text in said if text)


def item_words(field: RowsField, text: str | None) -> tuple[str, str]:
    """What a row is called, and what it says, by the text that a snapshot keeps of it; empty where there is none."""
    if not text:
        return "", ""
    values = {name: _value(field.model, name, code) for name, code in json.loads(text).items() if name in field.columns}
    values = dict.fromkeys(field.columns) | values
    return _label(field, values), row_text(field, values)


def _value(model: type[Line], name: str, code: str) -> Any:
    """What a code in a snapshot stands for; the code itself where that is gone."""
    column = model._meta.get_field(name)
    if isinstance(column, models.ForeignKey):
        by = "token" if issubclass(column.related_model, Person) else "code"
        has = any(field.name == by for field in column.related_model._meta.get_fields())
        return column.related_model._default_manager.filter(**{by if has else "pk": code}).first() or code
    return column.to_python(code) if isinstance(column, models.Field) else code


def _holds(value: Any) -> bool:
    return value not in (None, "")


def _is_number(column: forms.Field) -> bool:
    return isinstance(column, forms.IntegerField | forms.DecimalField)
