"""The forms of a brief: submitting it, and what its moves ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.forms.case_forms import CaseForm, MoveForm, OpenForm
from youju.records.forms.record_form import DateInput
from youju.records.forms.register_field import RegisterField
from youju.records.publicity.brief.models import Brief
from youju.records.publicity.outlet.models import Outlet, OutletSort
from youju.records.rights import units_to_record_for

_LABELS = {"unit": _("where it comes from"), "happened": _("submitted on"), "note": _("what it says")}
_TO = _("Type two characters and choose. What is submitted to two bulletins is two briefs.")
_WIDGETS = {"happened": DateInput(), "note": forms.Textarea(attrs={"rows": 3})}


def _is_bulletin(outlet: Outlet) -> bool:
    return outlet.sort == OutletSort.BULLETIN


def _adopter() -> RegisterField:
    return RegisterField(Outlet.objects.all(), suits=_is_bulletin, label=_("submitted to"), help_text=_TO)


class BriefForm(OpenForm):
    owner = None  # type: ignore[assignment]  # nobody is in charge: the bulletin decides
    adopter = _adopter()

    class Meta(OpenForm.Meta):
        model = Brief
        fields = ["unit", "title", "adopter", "happened", "note"]
        labels, widgets = _LABELS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_units(units_to_record_for(self.actor, self.section))
        self.initial.setdefault("unit", self.actor.unit_id)
        self.initial.setdefault("happened", clock.today())

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        return values


class BriefMoveForm(MoveForm):
    owner = None  # type: ignore[assignment]  # as in the form above
    adopter = _adopter()

    class Meta(MoveForm.Meta):
        model = Brief
        fields = ["title", "adopter", "happened", "note", "adopted_on", "issue"]
        labels = _LABELS
        help_texts = {"issue": _("Number of the issue, or of the notice that lists it.")}
        widgets = _WIDGETS | {"adopted_on": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "adopted_on" in self.fields:
            self.fields["adopted_on"].required = True
            if self.initial.get("adopted_on") is None:
                self.initial["adopted_on"] = clock.today()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        if (day := values.get("adopted_on")) and not self.instance.happened <= day <= clock.today():
            self.add_error("adopted_on", _("Between the day it was submitted and today."))
        return values


def _check(form: CaseForm, values: dict[str, Any]) -> None:
    """Note a day to come, and what is no bulletin."""
    sent, adopter = values.get("happened"), values.get("adopter")
    if sent and sent > clock.today():
        form.add_error("happened", _("This day has not come yet."))
    if adopter is not None and not _is_bulletin(adopter):
        form.add_error("adopter", _("This is no bulletin: what it publishes is reported as a publicity item."))
