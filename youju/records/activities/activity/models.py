"""Activities: lectures, memorial days, shows, sports, contests; who took part, and what was won."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.ledger.facts import FactLine
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.activities.activity.sorts import Prize, ShowItem, Stage
from youju.records.activities.activity.won import facts_won
from youju.records.counting.levels import level_choices
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item, number_text
from youju.records.heads.lines import Line
from youju.records.heads.minors import unit_of_minors
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.heads.record import Record

MEASURES = load_measures(Path(__file__).parent)
_THINGS = {"sort": OccasionSort.THING}


class Activity(Record):
    """``unit`` held it, unless ``host`` names somebody outside of the bureau who did; ``partners`` held it with it.

    venue: the standing thing in which it took place. adults, pupils: how many took part, at every time they did.
    level: of a contest, how far it reached. works: how many were entered for it.
    """

    place = models.CharField(_("where"), max_length=80, blank=True)
    venue = models.ForeignKey(
        Occasion, models.PROTECT, null=True, blank=True, related_name="+", limit_choices_to=_THINGS,
        verbose_name=_("venue of our own"),
    )  # fmt: skip
    adults = models.PositiveIntegerField(_("adults taking part"), null=True, blank=True)
    pupils = models.PositiveIntegerField(_("pupils taking part"), null=True, blank=True)
    level = models.CharField(_("level of the contest"), max_length=10, choices=level_choices(), blank=True)
    host = models.CharField(_("held by others"), max_length=80, blank=True)
    works = models.PositiveIntegerField(_("works entered"), null=True, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        *Record.EDITED, "place", "venue", "adults", "pupils", "level", "host", "works",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "venue")
    SEARCHED: ClassVar[tuple[str, ...]] = ("place", "host")

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")

    def own_items(self) -> list[Item]:
        numbers = (("adults", self.adults), ("pupils", self.pupils), ("works", self.works))
        return [
            ("place", self.place),
            ("venue", self.venue.code if self.venue else None),
            *((name, number_text(number)) for name, number in numbers),
            ("level", self.level),
            ("host", self.host),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One activity if it was held here; who took part, pupils apart; works entered; what was won."""
        held = [] if self.host else [self._of_sort("activities.held", 1)]
        adults = [self._of_sort("activities.people", self.adults)] if self.adults else []
        works = [self._of_sort("contests.entered", self.works)] if self.works else []
        return (*held, *adults, *self._pupils(), *works, *facts_won(self))

    def fact(self, measure: str, quantity: int, **dimensions: str) -> FactLine:
        """Belongs to the occasion, or else to the standing thing in which it took place."""
        fact = super().fact(measure, quantity, **dimensions)
        return fact if self.occasion or not self.venue else fact._replace(occasion=self.venue.code)

    def _of_sort(self, measure: str, quantity: int) -> FactLine:
        return self.fact(measure, quantity, category=self.sort)

    def _pupils(self) -> list[FactLine]:
        if not self.pupils:
            return []
        unit = unit_of_minors(self.unit, self.pupils, self.happened)
        return [self._of_sort("activities.people", self.pupils)._replace(unit=unit)]


class Result(Line):
    """One line of results: a person, so many pupils, or a unit as a whole; a prize, a place, or both.

    rank: 1 for first. work: what was entered, or the group that bears the prize. stage: age group.
    """

    record = models.ForeignKey(Activity, models.CASCADE, related_name="results")
    prize = models.CharField(_("prize"), max_length=12, choices=Prize.choices, blank=True)
    rank = models.PositiveSmallIntegerField(_("place, 1 for first"), null=True, blank=True)
    genre = models.CharField(_("item of the show"), max_length=12, choices=ShowItem.choices, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("winner")
    )
    pupils = models.PositiveSmallIntegerField(_("pupils who won"), null=True, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit of the winner")
    )
    stage = models.CharField(_("age group"), max_length=12, choices=Stage.choices, blank=True)
    work = models.CharField(_("work or team"), max_length=80, blank=True)

    COLUMNS: ClassVar[tuple[str, ...]] = ("prize", "rank", "pupils", "genre", "person", "unit", "stage", "work")

    class Meta(Line.Meta):
        verbose_name = pgettext_lazy("activity", "result")
        verbose_name_plural = _("results")

    @property
    def place_unit(self) -> Unit:
        """Where it counts: at the winner's unit, else at the unit that keeps the record."""
        return self.unit or self.record.unit

    @property
    def count(self) -> int:
        """How many are honoured by this line."""
        return self.pupils or 1

    def faults(self) -> Iterable[tuple[str, str]]:
        if not self.prize and not self.rank:
            yield "prize", _text("Choose the prize, or write the place.")
        if self.rank == 0:
            yield "rank", _text("Places begin with 1.")
        if self.person and self.pupils:
            yield "pupils", _text("Either a name or a number.")
        if not (self.person or self.pupils or self.unit):
            yield "unit", _text("Write who won: a name, a number of pupils, or a unit.")
