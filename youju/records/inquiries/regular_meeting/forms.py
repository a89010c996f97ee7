"""The form of a regular meeting."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.inquiries.regular_meeting.models import AgendaItem, RegularMeeting


class RegularMeetingForm(RecordForm):
    MORE: ClassVar[tuple[str, ...]] = ("chair", *RecordForm.MORE)
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until",)
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {"series": ("happened",)}

    agenda = RowsField(
        AgendaItem,
        label=_("agenda"),
        row=_("item of the agenda"),
        least=1,
        help_text=_("One row an item. What is to be done goes under “what was decided”: it can be made a follow-up."),
    )

    class Meta(RecordForm.Meta):
        model = RegularMeeting
        fields = ["series", *RecordForm.Meta.fields[:3], "place", "chair", *RecordForm.Meta.fields[3:]]
        labels = {"title": _("name of the meeting"), "happened": _("day of the meeting")}
        help_texts = {"series": _("What is missing is added by an officer under “Registers”.")}

    field_order = ("unit", "series", "title", "happened", "place", "agenda")
