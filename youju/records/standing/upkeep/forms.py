"""The form of upkeep: which thing, in order or broken; its title writes itself."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.records.forms.choosing import let_choose
from youju.records.forms.record_form import RecordForm
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.rights import units_to_record_for
from youju.records.standing.upkeep.models import Condition, Upkeep

_NOTHING_STANDS = _("The unit has nothing registered that could be looked at. Report it first as a thing that lasts.")


class UpkeepForm(RecordForm):
    instance: Upkeep

    MORE: ClassVar[tuple[str, ...]] = ("title", "note", "late_reason")
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners")  # one look, by the unit itself
    REDRAWS: ClassVar[tuple[str, ...]] = ("sort", *RecordForm.REDRAWS)
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {"found": ("sort",)}
    SOMETIMES: ClassVar[tuple[str, ...]] = ("found",)

    sort = forms.ChoiceField(label=_("condition"), choices=Condition.choices, widget=forms.RadioSelect)
    occasion = forms.ModelChoiceField(label=_("thing looked at"), queryset=Occasion.objects.none())
    title = forms.CharField(label=_("title"), max_length=120, required=False)

    class Meta(RecordForm.Meta):
        model = Upkeep
        fields = [*RecordForm.Meta.fields, "sort", "found"]
        labels = {"happened": _("looked at on")}

    field_order = ("unit", "occasion", "happened", "sort", "found", "title", "note", "late_reason")

    def __init__(self, *args: Any, actor: Any, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        self.fields["title"].help_text = gettext("Left empty, it is made of the thing's name.")
        there = Q(unit__in=units_to_record_for(actor, self._section()), ends=None) | Q(pk=self.instance.occasion_id)
        things = Occasion.objects.filter(there, sort=OccasionSort.THING)
        let_choose(self, "occasion", things, none=_NOTHING_STANDS)
        if self.chosen("sort") != Condition.BROKEN:
            del self.fields["found"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        thing, condition = values.get("occasion"), values.get("sort")
        if condition == Condition.BROKEN and not values.get("found"):
            self.add_error("found", _("Say what is broken, so that it can be mended."))
        values.setdefault("found", "")  # of what is in order it is not asked
        if thing and not values.get("title"):
            values["title"] = self.instance.title = (gettext("Upkeep of %(thing)s") % {"thing": thing.name})[:120]
        return values
