"""The form of an opening figure: a total asks from when it counts, what is in force does not."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.counting.measures import Measure
from youju.records.forms.record_form import DateInput
from youju.records.forms.stated_form import StatedForm, named
from youju.records.heads.sections import Section
from youju.records.opening.models import OpeningFigure


def measure_names() -> dict[str, str]:
    """The name of each measure by its code, in the language now active."""
    return {measure.code: named(measure) for measure in OpeningFigure.measures().values()}


def last_day_before() -> date:
    """The day before the bureau began to work here, or today while that is to come; the end of last year without one.

    A figure tells of no day to come, so that none is proposed that would then be refused.
    """
    began = setting("live_since")
    return min(began - timedelta(days=1), clock.today()) if began else date(clock.today().year - 1, 12, 31)


class OpeningForm(StatedForm):
    instance: OpeningFigure

    MORE: ClassVar[tuple[str, ...]] = ("occasion", "note")
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = StatedForm.FOLLOWS | {"counted_from": ("sort",)}
    SOMETIMES: ClassVar[tuple[str, ...]] = (*StatedForm.SOMETIMES, "counted_from")
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners", "late_reason")  # no such day, partner or delay

    class Meta(StatedForm.Meta):
        model = OpeningFigure
        fields = [*StatedForm.Meta.fields, "counted_from"]
        labels = StatedForm.Meta.labels | {"happened": _("as of"), "counted_from": _("counted from")}
        help_texts = {
            "happened": _("The last day that the figure tells of. It must lie before the bureau began to work here."),
            "counted_from": _("The first day that the total counts."),
            "title": _("For a title, a programme or a rule: its name."),
            "document": _("Where it stands: a summary, a decision, a list."),
        }
        error_messages = {"counted_from": {"required": _("Say from which day the total counts.")}}
        widgets = StatedForm.Meta.widgets | {"counted_from": DateInput()}

    field_order: tuple[str, ...] = (
        "sort", "category", "level", "unit", "title", "value", "whole", "counted_from", "happened", "document",
        "publisher", "occasion", "note",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("document", "counted_from"):
            if name in self.fields:
                self.fields[name].required = True
        if self.instance.pk is None:
            self.initial.setdefault("counted_from", last_day_before().replace(month=1, day=1))

    @classmethod
    def first_day(cls) -> date:
        return last_day_before()

    def _section(self) -> str:
        return Section.STATISTICS

    def not_asked(self, measure: Measure | None) -> list[str]:
        total = measure is not None and measure.summed and not measure.lasting
        return [*super().not_asked(measure), *(() if total else ("counted_from",))]

    def asks_level(self, measure: Measure | None) -> bool:
        return measure is not None

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        values.setdefault("counted_from", None)
        first, last = values["counted_from"], values.get("happened")
        if first and last and first > last:
            self.add_error("counted_from", _("The first day is after the last."))
        began = setting("live_since")
        if began and last and last >= began:
            self.add_error("happened", _("An opening figure is of a day before %(day)s.") % {"day": began.isoformat()})
        return values
