"""Fields for days and numbers: what is typed is read as a sheet's cell is, by the same readers."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext_lazy as _

from youju.errors import problem_text
from youju.lib import clock
from youju.lib.links import find_link
from youju.lib.periods import YEARS
from youju.lib.sheets import Unread, as_date, as_decimal, as_minutes, as_moment, as_percent, as_whole
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.forms.person_field import PersonField
from youju.records.forms.register_field import RegisterField
from youju.records.forms.units_field import UnitsField
from youju.records.registers.register import RegisterRow

_Value = TypeVar("_Value")

_LONGEST_LINK = 500  # as long as a column of links is


class DayField(forms.DateField):
    """A day in any writing; one without a year is of this year."""

    def to_python(self, value: Any) -> date | None:
        return _read(partial(as_date, year=clock.today().year), value)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was typed, as the browser's own field of a day can show it."""
        try:
            return self.to_python(data)
        except ValidationError:
            return data


class MomentField(forms.DateTimeField):
    """A day and a time of it at the office, to the minute, in any writing."""

    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: Any) -> datetime | None:
        moment = _read(partial(as_moment, year=clock.today().year), value)
        if moment is None:
            return None
        if moment.year not in YEARS:
            raise ValidationError(_("The year %(year)04d cannot be right.") % {"year": moment.year})
        return make_aware(moment) if is_naive(moment) else moment


class LinkField(forms.CharField):
    """A link as it was shared, cleaned of the words round it; what is typed may be twice as long."""

    widget = forms.TextInput({"inputmode": "url"})

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=2 * _LONGEST_LINK, **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        link = find_link(text) if text else ""
        if (text and not link) or len(link) > _LONGEST_LINK:
            raise forms.ValidationError(_("There is no link in this. Copy the address from the browser."))
        return link


class WholeField(forms.IntegerField):
    """A whole number: 1,000 and full-width digits too, which a number input would not take."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> int | None:
        return _read(as_whole, value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"inputmode": "numeric"}


class MinutesField(WholeField):
    """Whole minutes; hours are taken as people say them: 1.5小时, 一个半小时."""

    def to_python(self, value: Any) -> int | None:
        return _read(as_minutes, value)


class NumberField(forms.DecimalField):
    """A number. percent: whether it is one in a hundred, typed with its sign or without."""

    widget = forms.TextInput
    percent = False

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # Django derives it from whole numbers
        return value if isinstance(value, Decimal) else _read(as_percent if self.percent else as_decimal, value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"inputmode": "decimal"}


def tolerant_field(column: "models.Field[Any, Any]", **options: Any) -> forms.Field | None:
    """The form field of a model's column: Django's own, but for days, numbers, persons and rows of registers."""
    if isinstance(column, models.ForeignKey) and issubclass(column.related_model, Person):
        return PersonField(label=column.verbose_name, required=not column.blank, help_text=column.help_text)
    if isinstance(column, models.ManyToManyField) and column.related_model is Unit:
        options.setdefault("form_class", UnitsField)
    if isinstance(column, models.ForeignKey) and issubclass(column.related_model, RegisterRow):
        options.setdefault("form_class", RegisterField)
    for sort, form_class in _FIELDS.items():
        if isinstance(column, sort):
            options.setdefault("form_class", form_class)  # the first that fits
    return column.formfield(**options)


_FIELDS: "dict[type[models.Field[Any, Any]], type[forms.Field]]" = {
    models.DateTimeField: MomentField,  # before the day, of which Django makes it a sort
    models.DateField: DayField,
    models.IntegerField: WholeField,
    models.DecimalField: NumberField,
}


def _read(reader: Callable[[Any], _Value], value: Any) -> _Value:
    try:
        return reader(value)
    except Unread as unread:
        raise ValidationError(problem_text(unread.said)) from unread


def invite(field: forms.Field) -> None:
    """An empty choice says what to do, in words; a field that may stay empty says nothing."""
    label = _("please choose") if field.required else "—"
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = label if field.empty_label else None
    elif isinstance(field, forms.TypedChoiceField):  # a model's own choices
        field.choices = [(code, label if code == "" else name) for code, name in list(field.choices)]  # type: ignore[arg-type]  # pairs
