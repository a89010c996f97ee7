"""The form of what some document states: the measure decides which of the other fields apply."""

from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import LARGEST
from youju.phrases import reads_chinese
from youju.records.counting.levels import LEVELS, Level
from youju.records.counting.measures import Category, Measure
from youju.records.forms.form_fields import NumberField, WholeField
from youju.records.forms.record_form import RecordForm
from youju.records.heads.stated import Stated


def named(thing: Measure | Category | Level) -> str:
    """The name in the language now active."""
    return str(thing.zh if reads_chinese() else thing.en)


class Asked(NamedTuple):
    """How the quantity of a form of measure is asked for."""

    label: str | Promise
    help: str | Promise


_QUANTITY = Asked(_("quantity"), _("As the source document states it."))
_ASKED = {
    "part": Asked(_("quantity"), _("The part only; how many there were in all comes below.")),
    "rank": Asked(_("place"), _("1 for first. Only as the organiser published it.")),
    "percent": Asked(_("percentage"), _("As its publisher states it, without the sign. It is never computed here.")),
}

# Measures, or beginnings of their codes, of which somebody asks at which level it was granted or published.
_LEVELLED = (
    "accreditation.", "arts.", "contests.", "exam.places", "honours.", "information.", "own.",
    "rankings.", "surveys.", "teaching_contests.",
)  # fmt: skip


class StatedForm(RecordForm):
    """A kind's own form is one of these with its model."""

    instance: Stated

    REDRAWS: ClassVar[tuple[str, ...]] = ("sort", *RecordForm.REDRAWS)
    PICK: ClassVar[str] = "sort"
    SOMETIMES: ClassVar[tuple[str, ...]] = ("category", "level", "whole")
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = dict.fromkeys(("category", "level", "value", "whole"), ("sort",))

    sort = forms.ChoiceField(label=_("what is counted"))
    category = forms.ChoiceField(label=_("category"))
    level = forms.ChoiceField(label=_("level"), required=False)
    value = NumberField(label=_("quantity"), min_value=0, max_value=LARGEST, decimal_places=4)
    whole = WholeField(label=_("out of"), min_value=0, max_value=LARGEST)

    class Meta(RecordForm.Meta):
        fields = [
            "sort", "category", "level", *RecordForm.Meta.fields[:2], "whole",
            *RecordForm.Meta.fields[2:], "document", "publisher",
        ]  # fmt: skip
        labels: ClassVar[dict[str, Any]] = {"happened": _("day of the figure")}

    field_order: tuple[str, ...] = (
        "sort", "category", "level", "unit", "title", "value", "whole", "happened", "document", "publisher",
        "happened_until", "occasion", "partners", "note", "late_reason",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._measures = self.instance.measures()
        self.offer("sort", [(code, named(measure)) for code, measure in self._measures.items()])
        if self.instance.pk is not None:
            self.initial.setdefault("value", self.instance.value)
        self._follow(self._measures.get(self.chosen("sort") or ""))

    def _follow(self, measure: Measure | None) -> None:
        """Ask what the measure needs and nothing else. Without one, only the measure can be chosen wrongly."""
        asked = _ASKED.get(measure.form if measure else "", _QUANTITY)
        self.fields["value"].label, self.fields["value"].help_text = str(asked.label), str(asked.help)
        self.fields["value"].percent = measure is not None and measure.form == "percent"  # type: ignore[attr-defined]  # a NumberField
        self.offer("category", [(c.code, named(c)) for c in measure.categories.values()] if measure else [])
        self.offer("level", [(level.code, named(level)) for level in LEVELS])
        self._require("category", _("Choose which sort of “%s” this is."), measure)
        self._require("whole", _("Say out of how many: “%s” is a part of a whole."), measure)
        for name in ("value", "whole"):
            self.fields[name].word = measure.word if measure else ""  # type: ignore[attr-defined]  # for the page
        for name in self.not_asked(measure):
            del self.fields[name]

    def _require(self, name: str, sentence: Any, measure: Measure | None) -> None:
        self.fields[name].required = True
        self.fields[name].error_messages["required"] = sentence % (named(measure) if measure else "")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        measure = self._measures.get(values.get("sort", ""))
        # What is not asked is empty: a value of the measure chosen before must not stay behind.
        values |= {"category": values.get("category", ""), "level": values.get("level", "")}
        if measure is None or values.get("value") is None:
            return values
        values["quantity"] = self._scaled(measure, values["value"])
        self.instance.quantity = values["quantity"] or 0
        self._check_whole(values)
        return values

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

    def _check_whole(self, values: dict[str, Any]) -> None:
        whole, quantity = values.setdefault("whole", None), values.get("quantity")
        if whole is not None and quantity is not None and quantity > whole:
            self.add_error("whole", _("The part is larger than the whole."))

    def not_asked(self, measure: Measure | None) -> list[str]:
        """The fields that make no sense for this measure."""
        asked = {
            "category": measure is not None and bool(measure.categories),
            "level": self.asks_level(measure) or bool(self.instance.level),
            "whole": measure is not None and measure.form == "part",
        }
        return [name for name, is_asked in asked.items() if not is_asked]

    def asks_level(self, measure: Measure | None) -> bool:
        """Whether somebody asks of this measure at which level it was granted or published."""
        return measure is not None and measure.code.startswith(_LEVELLED)
