"""The content of any kind's record as label and text, read through the kind's own form."""

from typing import Any, NamedTuple

from django import forms

from youju.desk.records.cell_words import cell_words
from youju.desk.records.row_words import RowTable, row_tables
from youju.orgs.members import Member
from youju.records.forms.form_fields import LinkField
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.heads.record import Record
from youju.records.kind import RecordKind

# The record's page shows these by itself.
_ELSEWHERE = ("title", "unit", "late_reason")


class Detail(NamedTuple):
    """is_link: whether the text is an address that its field has checked."""

    label: str
    text: str
    is_link: bool = False


class Content(NamedTuple):
    """What a record says: each field that holds something, and its rows as tables."""

    details: list[Detail]
    tables: list[RowTable]


def content_of(kind: RecordKind, record: Record, reader: Member) -> Content:
    """Everything that a record says in its own fields."""
    form = kind.form(instance=record, actor=reader)
    shown = ((name, field) for name, field in form.fields.items() if name not in _ELSEWHERE)
    found = (
        Detail(str(field.label), cell_words(field, _value(form, record, name, field)), isinstance(field, LinkField))
        for name, field in shown
        if not isinstance(field, RowsField)
    )
    return Content([detail for detail in found if detail.text], row_tables(form))


def _value(form: RecordForm, record: Record, name: str, field: forms.Field) -> Any:
    one_of_many = isinstance(field, forms.ModelChoiceField) and not isinstance(field, forms.ModelMultipleChoiceField)
    return getattr(record, name) if one_of_many else form.initial.get(name)
