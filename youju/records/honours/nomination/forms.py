"""The forms of a nomination: putting somebody forward, and mending one that was sent back."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.people import Person
from youju.records.forms.case_forms import MoveForm, OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.person_field import PersonField
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.round.models import Round
from youju.records.honours.round.moves import RoundState
from youju.records.rights import units_to_record_for

_LABELS = {"unit": _("unit that nominates"), "selection": _("selection"), "note": _("what for")}
_HELPS = {
    "selection": _("Those that are open for nominations."),
    "note": _("The main deeds, in plain words. Add what proves them as files."),
}
_WIDGETS = {"note": forms.Textarea({"rows": 6})}
_WHO = _("By the name on the unit's roster. Empty where the title goes to units: then the unit itself is nominated.")

_NONE_OPEN = _("No selection takes nominations of the unit now. The bureau opens them.")


class NomineeField(PersonField):
    """On the roster of the unit today."""

    def follow(self, form: Any, kept: Sequence[Person] = ()) -> None:
        super().follow(form, kept)
        unit = form.chosen("unit") or (form.instance.unit if form.instance.unit_id else None)
        self.unit, self.day = unit, clock.today()


class NominationForm(OpenForm):
    instance: Nomination

    owner = None  # type: ignore[assignment]  # nobody is in charge: it waits for whoever reviews it next
    person = NomineeField(label=_("nominee"), required=False, help_text=_WHO)

    class Meta(OpenForm.Meta):
        model = Nomination
        fields = ["unit", "selection", "person", "note"]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "honours")
        offered = Q(state=RoundState.COLLECTING, partners__in=units) | Q(pk=self.instance.selection_id)
        self.offer_units(units)
        let_choose(self, "selection", Round.objects.filter(offered).distinct(), none=_NONE_OPEN)
        self.fields["note"].required = True
        self.initial.setdefault("unit", self.actor.unit_id)
        if isinstance(self.source, Round):
            self.initial.setdefault("selection", self.source.pk)
            self.fields["selection"].widget = forms.HiddenInput()
            _ask_for(self, self.source)
        self.prepare_lookups()


class NominationMoveForm(MoveForm):
    instance: Nomination

    owner = None  # type: ignore[assignment]  # as in the form above
    person = NomineeField(label=_("nominee"), required=False, help_text=_WHO)

    class Meta(MoveForm.Meta):
        model = Nomination
        fields: ClassVar[list[str]] = ["person", "note"]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "note" in self.fields:
            self.fields["note"].required = True
        if "person" in self.fields:
            _ask_for(self, self.instance.selection)
        self.prepare_lookups()


def _ask_for(form: forms.BaseForm, round: Round) -> None:
    """A person where the title goes to persons; nobody where it goes to units, which nominate themselves."""
    if round.for_units:
        del form.fields["person"]
    else:
        form.fields["person"].required = True
        form.fields["person"].help_text = _("By the name on the unit's roster.")
