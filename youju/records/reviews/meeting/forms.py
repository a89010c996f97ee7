"""The form of a review meeting."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.reviews.meeting.models import Guests, Meeting, Opinion


class MeetingForm(RecordForm):
    MORE: ClassVar[tuple[str, ...]] = ("presentations", *RecordForm.MORE)

    guests = RowsField(Guests, label=_("guests of the meeting"), row=_("group of guests"), least=1)
    opinions = RowsField(
        Opinion,
        label=_("opinions"),
        row=_("opinion"),
        help_text=_("One row an opinion, in the words of whoever said it; no names."),
    )

    class Meta(RecordForm.Meta):
        model = Meeting
        fields = [*RecordForm.Meta.fields[:3], "place", "presentations", *RecordForm.Meta.fields[3:]]
        labels = {"title": _("name of the meeting"), "happened": _("day of the meeting")}
        widgets = RecordForm.Meta.widgets | {"presentations": forms.Textarea(attrs={"rows": 3})}

    field_order = ("unit", "title", "happened", "place", "guests", "opinions")
