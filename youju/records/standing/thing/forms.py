"""The forms of a thing: reporting it, and what its moves ask."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.errors import YoujuError
from youju.lib import clock
from youju.orgs.members import Role
from youju.orgs.tree import standing, this_month
from youju.orgs.units import Unit, UnitKind
from youju.records.forms.case_forms import MoveForm, OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.form_fields import DayField
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.record_form import DateInput
from youju.records.forms.rows.field import RowsField
from youju.records.rights import reached_units, units_to_record_for
from youju.records.standing.thing.models import Part, Thing
from youju.records.standing.thing.sorts import TOPICS, ThingSort

_LABELS = {"title": _("name"), "happened": _("there since"), "note": _("note")}
_HELPS = {
    "happened": _("The day of its opening or of its document, however long ago."),
    "topic": _("Only of programmes and working rules: figures tell these apart from others."),
    "document": _("Where it was decided: title and number."),
    "closed_on": _("The first day on which it was there no more."),
}
# At which of a move's days it is said that they do not fit.
_DAYS = ("since", "until", "closed_on", "happened")
_WIDGETS = {"happened": DateInput(), "closed_on": DateInput(), "note": forms.Textarea(attrs={"rows": 3})}


class ThingForm(OpenForm):
    instance: Thing

    MORE: ClassVar[tuple[str, ...]] = ("place", "note", "closed_on", "listed")

    sort = forms.ChoiceField(label=_("sort of thing"))

    class Meta(OpenForm.Meta):
        model = Thing
        fields = ["sort", "topic", "unit", "title", "happened", "place", "document", "note", "closed_on"]
        labels = _LABELS
        help_texts = _HELPS
        widgets = _WIDGETS

    listed = RowsField(
        Part,
        label=_("Participants"),
        row=pgettext_lazy("thing", "participant"),
        columns={"person": PersonField(label=_("person"), reach=Reach.COUNTY, required=False)},
        help_text=_("Of a programme, an alliance, a society: who takes part, from when on. More can join later."),
    )
    owner = None  # type: ignore[assignment]  # Django's way to leave a field out: whoever keeps it is named later

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "standing")
        self.offer_units(units)
        if self.instance.pk is None:
            self.initial.setdefault("unit", self.actor.unit_id)
        _offer_sorts(self)
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        if not self.errors:
            _check_parts(self, values, "listed")
        if values.get("sort") == ThingSort.RULE and not values.get("document"):
            self.add_error("document", _("A working rule in force has a document: write down its title and number."))
        return values


class ThingMoveForm(MoveForm):
    instance: Thing

    sort = forms.ChoiceField(label=_("sort of thing"))
    joining = forms.ModelMultipleChoiceField(
        label=_("units that join"), queryset=Unit.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    since = DayField(label=_("from when on"), widget=DateInput())
    leaving = forms.ModelMultipleChoiceField(
        label=_("units that leave"), queryset=Part.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    until = DayField(label=_("from when on no more"), widget=DateInput())
    unlisted = forms.ModelMultipleChoiceField(
        label=_("who never took part"), queryset=Part.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    class Meta(MoveForm.Meta):
        model = Thing
        fields = ["sort", "topic", "title", "happened", "place", "document", "note", "owner", "closed_on"]
        labels = _LABELS
        help_texts = _HELPS
        widgets = _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = clock.today().replace(day=1)
        self.initial.update(since=max(first, self.instance.happened), until=first)
        if "closed_on" in self.fields:
            self.fields["closed_on"].required = True
        if "owner" in self.fields:
            self.fields["owner"].required = False
        if "sort" in self.fields:
            _offer_sorts(self)
        self._offer("joining", self._units_outside())
        there = self.instance.parts_listed()
        inside = [part.pk for part in there if part.until is None]
        self._offer("leaving", Part.objects.filter(pk__in=inside).select_related("unit", "person"))
        everybody = Part.objects.filter(pk__in=[part.pk for part in there])
        self._offer("unlisted", everybody.select_related("unit", "person"))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values)
        if not self.errors:
            _check_parts(self, values, next((day for day in _DAYS if day in values), "reason"))
        return values

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        if name in self.fields:
            let_choose(self, name, rows)

    def _units_outside(self) -> QuerySet[Unit]:
        """The units in the officer's reach that are not in."""
        inside = [part.unit_id for part in self.instance.parts_listed() if part.until is None and part.person is None]
        reached = reached_units(self.actor, Role.OFFICER, section=self.instance.section)
        kinds = (UnitKind.COUNTY, UnitKind.OFFICE, UnitKind.TOWN, UnitKind.SCHOOL)
        open_ones = Unit.objects.filter(pk__in=reached, kind__in=kinds, code__in=standing(this_month()))
        return open_ones.exclude(pk__in=inside).order_by("kind", "code")


def _offer_sorts(form: ThingForm | ThingMoveForm) -> None:
    form.fields["sort"].choices = [("", _("please choose")), *ThingSort.choices]  # type: ignore[attr-defined]  # a ChoiceField


def _check_parts(form: ThingForm | ThingMoveForm, values: dict[str, Any], field: str) -> None:
    """Say at a field what is wrong with days and participants, not on a page of its own."""
    try:
        form.instance.check_values(values)
    except YoujuError as refusal:
        form.add_error(field, str(refusal))


def _check(form: ThingForm | ThingMoveForm, values: dict[str, Any]) -> None:
    """What no thing can be: with a topic that its sort has not, of a day to come, ended before it began."""
    today, began, ended = clock.today(), values.get("happened") or form.instance.happened, values.get("closed_on")
    if "topic" in values and values["topic"] and values["topic"] not in TOPICS.get(values.get("sort", ""), ()):
        form.add_error(
            "topic", _("This topic belongs to another sort. Leave it empty, or choose the sort that has it.")
        )
    for name in ("happened", "closed_on"):
        if (day := values.get(name)) and day > today:
            form.add_error(name, _("This day has not come yet."))
    if ended and began and ended < began:
        form.add_error("closed_on", _("It cannot have ended before it was there."))
