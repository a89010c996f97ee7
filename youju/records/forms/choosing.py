"""What a field that chooses among rows offers, set while a form is made for one member."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.db.models.fields import BLANK_CHOICE_DASH

from youju.records.forms.form_fields import invite

if TYPE_CHECKING:  # a lazily translated text, which has no name of its own at run time
    from django.utils.functional import _StrPromise

_DASHES = BLANK_CHOICE_DASH[0][1]  # Django's own, where nobody said what an empty choice means


def let_choose(form: forms.BaseForm, name: str, rows: QuerySet[Any], *, none: "str | _StrPromise" = "") -> None:
    """Let the field choose among these rows. none: its help where there is not one of them: why, and what next."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
    if field.empty_label == _DASHES:
        invite(field)
    if none and not rows.exists():
        field.help_text = none
