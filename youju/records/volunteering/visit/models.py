"""Visits to households and enterprises: one record a visit, so that 户 and 户次 are told apart."""

from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.ledger.facts import FactLine
from youju.orgs.members import Member
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.record import Record
from youju.records.volunteering.visit.visited import Visited, VisitSort, reads_names, visited_kept

MEASURES = load_measures(Path(__file__).parent)


class Visit(Record):
    """went: who went, by name. need: what was asked for, of which a follow-up can be made."""

    visited = models.ForeignKey(Visited, models.PROTECT, related_name="visits", verbose_name=_("visited"))
    went = models.CharField(pgettext_lazy("visit", "who went"), max_length=120)
    brought = models.CharField(_("what was brought or done"), max_length=200, blank=True)
    need = models.TextField(_("need or request"), blank=True, max_length=500)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "visited", "went", "brought", "need")
    SEARCHED: ClassVar[tuple[str, ...]] = ("went", "brought")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "visited")

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")

    def assign(self, values: dict[str, Any]) -> None:
        """Also whom: a household that is named for the first time is written down with the record."""
        super().assign(values)
        if "visited" in values:
            self.visited = visited_kept(values["visited"])

    def seals(self, name: str, reader: Member) -> bool:
        """The name of a household, from those who may not read it."""
        return name == "name" and self.sort == VisitSort.HOUSEHOLD and not reads_names(reader, self.unit_id)

    def told(self, name: str, reader: Member) -> Any:
        """The household's name only to those who may read it."""
        if name == "name":
            return self.visited.name_for(reader, self.unit_id)
        return self.visited.place if name == "place" else super().told(name, reader)

    def raises(self) -> str:
        return self.need

    def own_items(self) -> list[Item]:
        return [
            ("visited", self.visited.token),
            ("went", self.went),
            ("brought", self.brought),
            ("need", self.need),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One household or enterprise, by its token, and of a household one visit."""
        visited = self.fact(self.sort, 1, subject=self.visited.token)
        return (visited, self.fact("visits.household_visits", 1)) if self.sort == VisitSort.HOUSEHOLD else (visited,)
