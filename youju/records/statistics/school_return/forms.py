"""The form of a school's return."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.statistics.school_return.models import DAY, MONTH, SchoolReturn, StageLine, last_day_of_counting
from youju.records.statistics.school_return.sorts import Ownership, SchoolType, stages_of


class SchoolReturnForm(RecordForm):
    instance: SchoolReturn

    MORE: ClassVar[tuple[str, ...]] = ("teaching_points", "area", "title", "occasion", "note", "late_reason")
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners")

    sort = forms.ChoiceField(label=_("type of school"))
    stages = RowsField(StageLine, label=_("pupils by stage"), row=_("stage"), least=1, most=len(SchoolType), spare=1)

    title = forms.CharField(
        label=_("title"), max_length=120, required=False, help_text=_("Left empty, it is made of the school year.")
    )

    field_order = ("unit", "happened", "sort", "ownership", "stages", "staff", "teachers")

    class Meta(RecordForm.Meta):
        model = SchoolReturn
        fields = [
            "sort",
            *RecordForm.Meta.fields[:2],
            "ownership",
            "staff",
            "teachers",
            "teaching_points",
            "area",
            *RecordForm.Meta.fields[2:],
        ]
        labels = {"happened": _("as of")}
        help_texts = {"happened": _("The counts are those of 1 September, the first day of the school year.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", SchoolType.choices)

    @classmethod
    def first_day(cls) -> date:
        return last_day_of_counting(clock.today())

    def clean_happened(self) -> date:
        day: date = self.cleaned_data["happened"]
        if (day.month, day.day) != (MONTH, DAY):
            raise forms.ValidationError(_("The counts are those of 1 September: choose that day of the school year."))
        return day

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        staff, teachers, sort = values.get("staff"), values.get("teachers"), values.get("sort", "")
        if staff is not None and teachers is not None and teachers > staff:
            self.add_error("teachers", _("There cannot be more full-time teachers than staff members."))
        if values.get("ownership") == Ownership.INCLUSIVE and sort != SchoolType.KINDERGARTEN:
            self.add_error("ownership", _("Only a private kindergarten is recognised as inclusive."))
        if any(row["stage"] not in stages_of(sort) for row in values.get("stages") or ()):
            self.add_error("stages", _("A stage is named that a school of this type does not teach."))
        if (day := values.get("happened")) and not values.get("title"):
            title = gettext("Return of the school year %(first)d–%(second)d")
            values["title"] = self.instance.title = title % {"first": day.year, "second": day.year + 1}
        return values
