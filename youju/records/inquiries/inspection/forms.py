"""The form of an on-site inspection."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.forms.unit_field import UnitField
from youju.records.inquiries.inspection.models import Inspection, SiteFinding


class InspectionForm(RecordForm):
    instance: Inspection

    NEVER: ClassVar[tuple[str, ...]] = ("happened_until",)

    seen = UnitField(label=_("unit gone to"), help_text=_("The school or office that was gone to."))
    findings = RowsField(
        SiteFinding,
        label=_("problems found"),
        row=_("found on site"),
        help_text=_("A row for each problem that has to be put right; none where all was in order."),
    )

    class Meta(RecordForm.Meta):
        model = Inspection
        fields = [
            "seen", *RecordForm.Meta.fields[:3], "place", "went", "notes", *RecordForm.Meta.fields[3:],
        ]  # fmt: skip
        labels = {"happened": _("day of the inspection")}
        help_texts = {
            "notes": _("What was seen and said, as it was noted there. No names of pupils or of who complained."),
            "went": _("At least two, by name."),
        }
        widgets = RecordForm.Meta.widgets | {"notes": forms.Textarea(attrs={"rows": 5})}

    field_order = ("unit", "seen", "title", "happened", "place", "went", "notes", "findings")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("seen") and values["seen"] == values.get("unit"):
            self.add_error("seen", _("A unit does not inspect itself: name the one that was gone to."))
        return values
