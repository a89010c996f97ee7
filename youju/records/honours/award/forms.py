"""The form of an award list: the decision, and a line for each whom it honours."""

from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.heads.workplaces import rows_placed
from youju.records.honours.award.models import AwardList, Holder


class AwardForm(RecordForm):
    instance: AwardList

    MORE: ClassVar[tuple[str, ...]] = ("issuer", "occasion", "note", "late_reason")
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners")  # a decision has one day

    holders = RowsField(
        Holder,
        label=_("holders"),
        row=_("holder"),
        columns={"person": PersonField(label=_("holder"), reach=Reach.COUNTY, required=False)},
        least=1,
        spare=3,
    )

    class Meta(RecordForm.Meta):
        model = AwardList
        fields = [*RecordForm.Meta.fields, "document", "issuer"]
        labels = {"title": _("title of the decision"), "happened": _("day of the decision")}
        help_texts = {"document": _("As it stands on the paper.")}

    field_order = ("unit", "title", "happened", "document", "holders", "issuer", "occasion", "note", "late_reason")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        rows, day = values.get("holders"), values.get("happened")
        if rows and day:
            values["holders"] = self._placed(rows, day)
        return values

    def _placed(self, rows: list[dict[str, Any]], day: date) -> list[dict[str, Any]]:
        """The rows with each person's unit of the day; where there are several, the row has to say which."""
        placed, unclear = rows_placed(rows, day)
        for at in unclear:
            error = _text("Write at which unit %(name)s is honoured.") % {"name": rows[at]["person"]}
            self.add_error("holders", self._field().error(at, "unit", error))
        return placed

    def _field(self) -> RowsField:
        field = self.fields["holders"]
        assert isinstance(field, RowsField)
        return field
