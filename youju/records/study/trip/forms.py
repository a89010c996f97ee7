"""The form of a study trip: where to and for how long, and a line for each who took part."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.records.forms.form_fields import WholeField
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.heads.workplaces import rows_placed
from youju.records.study.trip.models import LONGEST, Course, Participant, Trip


class TripForm(RecordForm):
    instance: Trip

    MORE: ClassVar[tuple[str, ...]] = ("batch", *RecordForm.MORE)

    sort = forms.ChoiceField(label=_("sort of training"))
    days = WholeField(label=_("how many days"), min_value=1, max_value=LONGEST)
    participants = RowsField(
        Participant,
        label=_("participants"),
        row=_("participant"),
        columns={"person": PersonField(label=_("name of the participant"), reach=Reach.COUNTY, required=False)},
        least=1,
        spare=3,
        help_text=_("One row a person; of those without a list, one row a unit with their number and the reason."),
    )

    class Meta(RecordForm.Meta):
        model = Trip
        fields = ["sort", *RecordForm.Meta.fields[:3], "days", "place", *RecordForm.Meta.fields[3:], "batch"]
        labels = {"happened": _("set out on")}
        help_texts = {"happened_until": _("Where the days did not follow on one another.")}

    field_order = ("unit", "sort", "title", "happened", "days", "place", "participants", "batch")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", Course.choices)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        rows, first, last = (values.get(name) for name in ("participants", "happened", "happened_until"))
        if first and last and (last - first).days + 1 < values.get("days", 0):
            self.add_error("days", _("More days than there are from the first to the last."))
        if rows and first:
            values["participants"] = self._placed(rows, first)
        return values

    def _placed(self, rows: list[dict[str, Any]], day: date) -> list[dict[str, Any]]:
        """The rows with each person's unit of the day; where there are several, the row has to say which."""
        placed, unclear = rows_placed(rows, day)
        for at in unclear:
            error = _text("Write from which unit %(name)s was sent.") % {"name": rows[at]["person"]}
            self.add_error("participants", self._rows_field().error(at, "unit", error))
        return placed

    def _rows_field(self) -> RowsField:
        field = self.fields["participants"]
        assert isinstance(field, RowsField)
        return field
