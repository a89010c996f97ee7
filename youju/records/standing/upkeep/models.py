"""Upkeep (巡查维护): somebody looked at a standing thing, and found it in order or broken."""

from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.record import Record

MEASURES = load_measures(Path(__file__).parent)


class Condition(models.TextChoices):
    IN_ORDER = "in_order", _("in order")
    BROKEN = "broken", _("broken")


class Upkeep(Record):
    """The thing that was looked at is its occasion; ``sort`` is the condition."""

    found = models.CharField(_("what is broken"), max_length=400, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "found")
    SEARCHED: ClassVar[tuple[str, ...]] = ("found",)

    class Meta:
        verbose_name = _("upkeep")
        verbose_name_plural = _("upkeep")

    def raises(self) -> str:
        return f"{self.occasion}：{self.found}" if self.sort == Condition.BROKEN else ""

    def own_items(self) -> list[Item]:
        return [("found", self.found)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One look at it, by what was found; and one thing broken."""
        broken = [self.fact("standing.broken", 1)] if self.sort == Condition.BROKEN else []
        return (self.fact("standing.upkeep", 1, category=self.sort), *broken)
