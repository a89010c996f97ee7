"""The form of guidance: which unit was seen, at what, and what was found."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.forms.unit_field import UnitField
from youju.records.study.guidance.models import Finding, Guidance, GuidanceSort


class GuidanceForm(RecordForm):
    instance: Guidance

    MORE: ClassVar[tuple[str, ...]] = ("went", *RecordForm.MORE)
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners")

    sort = forms.ChoiceField(label=_("sort of guidance"))
    seen = UnitField(label=_("unit seen"), help_text=_("The school or office whose study was looked at."))
    findings = RowsField(
        Finding,
        label=_("findings"),
        row=_("finding"),
        help_text=_("One row a problem that has to be put right; nothing where all was in order."),
    )

    class Meta(RecordForm.Meta):
        model = Guidance
        fields = ["sort", "seen", *RecordForm.Meta.fields[:3], "topic", "went", *RecordForm.Meta.fields[3:]]
        labels = {"happened": _("day of the guidance")}
        help_texts = {"topic": _("For instance the session of a branch, or the year's papers.")}

    field_order = ("unit", "seen", "sort", "title", "happened", "topic", "findings")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", GuidanceSort.choices)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("seen") and values["seen"] == values.get("unit"):
            self.add_error("seen", _("A unit does not guide itself: name the one that was seen."))
        return values
