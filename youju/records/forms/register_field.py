"""The field by which a record names a row of a register."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from youju.errors import problem_text
from youju.lib.sheets import Choice, Choices, Unread
from youju.phrases import enumerated
from youju.records.registers.register import RegisterRow

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _RowField = forms.ModelChoiceField[RegisterRow]
else:
    _RowField = forms.ModelChoiceField


class NameList(forms.TextInput):
    """A box that offers names: from the second character on the browser shows those that hold what was typed."""

    choices: Any = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        offers = f"{(attrs or {}).get('id', name)}-names"
        box = super().render(name, value, {**(attrs or {}), "list": offers, "autocomplete": "off"}, renderer)
        rows = ((code, label) for code, label in self.choices if code)
        options = format_html_join("", '<option value="{}">{}</option>', rows)
        return format_html('{}<datalist id="{}">{}</datalist>', box, offers, options)


class RegisterField(_RowField):
    """One row of a register, in force on the record's day: typed by its name, another name or its code."""

    widget = NameList
    default_error_messages = {"invalid_choice": _("This is not on the list.")}

    def offer(self, day: date, *, also: Collection[int] = ()) -> None:
        """Let the rows be chosen that are in force on a day, and those of the ids ``also``."""
        rows: Any = self.rows_of().objects
        self.queryset = rows.in_force(day) | rows.filter(pk__in=also) if also else rows.in_force(day)
        self._found: tuple[list[RegisterRow], Choices] | None = None

    def names(self) -> list[str]:
        """The names of what can be chosen."""
        return [row.name for row in self._rows()[0]]

    def rows_of(self) -> type[RegisterRow]:
        """The register's model."""
        assert self.queryset is not None
        return self.queryset.model

    def label_from_instance(self, obj: RegisterRow) -> str:
        return enumerated(obj.names[1:])

    def prepare_value(self, value: Any) -> Any:
        """The name, as it is typed; whatever else was typed stays as it is."""
        if isinstance(value, RegisterRow):
            return value.name
        if isinstance(value, int):
            return next((row.name for row in self._rows()[0] if row.pk == value), "")
        return value

    def to_python(self, value: Any) -> RegisterRow | None:
        if value in self.empty_values or isinstance(value, RegisterRow):
            return value or None
        rows, choices = self._rows()
        text = " ".join(str(value).split())
        named = next((row for row in rows if text == row.name or value == row.pk), None)
        return named or self._known_as(text, rows, choices)

    def _known_as(self, text: str, rows: list[RegisterRow], choices: Choices) -> RegisterRow:
        try:
            code = choices.find(text).code
        except Unread as unread:
            raise ValidationError(problem_text(unread.said), code="invalid_choice") from unread
        return next(row for row in rows if row.code == code)

    def _rows(self) -> tuple[list[RegisterRow], Choices]:
        if getattr(self, "_found", None) is None:
            assert self.queryset is not None
            rows = list(self.queryset.all())
            self._found = rows, Choices(Choice(row.code, row.name, row.names[1:]) for row in rows)
        assert self._found is not None
        return self._found


def offer_rows(form: "forms.ModelForm[Any]", day: date) -> None:
    """Let every field of a form that names a row of a register offer what is in force on a day, and what it has."""
    for name, field in form.fields.items():
        if isinstance(field, RegisterField):
            there = getattr(form.instance, f"{name}_id", None)
            field.offer(day, also=[there] if there else ())
