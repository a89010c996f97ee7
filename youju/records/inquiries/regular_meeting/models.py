"""Regular meetings (工作例会): one meeting of a series, what was on its agenda, and what came of each item."""

from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line
from youju.records.heads.record import Record
from youju.records.inquiries.series.models import Series

MEASURES = load_measures(Path(__file__).parent)


class RegularMeeting(Record):
    """sort: the code of its series, under which it counts; what was verified keeps it."""

    series = models.ForeignKey(
        Series, models.PROTECT, null=True, related_name="+", verbose_name=_("series of meetings")
    )
    place = models.CharField(_("where"), max_length=80, blank=True)
    chair = models.CharField(_("chaired by"), max_length=40, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "series", "place", "chair")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "series")
    SEARCHED: ClassVar[tuple[str, ...]] = ("place", "chair")

    class Meta:
        verbose_name = _("regular meeting")
        verbose_name_plural = _("regular meetings")

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        if values.get("series"):
            self.sort = values["series"].code

    def own_items(self) -> list[Item]:
        """Its series is told by the sort; where the two differ, somebody changed one of them beside the verbs."""
        series = self.series.code if self.series else None
        odd = [("series", series)] if series != self.sort else []
        return [("place", self.place), ("chair", self.chair), *odd]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One meeting of its series."""
        return (self.fact("meetings.held", 1, category=self.sort),)


class AgendaItem(Line):
    """One item of the agenda. outcome: what was decided; a follow-up may come of it."""

    record = models.ForeignKey(RegularMeeting, models.CASCADE, related_name="agenda")
    about = models.CharField(_("item of the agenda"), max_length=120)
    outcome = models.CharField(_("what was decided"), max_length=200, blank=True)

    COLUMNS: ClassVar[tuple[str, ...]] = ("about", "outcome")
    RAISES: ClassVar[str] = "outcome"

    class Meta(Line.Meta):
        verbose_name = _("item of the agenda")
        verbose_name_plural = _("items of the agenda")
