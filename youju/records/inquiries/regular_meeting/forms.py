"""The form of a regular meeting."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.inquiries.regular_meeting.models import AgendaItem, RegularMeeting, Series


class RegularMeetingForm(RecordForm):
    MORE: ClassVar[tuple[str, ...]] = ("chair", *RecordForm.MORE)
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until",)

    sort = forms.ChoiceField(label=_("series of meetings"))
    agenda = RowsField(
        AgendaItem,
        label=_("agenda"),
        row=_("item of the agenda"),
        least=1,
        help_text=_("One row an item. What is to be done goes under “what was decided”: it can be made a follow-up."),
    )

    class Meta(RecordForm.Meta):
        model = RegularMeeting
        fields = ["sort", *RecordForm.Meta.fields[:3], "place", "chair", *RecordForm.Meta.fields[3:]]

    field_order = ("unit", "sort", "title", "happened", "place", "agenda")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", Series.choices)
