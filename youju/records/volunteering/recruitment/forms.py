"""The forms of a call for volunteers: opening it, and what its moves ask."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.lib import clock
from youju.orgs.members import Role
from youju.orgs.people import Person, Tenure
from youju.orgs.tree import standing, this_month
from youju.orgs.units import Unit
from youju.records.forms.case_forms import CaseForm, MoveForm, OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.form_fields import MinutesField
from youju.records.forms.record_form import DateInput
from youju.records.rights import may_record, own_units, units_to_record_for
from youju.records.volunteering.recruitment.models import Joining, Recruitment, SignUp

LONGEST = 16 * 60  # minutes that anybody serves in a day
_LABELS = {
    "unit": _("unit that holds it"),
    "title": pgettext_lazy("name", "activity"),
    "happened": _("day of the activity"),
    "due_on": _("sign-up to"),
    "partners": _("units that sign up too"),
    "note": _("what is to be done"),
}
_HELPS = {
    "starts": _("As: 8:30."),
    "partners": _("They see the call and sign up their own people. Leave it empty for the unit's own."),
    "places": _("Whoever is signed up beyond these waits, and moves up when somebody leaves."),
}
_WIDGETS = {"happened": DateInput(), "due_on": DateInput(), "note": forms.Textarea(attrs={"rows": 2})}
_FIELD_CLASSES = {"minutes": MinutesField}
_FIELDS = ["title", "happened", "due_on", "starts", "minutes", "place", "places", "minors_allowed", "note"]


class RecruitmentForm(OpenForm):
    instance: Recruitment

    MORE: ClassVar[tuple[str, ...]] = ("partners", "minors_allowed", "note")

    owner = None  # type: ignore[assignment]  # whoever records for the unit goes on with it

    class Meta(OpenForm.Meta):
        model = Recruitment
        fields = ["unit", *_FIELDS, "partners"]
        labels, help_texts, widgets, field_classes = _LABELS, _HELPS, _WIDGETS, _FIELD_CLASSES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "volunteering")
        self.offer_units(units)
        open_units = Unit.objects.filter(code__in=standing(this_month())).order_by("kind", "code")
        let_choose(self, "partners", open_units)
        self.fields["due_on"].required = True
        self.initial.setdefault("unit", self.actor.unit_id)
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        return values


class RecruitmentMoveForm(MoveForm):
    instance: Recruitment

    owner = None  # type: ignore[assignment]  # as in the form above
    joining = forms.ModelMultipleChoiceField(
        label=_("who signs up"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    leaving = forms.ModelMultipleChoiceField(
        label=_("who leaves the list"), queryset=SignUp.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    came = forms.ModelMultipleChoiceField(
        label=_("who was there"), queryset=SignUp.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta(MoveForm.Meta):
        model = Recruitment
        fields = _FIELDS
        labels, help_texts, widgets, field_classes = _LABELS, _HELPS, _WIDGETS, _FIELD_CLASSES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "due_on" in self.fields:
            self.fields["due_on"].required = True
        line = self.instance.in_line()
        self._offer("joining", self._people([signup.person_id for signup in self.instance.listed()]))
        self._offer("leaving", self._signups())
        self._offer("came", self.instance.signups.filter(left=False).select_related("person", "unit"))
        self.initial.setdefault("came", [signup.pk for signup in line.seated])

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        if "joining" in values:
            units = self._units_of([person.pk for person in values["joining"]])
            values["joining"] = [Joining(person, units[person.pk], self.actor) for person in values["joining"]]
        return values

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        if name in self.fields:
            let_choose(self, name, rows)

    def _own_units(self) -> set[int]:
        """The units whose people the member signs up: those of which it is liaison, and the call's own."""
        case, own = self.instance, own_units(self.actor, Role.LIAISON, section=self.instance.section)
        invited = {case.unit_id, *case.partners.values_list("pk", flat=True)}
        holds = {case.unit_id} if may_record(self.actor, case.unit_id, case.section) else set()
        return own & invited | holds

    def _people(self, there: list[int]) -> QuerySet[Person]:
        held = Tenure.objects.on(clock.today()).filter(unit__in=self._own_units())
        rows = Person.objects.filter(merged_into=None, pk__in=held.values("person")).exclude(pk__in=there)
        return rows.order_by("name", "pk")

    def _signups(self) -> QuerySet[Any]:
        """Those of the member's own units; of whoever holds the activity, all."""
        rows = self.instance.signups.filter(left=False).select_related("person", "unit")
        if may_record(self.actor, self.instance.unit_id, self.instance.section):
            return rows
        return rows.filter(unit__in=self._own_units())

    def _units_of(self, persons: list[int]) -> dict[int, Unit]:
        held = Tenure.objects.on(clock.today()).filter(unit__in=self._own_units(), person__in=persons)
        return {tenure.person_id: tenure.unit for tenure in held.select_related("unit").order_by("-pk")}


def _check(form: CaseForm, values: dict[str, Any]) -> None:
    """Note what cannot be: signing up after the activity, nobody's place, more than a day's service."""
    day, until = values.get("happened"), values.get("due_on")
    if day and until and until > day:
        form.add_error("due_on", _("Not after the day of the activity."))
    if values.get("places") == 0:
        form.add_error("places", _("At least one."))
    minutes = values.get("minutes")
    if minutes is not None and not 0 < minutes <= LONGEST:
        form.add_error("minutes", _("Between one minute and sixteen hours."))
