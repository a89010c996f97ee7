"""The form every kind's form starts from: units the member may record for, dates that make sense."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.base import Record
from youju.records.occasions import Occasion
from youju.records.rights import units_to_record_for

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _ModelForm = forms.ModelForm[Record]
else:
    _ModelForm = forms.ModelForm


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class RecordForm(_ModelForm):
    """Checks what a member typed; the verb writes it. ``cleaned_data`` is what the verbs take as values."""

    class Meta:
        model: type[Record]
        fields = ["unit", "title", "happened", "happened_until", "occasion", "partners", "note", "late_reason"]
        widgets = {
            "happened": DateInput(),
            "happened_until": DateInput(),
            "note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(actor)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["partners"].queryset = Unit.objects.order_by("kind", "name")  # type: ignore[attr-defined]
        self.fields["occasion"].queryset = Occasion.objects.all()  # type: ignore[attr-defined]
        if self.instance.pk is None and "unit" not in self.initial:
            self.initial["unit"] = actor.unit_id
            self.initial.setdefault("happened", clock.today())

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        first, last = values.get("happened"), values.get("happened_until")
        if first and last and last < first:
            self.add_error("happened_until", _("The last day is before the first."))
        if values.get("unit") in list(values.get("partners") or ()):
            self.add_error("partners", _("The unit itself is not its own partner."))
        return values
