"""The form that takes an inquiry in."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.forms.case_forms import CaseForm, OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.record_form import DateInput
from youju.records.forms.unit_field import UnitField
from youju.records.inquiries.channels import Channel, InquirySort, visitors_of
from youju.records.inquiries.inquiry.askers import AskerValues
from youju.records.inquiries.inquiry.circles import HANDLES_ACCUSATIONS
from youju.records.inquiries.inquiry.errors import AccusedHandles, NothingAccused, SubjectNamesAsker
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.personal import tells
from youju.records.rights import units_to_decide_for

LABELS = {
    "unit": _("handled by"),
    "title": _("subject"),
    "happened": _("received on"),
    "sort": _("sort of inquiry"),
    "extra": _("days more"),
}
HELPS = {
    "title": _(
        "Empty: the first sentence of the text that does not tell who asked. Without names of persons: lists and the "
        "group show it."
    ),
    "received_time": _("As: 14:30. Empty: some time of that day."),
    "visitors": _("Of a visit: how many came together. Empty: one person."),
    "foreign_number": _("The hotline's own number, the number on the letter. The same number is taken in once."),
    "passed_text": _("For a school or town, which does not learn who asked. Empty: the text as it came."),
    "text": _("As it was said. Who asked goes into the fields of their own below."),
}
WIDGETS = {
    "happened": DateInput(),
    "text": forms.Textarea({"rows": 5}),
    "passed_text": forms.Textarea({"rows": 4}),
}
_TIME = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")


class InquiryForm(OpenForm):
    instance: Inquiry

    MORE: ClassVar[tuple[str, ...]] = (
        "title", "visitors", "received_time", "foreign_number", "unit", "asker_address",
    )  # fmt: skip

    owner = None  # type: ignore[assignment]  # whoever handles it is named when it is assigned
    sort = forms.ChoiceField(label=_("sort of inquiry"), choices=InquirySort.choices)
    about_unit = UnitField(label=_("unit it is about"), required=False)
    asker_name = forms.CharField(label=_("name of the asker"), required=False, max_length=40)
    asker_phone = forms.CharField(label=_("telephone of the asker"), required=False, max_length=40)
    asker_address = forms.CharField(label=_("address of the asker"), required=False, max_length=120)

    field_order = (
        "channel", "sort", "text", "topic", "about_unit", "happened", "asker_name", "asker_phone", "title", "visitors",
        "received_time", "foreign_number", "unit", "asker_address",
    )  # fmt: skip

    class Meta(OpenForm.Meta):
        model = Inquiry
        fields = [
            "channel", "sort", "text", "topic", "about_unit", "happened", "title", "visitors", "received_time",
            "foreign_number", "unit",
        ]  # fmt: skip
        labels, help_texts, widgets = LABELS, HELPS, WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_decide_for(self.actor, self.section or "inquiries")
        let_choose(self, "unit", units)
        self.fields["title"].required = False
        if self.instance.pk is None:
            self.initial.setdefault("unit", self.actor.unit_id)
            self.initial.setdefault("happened", clock.today())
        for name, help_text in (
            ("asker_name", _("Kept apart: opened only with a reason, which is noted. In no export.")),
            ("about_unit", _("An accusation is kept from everybody of this unit.")),
        ):
            self.fields[name].help_text = help_text
        self.prepare_lookups()

    def more_is_used(self) -> bool:
        """As of every form; the unit, which is filled in already, does not count as long as it is the member's own."""
        own = ("unit", str(self.actor.unit_id))
        held = [field for field in self.more_fields() if (field.name, str(field.value())) != own]
        return any(field.value() or field.errors for field in held)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        check_written(self, values)
        check_subject(self, values, [values.get(f"asker_{name}") or "" for name in AskerValues._fields])
        unit = values.get("unit")
        if unit and values.get("sort") == InquirySort.ACCUSATION and unit.kind not in HANDLES_ACCUSATIONS:
            self.add_error("unit", str(AccusedHandles(unit=unit)))
        given = [values.pop(f"asker_{name}", "") or "" for name in AskerValues._fields]
        return values | {"asker": AskerValues(*given)}


def check_subject(form: CaseForm, values: dict[str, Any], pieces: Iterable[str]) -> None:
    """Note a subject that tells who asked. pieces: what is known of the asker."""
    if found := tells(pieces, values.get("title") or ""):
        form.add_error("title", str(SubjectNamesAsker(found=found)))


def check_written(form: CaseForm, values: dict[str, Any]) -> None:
    """Note what cannot be: a day to come, a time that is none, an accusation of nobody, a number taken in already."""
    if (day := values.get("happened")) and day > clock.today():
        form.add_error("happened", _("This day has not come yet."))
    if values.get("received_time"):
        found = _TIME.fullmatch(values["received_time"].strip())
        if found is None:
            form.add_error("received_time", _("Write the time as 14:30."))
        else:
            values["received_time"] = f"{int(found[1]):02d}:{found[2]}"
    if values.get("visitors") and values.get("channel") != Channel.VISIT:
        form.add_error("visitors", _("Only a visit has visitors. Leave this empty, or choose “visit” as the channel."))
    elif "visitors" in values and values["visitors"] is None:
        values["visitors"] = visitors_of(values.get("channel") or "", None)
    if values.get("sort") == InquirySort.ACCUSATION and not values.get("about_unit"):
        form.add_error("about_unit", str(NothingAccused()))
    if number := values.get("foreign_number"):
        same = Inquiry.objects.filter(channel=values.get("channel"), foreign_number=number)
        if same.exclude(pk=form.instance.pk).exists():
            form.add_error("foreign_number", _("An inquiry of this channel with this number was taken in already."))
