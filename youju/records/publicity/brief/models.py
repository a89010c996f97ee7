"""Briefs (信息): what was submitted to a bulletin of a higher body, and whether that took it."""

from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.levels import level_choices
from youju.records.counting.measures import load_measures
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.publicity.brief.moves import LEFT_OUT, MOVES, SENT, TAKEN, BriefState
from youju.records.publicity.outlet.models import Outlet

MEASURES = load_measures(Path(__file__).parent)


class Brief(Case):
    """One text submitted to one bulletin. level: the bulletin's as the brief was opened."""

    adopter = models.ForeignKey(Outlet, models.PROTECT, related_name="+", verbose_name=_("submitted to"))
    level = models.CharField(_("level of the bulletin"), max_length=10, choices=level_choices())
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    issue = models.CharField(_("issue"), max_length=60, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "title", "happened", "note", "adopter", "level", "adopted_on", "issue",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (*Case.RELATED, "adopter")
    STATES = BriefState
    MOVES = MOVES
    FIRST = BriefState.REPORTED

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("briefs")

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        if "adopter" in values:
            self.level = self.adopter.level

    def standing(self) -> tuple[str, ...]:
        ended = {
            BriefState.ADOPTED: (SENT, TAKEN),
            BriefState.DECLINED: (SENT, LEFT_OUT),
            BriefState.SUBMITTED: (SENT,),
        }
        return ended.get(BriefState(self.state), ())

    def own_items(self, milestone: str) -> list[Item]:
        to: list[Item] = [("adopter", self.adopter.code), ("level", self.level)]
        if milestone != TAKEN:
            return to
        return [
            *to,
            ("adopted_on", self.adopted_on.isoformat() if self.adopted_on else None),
            ("issue", self.issue),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One submitted; one adopted, or none of it, on the day it was submitted, so that no part exceeds its whole."""
        if milestone == SENT:
            return (self.fact("information.submitted", 1, level=self.level),)
        return (self.fact("information.adopted", int(milestone == TAKEN), level=self.level),)
