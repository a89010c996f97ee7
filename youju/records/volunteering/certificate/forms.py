"""The forms of a certificate: requesting it, and what its moves ask. Hours are never asked."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.people import Person
from youju.records.forms.case_forms import CaseForm, MoveForm, OpenForm
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.record_form import DateInput
from youju.records.rights import units_to_record_for
from youju.records.volunteering.certificate.models import Certificate

_LABELS = {
    "unit": _("unit that issues it"),
    "happened": _("service from"),
    "happened_until": _("to, that day included"),
    "note": _("what it is for"),
}
_HELPS = {
    "happened_until": _("The hours are read from the verified services of these days; nobody types them."),
    "contact": _("Telephone of the unit, for whoever has a question about the certificate."),
    "posted_at": _("As: notice board in the office building."),
}
_WIDGETS = {
    "happened": DateInput(), "happened_until": DateInput(), "note": forms.Textarea(attrs={"rows": 2}),
}  # fmt: skip


class VolunteerField(PersonField):
    """On a roster of the bureau on the last day that the certificate tells of."""

    def follow(self, form: Any, kept: Sequence[Person] = ()) -> None:
        super().follow(form, kept)
        self.day = form.chosen("happened_until") or clock.today()


class CertificateForm(OpenForm):
    instance: Certificate

    MORE: ClassVar[tuple[str, ...]] = ("note",)

    person = VolunteerField(label=_("volunteer"), reach=Reach.COUNTY)
    owner = None  # type: ignore[assignment]  # nobody is in charge: whoever keeps the unit's records goes on with it

    class Meta(OpenForm.Meta):
        model = Certificate
        fields = ["unit", "person", "happened", "happened_until", "responsible", "contact", "note"]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "volunteering")
        self.offer_units(units)
        self.initial.setdefault("unit", self.actor.unit_id)
        self.initial.setdefault("happened", clock.today().replace(month=1, day=1))
        self.initial.setdefault("happened_until", clock.today())
        self.fields["happened_until"].required = True
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        return values


class CertificateMoveForm(MoveForm):
    instance: Certificate

    person = VolunteerField(label=_("volunteer"), reach=Reach.COUNTY)
    owner = None  # type: ignore[assignment]  # as in the form above

    class Meta(MoveForm.Meta):
        model = Certificate
        fields = ["person", "happened", "happened_until", "responsible", "contact", "note", "posted_at"]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"happened_until", "posted_at"} & self.fields.keys():
            self.fields[name].required = True
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        return values


def _check(form: CaseForm, values: dict[str, Any]) -> None:
    """Note days to come, an end before the beginning, and whoever is under age: they serve by number alone."""
    first, last, person = (values.get(name) for name in ("happened", "happened_until", "person"))
    for name, day in (("happened", first), ("happened_until", last)):
        if day and day > clock.today():
            form.add_error(name, _("This day has not come yet."))
    if first and last and last < first:
        form.add_error("happened_until", _("Not before the first day."))
    if person and person.is_minor(clock.today()):
        form.add_error(
            "person", _("Under age: pupils are counted by number alone, so nothing says how long they served.")
        )
