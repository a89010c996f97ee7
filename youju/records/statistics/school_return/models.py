"""A school's return: its basic counts as of 1 September, stage by stage. One return a school and school year."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item, number_text
from youju.records.heads.lines import Line
from youju.records.heads.minors import FEWEST, unit_of_minors
from youju.records.heads.record import Record
from youju.records.statistics.school_return.sorts import Ownership, Stage

MEASURES = load_measures(Path(__file__).parent)

# The day of the national statistics of education, the first of the school year. All returns of a year bear it: so each
# school is counted once in a year, a school year and a month, and a sum over schools is a stock of that day.
MONTH, DAY = 9, 1


def last_day_of_counting(today: date) -> date:
    """The newest 1 September that has come."""
    this_year = today.replace(month=MONTH, day=DAY)
    return this_year if this_year <= today else this_year.replace(year=today.year - 1)


class SchoolReturn(Record):
    """``sort`` is the school's type. area: square metres of buildings."""

    ownership = models.CharField(_("run by"), max_length=10, choices=Ownership.choices, default=Ownership.PUBLIC)
    teaching_points = models.PositiveSmallIntegerField(_("teaching points"), null=True, blank=True)
    staff = models.PositiveIntegerField(_("staff members"))
    teachers = models.PositiveIntegerField(_("full-time teachers among them"))
    area = models.PositiveIntegerField(_("floor area (m²)"), null=True, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        *Record.EDITED, "ownership", "teaching_points", "staff", "teachers", "area",
    )  # fmt: skip

    class Meta:
        verbose_name = _("school return")
        verbose_name_plural = _("school returns")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(teachers__lte=models.F("staff")), name="teachers_are_among_the_staff"
            )
        ]

    def own_items(self) -> list[Item]:
        numbers = ("teaching_points", "staff", "teachers", "area")
        return [("ownership", self.ownership), *((name, number_text(getattr(self, name))) for name in numbers)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """The school under its type, its pupils under their stages. 0 is stated, and what was left out is not."""
        school = (
            ("schools.schools", 1),
            ("schools.private", int(self.ownership != Ownership.PUBLIC)),
            ("schools.teaching_points", self.teaching_points),
            ("schools.staff", self.staff),
            ("schools.teachers", self.teachers),
            ("schools.area", self.area),
        )
        told = ((measure, quantity) for measure, quantity in school if quantity is not None)
        own = [self.fact(measure, quantity, category=self.sort) for measure, quantity in told]
        return (*own, *(line for stage in self.stages.all() for line in self._of_stage(stage)))

    def _of_stage(self, stage: "StageLine") -> Iterator[FactLine]:
        for name in StageLine.NUMBERS:
            yield self._of_pupils(f"schools.{name}", getattr(stage, name), stage.stage)
        if stage.stage == Stage.KINDERGARTEN:
            inclusive = stage.pupils if self.ownership != Ownership.PRIVATE else 0
            yield self._of_pupils("schools.inclusive_pupils", inclusive, stage.stage)

    def _of_pupils(self, measure: str, quantity: int, stage: str) -> FactLine:
        """A handful of pupils stand at the county, not at their school."""
        line = self.fact(measure, quantity, category=stage)
        few = measure != "schools.classes" and 0 < quantity < FEWEST
        return line._replace(unit=unit_of_minors(self.unit, quantity, self.happened)) if few else line


class StageLine(Line):
    """The pupils of one stage."""

    record = models.ForeignKey(SchoolReturn, models.CASCADE, related_name="stages")
    stage = models.CharField(_("stage"), max_length=12, choices=Stage.choices)
    classes = models.PositiveSmallIntegerField(_("classes"))
    pupils = models.PositiveIntegerField(pgettext_lazy("school return", "pupils"))
    boarders = models.PositiveIntegerField(_("boarders"))
    entrants = models.PositiveIntegerField(_("entrants"))
    leavers = models.PositiveIntegerField(_("leavers"))

    NUMBERS: ClassVar[tuple[str, ...]] = ("classes", "pupils", "boarders", "entrants", "leavers")
    COLUMNS: ClassVar[tuple[str, ...]] = ("stage", *NUMBERS)
    KEY: ClassVar[tuple[str, ...]] = ("stage",)

    class Meta(Line.Meta):
        verbose_name = _("stage of a school return")
        verbose_name_plural = _("stages of school returns")

    def faults(self) -> Iterable[tuple[str, str]]:
        for name in ("boarders", "entrants"):
            if getattr(self, name) > self.pupils:
                yield name, _text("There cannot be more than the %(count)d pupils.") % {"count": self.pupils}
        if bool(self.classes) != bool(self.pupils):
            yield "classes", _text("Pupils and classes go together: one is 0 and the other is not.")
