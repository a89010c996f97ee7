"""Fields that several of these forms have: a month, and days."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.periods import YEARS
from youju.lib.text import name_line, one_line

_MONTH = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?")


class MonthField(forms.CharField):
    """A month such as 2026-09 or 2026年9月, cleaned to its first day."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput({"type": "month", "placeholder": "2026-09"}))
        super().__init__(max_length=12, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = _MONTH.fullmatch(text)
        if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) not in YEARS:
            raise ValidationError(_("Write a month like 2025-03."))
        return date(int(found[1]), int(found[2]), 1)


class DayField(forms.DateField):
    """A day in a year that can be."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day and day.year not in YEARS:
            raise ValidationError(_("The year %(year)04d cannot be right."), params={"year": day.year})
        return day


class LineField(forms.CharField):
    """One line of text, without what nobody sees."""

    def clean(self, value: Any) -> Any:
        return super().clean(one_line(value) if isinstance(value, str) else value)


class NameField(LineField):
    """The name of a person or a unit, as the verbs keep it."""

    def clean(self, value: Any) -> Any:
        return super().clean(name_line(value) if isinstance(value, str) else value)


def this_month_text() -> str:
    """The present month, as a month field takes it."""
    return f"{clock.today():%Y-%m}"
