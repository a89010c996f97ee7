"""Volunteer teams: founded or dissolved, and what they were seen at: a flag ceremony, a presentation."""

from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.record import Record

MEASURES = load_measures(Path(__file__).parent)


class TeamChange(models.TextChoices):
    FOUNDED = "founded", _("founded")
    DISSOLVED = "dissolved", _("dissolved")
    FLAGGED = "flagged", _("given their flags")
    PRESENTED = "presented", _("presented by representatives")


# What each counts, and whether it adds or takes away.
_COUNTED = {
    TeamChange.FOUNDED: ("volunteers.teams", 1),
    TeamChange.DISSOLVED: ("volunteers.teams", -1),
    TeamChange.FLAGGED: ("volunteers.flagged_teams", 1),
    TeamChange.PRESENTED: ("volunteers.representatives", 1),
}


class Team(Record):
    """number: teams; of a presentation, the representatives. publisher: who held the ceremony, where it was another."""

    change = models.CharField(_("what became of teams"), max_length=12, choices=TeamChange.choices)
    number = models.PositiveIntegerField(_("number"), default=1)
    publisher = models.CharField(_("held by"), max_length=80, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "change", "number", "publisher")
    SEARCHED: ClassVar[tuple[str, ...]] = ("publisher",)

    class Meta:
        verbose_name = _("record of volunteer teams")
        verbose_name_plural = _("records of volunteer teams")

    def own_items(self) -> list[Item]:
        return [("change", self.change), ("number", str(self.number)), ("publisher", self.publisher)]

    def own_facts(self) -> tuple[FactLine, ...]:
        measure, sign = _COUNTED[TeamChange(self.change)]
        return (self.fact(measure, sign * self.number),)
