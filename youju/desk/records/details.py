"""The content of any kind's record as label and text, read through the kind's own form."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django import forms
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from youju.orgs.members import Member
from youju.records.base import Record
from youju.records.forms import RecordForm
from youju.records.kind import RecordKind

# The record's page shows these by itself.
_ELSEWHERE = ("title", "unit", "late_reason")


class Detail(NamedTuple):
    label: str
    text: str


def details(kind: RecordKind, record: Record, reader: Member) -> list[Detail]:
    """Each field of the record that holds something."""
    form = kind.form(instance=record, actor=reader)
    shown = ((name, field) for name, field in form.fields.items() if name not in _ELSEWHERE)
    found = (
        Detail(str(field.label), _with_word(field, shown_value(field, _value(form, record, name, field))))
        for name, field in shown
    )
    return [detail for detail in found if detail.text]


def shown_value(field: forms.Field, value: Any) -> str:
    """A form field's cleaned or initial value in words."""
    if value is None or value == "":
        return ""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return _people(value)
    if isinstance(field, forms.ModelChoiceField):
        return str(value)
    if isinstance(field, forms.ChoiceField):
        return choice_labels(field).get(str(value), str(value))
    return _plain(value)


def _with_word(field: forms.Field, text: str) -> str:
    """A number with its measure word, where the form writes one behind its box."""
    return f"{text}{getattr(field, 'word', '')}" if text else ""


def choice_labels(field: forms.Field) -> dict[str, str]:
    """Code and label of each choice, groups opened."""
    labels: dict[str, str] = {}
    for code, label in getattr(field, "choices", ()):
        pairs: Iterable[tuple[Any, Any]] = label if isinstance(label, list | tuple) else [(code, label)]
        labels.update({str(inner): str(name) for inner, name in pairs if inner != ""})
    return labels


def _value(form: RecordForm, record: Record, name: str, field: forms.Field) -> Any:
    one_of_many = isinstance(field, forms.ModelChoiceField) and not isinstance(field, forms.ModelMultipleChoiceField)
    return getattr(record, name) if one_of_many else form.initial.get(name)


def _people(values: Iterable[Any]) -> str:
    names = [str(value) for value in values]
    return _("%(count)d: %(names)s") % {"count": len(names), "names": _(", ").join(names)} if names else ""


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, int | Decimal):
        return str(number_format(value, force_grouping=True))
    return str(value)
