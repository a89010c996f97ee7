"""Award lists: one published decision with all whom it honours, verified as one."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line
from youju.records.heads.minors import unit_of_minors
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.honours.award.doubles import refuse_doubles
from youju.records.honours.title.models import GoesTo, Title


class AwardList(Record):
    """``happened`` is the day of the decision. A holder stands in it once for a title."""

    document = models.CharField(_("number of the decision"), max_length=80, blank=True)
    issuer = models.CharField(_("issued the decision"), max_length=120, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "document", "issuer")
    SEARCHED: ClassVar[tuple[str, ...]] = ("document", "issuer")

    class Meta:
        verbose_name = _("award list")
        verbose_name_plural = _("award lists")

    def ready(self) -> None:
        """Raises AwardedTwice where somebody holds a title of the list already, by this one or another."""
        refuse_doubles(self)

    def save_parts(self, values: dict[str, Any]) -> None:
        """A correction of what is verified is held to the same. Raises AwardedTwice."""
        super().save_parts(values)
        if self.state == State.VERIFIED:
            self.ready()

    def own_items(self) -> list[Item]:
        return [("document", self.document), ("issuer", self.issuer)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """Each adult by token at their unit, pupils by number, each unit at itself."""
        lines = list(self.holders.all())
        named = [(line, line.person.token) for line in lines if line.person and not line.minor]
        units = [line for line in lines if line.title.goes_to == GoesTo.UNIT]
        return (
            *(self._line("honours.persons", line, subject=token) for line, token in named),
            *self._pupils(line for line in lines if line.minor or line.pupils),
            *(self._line("honours.units", line) for line in units),
        )

    def _line(self, measure: str, line: "Holder", **subject: str) -> FactLine:
        fact = self.fact(measure, 1, category=line.category, level=line.level, **subject)
        return fact._replace(unit=line.place_unit.code)

    def _pupils(self, lines: "Iterable[Holder]") -> list[FactLine]:
        """Pupils by number at their school; a handful of one school at the county."""
        at_school: Counter[tuple[Unit, str, str]] = Counter()
        for line in lines:
            at_school[line.place_unit, line.category, line.level] += line.pupils or 1
        schools: Counter[Unit] = Counter()
        for (unit, _category, _level), count in at_school.items():
            schools[unit] += count
        counted: Counter[tuple[str, str, str]] = Counter()
        for (unit, category, level), count in at_school.items():
            counted[unit_of_minors(unit, schools[unit], self.happened), category, level] += count
        return [
            self.fact("honours.persons", count, category=category, level=level)._replace(unit=unit)
            for (unit, category, level), count in sorted(counted.items())
        ]


class Holder(Line):
    """Who is given a title: a person, some pupils by number, or a unit.

    category, level: of the title as it was when the line was written. minor: whether the person was under age then.
    """

    record = models.ForeignKey(AwardList, models.CASCADE, related_name="holders")
    title = models.ForeignKey(Title, models.PROTECT, related_name="+", verbose_name=_("title given"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("holder")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit of the holder")
    )
    pupils = models.PositiveSmallIntegerField(_("pupils, by number"), null=True, blank=True)
    category = models.CharField(max_length=60, editable=False)
    level = models.CharField(max_length=10, editable=False)
    minor = models.BooleanField(default=False, editable=False)

    COLUMNS: ClassVar[tuple[str, ...]] = ("title", "person", "unit", "pupils")
    KEY: ClassVar[tuple[str, ...]] = ("title", "person", "unit")

    class Meta(Line.Meta):
        verbose_name = _("holder")
        verbose_name_plural = _("holders")

    def settle(self) -> None:
        self.category, self.level = self.title.category, self.title.level
        record = getattr(self, "record", None)  # rows are compared before they hang on one
        self.minor = bool(record and self.person and self.person.is_minor(record.happened))

    @property
    def place_unit(self) -> Unit:
        """Where it counts: at the holder's unit, else at the unit that keeps the list."""
        return self.unit or self.record.unit

    @property
    def count(self) -> int:
        """How many are honoured by this line."""
        return self.pupils or 1

    def item(self) -> tuple[str, str]:
        name, text = super().item()
        return name, f"{text}\n{self.category}\n{self.level}\n{int(self.minor)}"

    def faults(self) -> Iterable[tuple[str, str]]:
        """A title for persons asks a person or a number of pupils; one for units a unit alone."""
        if self.title.goes_to == GoesTo.UNIT:
            if self.unit is None:
                yield "unit", _text("This title is given to units: write which.")
            if self.person or self.pupils:
                yield "title", _text("This title is given to units, not to persons.")
        elif self.person is None and not self.pupils:
            yield "person", _text("Write who was honoured; of pupils their number does.")
        elif self.person and self.pupils:
            yield "pupils", _text("Either a name or a number.")
