"""On-site inspections (现场调查): somebody went to see for themselves, with notes, photos, and what was found.

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


class Inspection(Record):
    """``unit`` is the one that went and ``seen`` the one that was seen. went: who, by name as in the notes."""

    seen = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit gone to"))
    place = models.CharField(_("place on site"), max_length=80, blank=True)
    went = models.CharField(_("who went to see"), max_length=120)
    notes = models.TextField(_("notes made on site"), max_length=2000)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "seen", "place", "went", "notes")
    SEARCHED: ClassVar[tuple[str, ...]] = ("place", "notes")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "seen")

    class Meta:
        verbose_name = _("on-site inspection")
        verbose_name_plural = _("on-site inspections")

    def settles(self) -> Unit:
        return self.seen

    def own_items(self) -> list[Item]:
        return [("seen", self.seen.code), ("place", self.place), ("went", self.went), ("notes", self.notes)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One inspection by the unit that went, and how many findings it had."""
        found = len(self.findings.all())
        findings = [self.fact("inspections.findings", found)] if found else []
        return (self.fact("inspections.made", 1), *findings)


class SiteFinding(Line):
    """One thing that has to be put right; a follow-up may come of it."""

    record = models.ForeignKey(Inspection, models.CASCADE, related_name="findings")
    text = models.CharField(_("found on site"), max_length=200)

    COLUMNS: ClassVar[tuple[str, ...]] = ("text",)
    RAISES: ClassVar[str] = "text"

    class Meta(Line.Meta):
        verbose_name = _("found on site")
        verbose_name_plural = _("found on site")
