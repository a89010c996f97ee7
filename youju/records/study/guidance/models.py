"""Guidance of study (学习督导、巡听旁听): somebody went to see how a unit studies, and what was found there.

Each finding may become a follow-up of the unit that was seen.
"""

from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.orgs.units import Unit
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line
from youju.records.heads.record import Record

MEASURES = load_measures(Path(__file__).parent)


class GuidanceSort(models.TextChoices):
    """The categories under which it is counted; the same codes stand in measures.toml."""

    INSPECTION = "inspection", _("inspection of study")
    LISTENING = "listening", _("sitting in on a session")


class Guidance(Record):
    """``unit`` is the one that went and ``seen`` the one that was seen. went: who, by name as on the paper."""

    seen = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit seen"))
    topic = models.CharField(_("what was seen"), max_length=120, blank=True)
    went = models.CharField(_("who went"), max_length=120, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "seen", "topic", "went")
    SEARCHED: ClassVar[tuple[str, ...]] = ("topic", "went")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "seen")

    class Meta:
        verbose_name = _("guidance of study")
        verbose_name_plural = _("guidance of study")

    def settles(self) -> Unit:
        return self.seen

    def own_items(self) -> list[Item]:
        return [("seen", self.seen.code), ("topic", self.topic), ("went", self.went)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One visit and its findings, at the unit that was seen."""
        findings = len(self.findings.all())
        return (
            self._there("guidance.visits", 1),
            *([self._there("guidance.findings", findings)] if findings else []),
        )

    def _there(self, measure: str, count: int) -> FactLine:
        return self.fact(measure, count, category=self.sort)._replace(unit=self.seen.code)


class Finding(Line):
    """One thing that has to be put right, as it was said; a follow-up may come of it."""

    record = models.ForeignKey(Guidance, models.CASCADE, related_name="findings")
    text = models.CharField(_("finding"), max_length=200)

    COLUMNS: ClassVar[tuple[str, ...]] = ("text",)
    RAISES: ClassVar[str] = "text"

    class Meta(Line.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
