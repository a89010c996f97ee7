"""The forms of a brief: submitting it, and what its moves ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.case_forms import MoveForm, OpenForm
from youju.records.forms import DateInput
from youju.records.publicity.brief.models import Brief
from youju.records.publicity.outlet.models import OutletSort
from youju.records.rights import units_to_decide_for


class BriefForm(OpenForm):
    owner = None  # type: ignore[assignment]  # nobody is in charge: the bulletin decides

    class Meta(OpenForm.Meta):
        model = Brief
        fields = ["unit", "title", "adopter", "happened", "note"]
        labels = {"unit": _("where it comes from"), "happened": _("submitted on"), "note": _("what it says")}
        help_texts = {
            "adopter": _("Type two characters and choose. What is submitted to two bulletins is two briefs."),
        }
        widgets = {"happened": DateInput(), "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_to_decide_for(self.actor, self.section)  # type: ignore[attr-defined]  # a ModelChoiceField
        self.initial.setdefault("happened", clock.today())

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        sent, adopter = values.get("happened"), values.get("adopter")
        if sent and sent > clock.today():
            self.add_error("happened", _("This day has not come yet."))
        if adopter is not None and adopter.sort != OutletSort.BULLETIN:
            self.add_error("adopter", _("This is no bulletin: what it publishes is reported as a publicity item."))
        return values


class BriefMoveForm(MoveForm):
    owner = None  # type: ignore[assignment]

    class Meta(MoveForm.Meta):
        model = Brief
        fields = ["adopted_on", "issue"]
        help_texts = {"issue": _("Number of the issue, or of the notice that lists it.")}
        widgets = {"adopted_on": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "adopted_on" in self.fields:
            self.fields["adopted_on"].required = True
            if self.initial.get("adopted_on") is None:
                self.initial["adopted_on"] = clock.today()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if (day := values.get("adopted_on")) and not self.instance.happened <= day <= clock.today():
            self.add_error("adopted_on", _("Between the day it was submitted and today."))
        return values
