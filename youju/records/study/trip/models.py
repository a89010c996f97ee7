"""Study trips and training (外出学习培训): one batch that set out, where to, for how many days, and who was in it."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item, number_text
from youju.records.heads.lines import Line
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.study.trip.doubles import refuse_doubles

MEASURES = load_measures(Path(__file__).parent)
LONGEST = 366  # days


class Course(models.TextChoices):
    """The categories under which training is counted; the same codes stand in measures.toml."""

    FIELD_STUDY = "field_study", _("field study")
    PARTY_COURSE = "party_course", _("party affairs course")
    TEACHER_COURSE = "teacher_course", _("teacher training")
    OTHER = "other_course", _("other training")


class Trip(Record):
    """One batch. ``happened`` is the day on which it set out; days: on how many it learned, which need not follow on.

    batch: which one it was, where several were sent to the same.
    """

    place = models.CharField(_("where to"), max_length=80)
    days = models.PositiveSmallIntegerField(_("how many days"))
    batch = models.PositiveSmallIntegerField(_("which batch"), null=True, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "place", "days", "batch")
    SEARCHED: ClassVar[tuple[str, ...]] = ("place",)

    class Meta:
        verbose_name = _("study trip")
        verbose_name_plural = _("study trips")

    @property
    def last_day(self) -> date:
        """The last day on which it learned; where none was written down, the days followed on one another."""
        return self.happened_until or self.happened + timedelta(days=max(self.days, 1) - 1)

    def ready(self) -> None:
        """Raises TravelledTwice where somebody is told in another batch of the sort on the same days."""
        refuse_doubles(self)

    def save_parts(self, values: dict[str, Any]) -> None:
        """A correction of what is verified is held to the same. Raises TravelledTwice."""
        super().save_parts(values)
        if self.state == State.VERIFIED:
            self.ready()

    def own_items(self) -> list[Item]:
        return [
            ("place", self.place),
            ("days", str(self.days)),
            ("batch", number_text(self.batch)),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One batch with its days at the unit that sent it; who was in it at their own: by token, or by number."""
        return (
            self.fact("training.batches", 1, category=self.sort),
            self.fact("training.days", self.days, category=self.sort),
            *(self._people(row) for row in self.participants.all()),
        )

    def _people(self, row: "Participant") -> FactLine:
        subject = {"subject": row.person.token} if row.person else {}
        fact = self.fact("training.people", row.number or 1, category=self.sort, **subject)
        return fact._replace(unit=(row.unit or self.unit).code)


class Participant(Line):
    """Who was in the batch: a person, or so many of a unit, with the reason why they are not named."""

    record = models.ForeignKey(Trip, models.CASCADE, related_name="participants")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("name of the participant")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit of theirs")
    )
    number = models.PositiveSmallIntegerField(_("or how many"), null=True, blank=True)
    reason = models.CharField(_("why without names"), max_length=80, blank=True)

    COLUMNS: ClassVar[tuple[str, ...]] = ("person", "unit", "number", "reason")
    KEY: ClassVar[tuple[str, ...]] = ("person", "unit")

    class Meta(Line.Meta):
        verbose_name = _("participant")
        verbose_name_plural = _("participants")

    def faults(self) -> Iterable[tuple[str, str]]:
        if self.person is None and not self.number:
            yield "person", _text("Write who took part; where a list cannot be had, how many.")
        elif self.person and self.number:
            yield "number", _text("Either a name or a number.")
        elif self.person and self.person.is_minor(clock.today()):
            yield "person", _text("Under age: pupils are told by number alone.")
        elif self.number and not self.reason:
            yield "reason", _text("Say why they are not named.")
