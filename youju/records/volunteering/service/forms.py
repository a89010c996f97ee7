"""The form of a service: what, where, who served; one number of minutes is enough where all served alike."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from youju.records.forms.form_fields import MinutesField
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.volunteering.service.models import LONGEST, Served, Service


class ServiceForm(RecordForm):
    instance: Service

    volunteers = RowsField(
        Served,
        label=_("volunteers"),
        row=_("volunteer"),
        columns={
            "person": PersonField(label=_("person"), reach=Reach.COUNTY),
            "minutes": MinutesField(label=_("minutes, where nobody signed"), min_value=0, required=False),
        },
        spare=3,
    )

    class Meta(RecordForm.Meta):
        model = Service
        fields = [
            *RecordForm.Meta.fields[:2], "place", "minutes", "pupils", "pupil_minutes", *RecordForm.Meta.fields[2:],
        ]  # fmt: skip
        field_classes = {"minutes": MinutesField, "pupil_minutes": MinutesField}
        labels = {"title": _("name of the activity"), "happened": _("day of the service")}
        help_texts = {
            "minutes": _(
                "Of everybody without times of their own, without the way there and back. “2.5 hours” is taken too."
            ),
            "pupils": _("Those under age: by number alone."),
            "pupil_minutes": _("Needed where pupils are told."),
        }

    field_order = ("unit", "title", "happened", "place", "minutes", "volunteers", "pupils", "pupil_minutes")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        minutes, pupils, of_pupils = (int(values.get(name) or 0) for name in ("minutes", "pupils", "pupil_minutes"))
        rows = values.get("volunteers")
        for name, length in (("minutes", minutes), ("pupil_minutes", of_pupils)):
            if length > LONGEST:
                self.add_error(name, _("More than sixteen hours in one day."))
        if pupils and not of_pupils:
            self.add_error("pupil_minutes", _("Say how long each pupil served."))
        if rows is not None and not rows and not pupils:
            self.add_error("volunteers", _("Name at least one volunteer, or say how many pupils."))
        if not minutes and any(not Served(**row).served for row in rows or ()):
            self.add_error("minutes", _("Say how long those served who have no times of their own."))
        return values
