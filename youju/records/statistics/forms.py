"""The form of a statistic: the measure decides which of the other fields apply."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import LARGEST
from youju.records.forms import RecordForm
from youju.records.levels import LEVELS
from youju.records.measures import Measure
from youju.records.statistics.models import BY_CODE, MEASURES, Statistic


def _named(thing: Any) -> str:
    return str(thing.zh if (get_language() or "zh").startswith("zh") else thing.en)


class StatisticForm(RecordForm):
    instance: Statistic

    measure_code = forms.ChoiceField(label=_("measure"))
    category = forms.ChoiceField(label=_("category"), required=False)
    level = forms.ChoiceField(label=_("level"), required=False)
    value = forms.DecimalField(
        label=_("quantity"), min_value=0, max_value=LARGEST, decimal_places=4,
        help_text=_("A count, a place (1 for first), or a percentage as its publisher states it."),
    )  # fmt: skip
    whole = forms.IntegerField(
        label=_("out of"), required=False, min_value=0, max_value=LARGEST,
        help_text=_("For a part: how many there were in all."),
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Statistic
        fields = [
            "measure_code", "category", "level", *RecordForm.Meta.fields[:2], "whole",
            *RecordForm.Meta.fields[2:], "document", "publisher",
        ]  # fmt: skip

    field_order = (
        "measure_code", "category", "level", "unit", "title", "value", "whole", "happened", "happened_until",
        "occasion", "document", "publisher", "partners", "note", "late_reason",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("measure_code", [(measure.code, _named(measure)) for measure in MEASURES])
        self._offer("level", [(level.code, _named(level)) for level in LEVELS])
        self._offer("category", self._categories())
        if self.instance.pk is not None:
            self.initial["value"] = self.instance.value

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = [("", "—"), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    def _categories(self) -> list[Any]:
        """One group of choices a measure, so that the page works without a script."""
        groups = [(m, [(c.code, _named(c)) for c in m.categories.values()]) for m in MEASURES if m.categories]
        return [(_named(measure), choices) for measure, choices in groups]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        measure = BY_CODE.get(values.get("measure_code", ""))
        if measure is None or values.get("value") is None:
            return values
        self._check_category(measure, values.get("category", ""))
        values["quantity"] = self._scaled(measure, values["value"])
        self.instance.quantity = values["quantity"] or 0
        self._check_whole(measure, values)
        return values

    def _check_category(self, measure: Measure, category: str) -> None:
        if category and category not in measure.categories:
            self.add_error("category", _("This category does not belong to the measure chosen."))
        if measure.categories and not category:
            self.add_error("category", _("Choose which sort of “%s” this is.") % _named(measure))

    def _scaled(self, measure: Measure, value: Decimal) -> int | None:
        scaled = value.scaleb(measure.scale)
        if scaled != scaled.to_integral_value():
            self.add_error("value", _("At most %d digits after the point for this measure.") % measure.scale)
            return None
        if measure.form == "percent" and value > 100:
            self.add_error("value", _("A percentage is at most 100."))
        if measure.form == "rank" and value < 1:
            self.add_error("value", _("A place begins at 1."))
        return int(scaled)

    def _check_whole(self, measure: Measure, values: dict[str, Any]) -> None:
        whole, quantity = values.get("whole"), values.get("quantity")
        if measure.form != "part":
            values["whole"] = None
        elif whole is None:
            self.add_error("whole", _("Say out of how many: “%s” is a part of a whole.") % _named(measure))
        elif quantity is not None and quantity > whole:
            self.add_error("whole", _("The part is larger than the whole."))
