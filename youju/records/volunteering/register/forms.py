"""The form of the register: who joined or left."""

from typing import Any, ClassVar

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from youju.records.forms.person_field import PersonField
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.volunteering.register.models import Change, Register, Volunteer


class RegisterForm(RecordForm):
    instance: Register

    NEVER: ClassVar[tuple[str, ...]] = ("title",)  # it says nothing that the rows do not

    volunteers = RowsField(
        Volunteer,
        label=_("volunteers"),
        row=_("volunteer"),
        columns={"person": PersonField(label=_("person"))},
        spare=3,
    )

    class Meta(RecordForm.Meta):
        model = Register
        fields = ["change", *RecordForm.Meta.fields[:2], "pupils", "consents", *RecordForm.Meta.fields[2:]]
        labels = {"happened": _("registered on")}
        help_texts = {
            "pupils": _("Those under age: by number alone."),
            "consents": _("Needed where pupils join: the folder or the file number."),
        }

    field_order = ("unit", "change", "happened", "volunteers", "pupils", "consents")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        rows, change, pupils = values.get("volunteers"), values.get("change"), values.get("pupils") or 0
        if rows is None or self.has_error("pupils") or not change:
            return values
        if not rows and not pupils:
            self.add_error("volunteers", _("Name at least one volunteer, or say how many pupils."))
        if pupils and change == Change.JOINED and not values.get("consents"):
            self.add_error("consents", _("Pupils join with their guardians' consent: say where it is filed."))
        values["title"] = register_title(change, len(rows) + pupils)
        return values


def register_title(change: str, count: int) -> str:
    """What lists show: how many joined or left."""
    if change == Change.JOINED:
        return ngettext("%(count)d volunteer registered", "%(count)d volunteers registered", count) % {"count": count}
    return gettext("%(count)d taken off the register of volunteers") % {"count": count}
