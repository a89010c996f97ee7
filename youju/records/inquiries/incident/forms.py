"""The forms of an incident: opening it, and what its six actions ask. No form asks who posted what."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.forms.case_forms import CaseForm, MoveForm, OpenForm
from youju.records.forms.form_fields import LinkField
from youju.records.inquiries.incident.models import Incident
from youju.records.rights import units_to_record_for

_LABELS = {
    "unit": _("unit that deals with it"),
    "title": _("matter"),
    "note": _("what is said, without names"),
}
_HELPS = {
    "title": _("The matter in a few words, as: lunch at a school."),
    "link": _("The link alone. Who posted it is neither asked nor kept."),
    "answer_link": _("Where it stands on the unit's registered account or website."),
    "answered_at": _("When the first answer with the facts was published. Of a later answer leave it as it is."),
    "tasks": _("One a line; each can be made a follow-up."),
}
_WIDGETS = {
    name: forms.Textarea(attrs={"rows": 3}) for name in ("note", "facts_found", "answer", "review", "tasks")
}  # fmt: skip
# What the action's own words are called, where it leaves nothing else.
_TOLD = {"offline": _("what was done, and what came of it"), "investigate": _("what was found on site")}


class IncidentForm(OpenForm):
    MORE: ClassVar[tuple[str, ...]] = ("reported_at",)

    link = LinkField(label=_("link to what is said"), required=False, help_text=_HELPS["link"])

    class Meta(OpenForm.Meta):
        model = Incident
        fields = ["unit", "title", "noticed_at", "link", "note", "owner", "reported_at"]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "inquiries")
        self.offer_units(units)
        self.initial.setdefault("unit", self.actor.unit_id)
        self.initial.setdefault("noticed_at", clock.now())
        self.initial.setdefault("owner", self.actor.pk)
        self.offer_owners()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check_moments(self, values)
        return values


class IncidentMoveForm(MoveForm):
    link = LinkField(label=_("link to what is said"), required=False, help_text=_HELPS["link"])
    answer_link = LinkField(label=_("link to the answer"), required=False, help_text=_HELPS["answer_link"])

    class Meta(MoveForm.Meta):
        model = Incident
        fields = [
            "finding", "facts_found", "noticed_at", "reported_at", "link", "owner", "answered_at", "answer",
            "answer_link", "passed_to", "review", "tasks",
        ]  # fmt: skip
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    _NEEDED = ("finding", "facts_found", "answered_at", "answer", "answer_link", "passed_to", "review")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & {*self._NEEDED}:
            self.fields[name].required = True
        if "answered_at" in self.fields and self.initial.get("answered_at") is None:
            self.initial["answered_at"] = clock.now()
        action = str(self.auto_id).removesuffix("_%s")
        if action in _TOLD:
            self.fields["reason"].label = _TOLD[action]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check_moments(self, values)
        return values


def _check_moments(form: CaseForm, values: dict[str, Any]) -> None:
    """Note what has not come yet, and what is told to have come before it was noticed."""
    noticed = values.get("noticed_at") or form.instance.noticed_at
    for name in ("noticed_at", "reported_at", "answered_at"):
        moment = values.get(name)
        if moment and moment > clock.now():
            form.add_error(name, _("This moment has not come yet."))
        elif moment and noticed and moment < noticed:
            form.add_error(name, _("Not before it was noticed."))
