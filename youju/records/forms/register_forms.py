"""The form that every register's starts from."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib.text import visible
from youju.records.forms.form_fields import tolerant_field
from youju.records.registers.register import RegisterRow

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _ModelForm = forms.ModelForm[RegisterRow]
else:
    _ModelForm = forms.ModelForm


class RegisterForm(_ModelForm):
    """What every row is asked. ``cleaned_data`` is what the verbs take as values; a register adds its own columns."""

    class Meta:
        model: type[RegisterRow]
        fields = ["name", "other_names", "since"]
        widgets = {"other_names": forms.Textarea({"rows": 2}), "since": forms.DateInput({"type": "date"}, "%Y-%m-%d")}
        help_texts = {
            "other_names": _("One a line, as people write them in texts."),
            "since": _("Empty: since always."),
        }
        formfield_callback = tolerant_field

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        return {name: visible(value) if isinstance(value, str) else value for name, value in values.items()}

    def validate_unique(self) -> None:
        """The verb says it, with what to do."""
