"""The field by which a record names a row of a register."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import ModelChoiceIterator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from youju.errors import problem_text
from youju.lib.sheets import Choice, Choices, Unread
from youju.phrases import enumerated
from youju.records.registers.register import RegisterRow

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _RowField = forms.ModelChoiceField[RegisterRow]
    _Iterator = ModelChoiceIterator[RegisterRow]
else:
    _RowField = forms.ModelChoiceField
    _Iterator = ModelChoiceIterator


def _any(_row: RegisterRow) -> bool:
    return True


class NameList(forms.TextInput):
    """A box that offers names: from the second character on the browser shows those that hold what was typed."""

    choices: Any = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        offers = f"{(attrs or {}).get('id', name)}-names"
        box = super().render(name, value, {**(attrs or {}), "list": offers, "autocomplete": "off"}, renderer)
        rows = ((code, label) for code, label in self.choices if code)
        options = format_html_join("", '<option value="{}">{}</option>', rows)
        return format_html('{}<datalist id="{}">{}</datalist>', box, offers, options)


class _Suiting(_Iterator):
    """The choices that a field offers: of all the rows it could take, those that suit it."""

    field: "RegisterField"

    def __iter__(self) -> Iterator[Any]:
        choices: Iterator[Any] = super().__iter__()
        return (choice for choice in choices if not choice[0] or self.field.suits(choice[0].instance))


class RegisterField(_RowField):
    """One row of a register, in force on the record's day: typed by its name, another name or its code.

    suits: which of the rows are offered, where it is not all of them. Another that is typed all the same is found, so
    that the form can say why it will not do.
    """

    widget = NameList
    iterator = _Suiting
    default_error_messages = {"invalid_choice": _("This is not on the list.")}

    def __init__(self, queryset: Any, *, suits: Callable[[Any], bool] | None = None, **options: Any) -> None:
        self.suits = suits or _any
        super().__init__(queryset, **options)

    def offer(self, day: date, *, also: Collection[int] = ()) -> None:
        """Let the rows be chosen that are in force on a day, and those of the ids ``also``."""
        rows: Any = self.rows_of().objects
        self.queryset = rows.in_force(day) | rows.filter(pk__in=also) if also else rows.in_force(day)
        self._found: tuple[list[RegisterRow], Choices] | None = None

    def names(self) -> list[str]:
        """The names of what can be chosen."""
        return [row.name for row in self._rows()[0] if self.suits(row)]

    def names_on(self, day: date) -> list[str]:
        """The names that a workbook offers for records of a day."""
        rows: Any = self.rows_of().objects
        return [row.name for row in rows.in_force(day) if self.suits(row)]

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
