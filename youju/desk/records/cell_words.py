"""A value of a form's field in words."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from youju.phrases import enumerated


def cell_words(field: forms.Field, value: Any) -> str:
    """A form field's cleaned or initial value in words, a number with its measure word."""
    text = shown_value(field, value)
    return f"{text}{getattr(field, 'word', '')}" if text else ""


def shown_value(field: forms.Field, value: Any) -> str:
    """A form field's cleaned or initial value in words."""
    if value is None or value in ("", []):
        return ""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return _people(value)
    if isinstance(field, forms.ModelChoiceField):
        return str(value)
    if isinstance(field, forms.ChoiceField):
        return choice_labels(field).get(str(value), str(value))
    return _plain(value)


def choice_labels(field: forms.Field) -> dict[str, str]:
    """Code and label of each choice, groups opened."""
    labels: dict[str, str] = {}
    for code, label in getattr(field, "choices", ()):
        pairs: Iterable[tuple[Any, Any]] = label if isinstance(label, list | tuple) else [(code, label)]
        labels.update({str(inner): str(name) for inner, name in pairs if inner != ""})
    return labels


def _people(values: Iterable[Any]) -> str:
    names = [str(value) for value in values]
    return _("%(count)d: %(names)s") % {"count": len(names), "names": enumerated(names)} if names else ""


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, datetime):
        return f"{localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return str(number_format(value, force_grouping=True))
    return str(value)
