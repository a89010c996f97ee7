"""What was typed into a form, to be read once more before it counts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.desk.change.fields import MonthField
from youju.phrases import enumerated

_SHOWN = 12


def answers(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Label and value of each field that says something, in their order."""
    told = [
        (str(field.label), _text(field, form.cleaned_data.get(field.name))) for field in form if not field.is_hidden
    ]
    return [(label, text) for label, text in told if text]


def _text(field: BoundField, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_format(value, "YEAR_MONTH_FORMAT" if isinstance(field.field, MonthField) else "DATE_FORMAT")
    if isinstance(field.field, forms.ChoiceField) and isinstance(value, str):
        return _label(field, value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return _list([str(one) for one in value])
    return str(value)


def _list(words: list[str]) -> str:
    rest = len(words) - _SHOWN
    text = enumerated(words[:_SHOWN])
    if rest <= 0:
        return text
    more = ngettext("and %(count)d more", "and %(count)d more", rest) % {"count": rest}
    return f"{text} {more}"


def _label(field: BoundField, value: str) -> str:
    """The words of a choice, as the control shows them."""
    choices: Iterable[tuple[Any, Any]] = field.field.widget.choices
    return next((str(label) for code, label in choices if str(code) == value), value)
