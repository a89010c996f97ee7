"""Incidents (舆情): what was noticed in public, what the facts are, and what was done about them.

Of what stands in public only the link is kept: whoever posted it is nobody's concern, and no column could hold them.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.counting.measures import load_measures
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.heads.record import instant_text
from youju.records.inquiries.incident.moves import ANSWERED, FOUND, HANDLED, MOVES, PASSED_ON, IncidentState

MEASURES = load_measures(Path(__file__).parent)


class Finding(models.TextChoices):
    """How what is said agrees with the facts."""

    TRUE = "true", _("what is said is so")
    PARTLY = "partly", _("partly so")
    UNTRUE = "untrue", _("not so")


class Incident(Case):
    """Of the unit that deals with it. happened: the day it was noticed; due_on: the day by which it is answered.

    answered_at: of the first answer that told the facts; a later one leaves it as it is. tasks: one a line.
    """

    noticed_at = models.DateTimeField(_("noticed at"))
    reported_at = models.DateTimeField(_("reported to the leaders at"), null=True, blank=True)
    link = models.URLField(_("link to what is said"), max_length=500, blank=True)
    finding = models.CharField(_("what the facts say"), max_length=8, choices=Finding.choices, blank=True)
    facts_found = models.TextField(_("the facts"), max_length=1000, blank=True)
    answered_at = models.DateTimeField(_("first answered at"), null=True, blank=True)
    answer = models.TextField(_("answer as it was published"), max_length=2000, blank=True)
    answer_link = models.URLField(_("link to the answer"), max_length=500, blank=True)
    passed_to = models.CharField(_("passed on to"), max_length=80, blank=True)
    review = models.TextField(_("looking back"), max_length=1000, blank=True)
    tasks = models.TextField(_("what is to be done better"), max_length=1000, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "title", "owner", "note", "noticed_at", "reported_at", "link", "finding", "facts_found", "answered_at",
        "answer", "answer_link", "passed_to", "review", "tasks",
    )  # fmt: skip
    SEARCHED: ClassVar[tuple[str, ...]] = ("facts_found", "answer")
    HEADS: ClassVar[tuple[str, ...]] = ("verifier", "verified_at")
    STATES = IncidentState
    MOVES = MOVES
    FIRST = IncidentState.NOTICED

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")

    @property
    def minutes_to_answer(self) -> int | None:
        """From being noticed to the first answer; None while there is none."""
        if self.answered_at is None:
            return None
        return max(int((self.answered_at - self.noticed_at).total_seconds()) // 60, 0)

    @property
    def on_time(self) -> bool:
        """Whether the first answer came by its day."""
        return self.answered_at is not None and (self.due_on is None or clock.day_of(self.answered_at) <= self.due_on)

    @property
    def task_lines(self) -> list[str]:
        return [line.strip() for line in self.tasks.splitlines() if line.strip()]

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        if "noticed_at" in values:
            self.happened = clock.day_of(self.noticed_at)
            self.due_on = clock.day_of(self.noticed_at + timedelta(hours=setting("incident_answer_hours")))

    def standing(self) -> tuple[str, ...]:
        if self.state in (IncidentState.NOTICED, IncidentState.SET_ASIDE):
            return ()
        ended = {IncidentState.CLOSED: (HANDLED,), IncidentState.PASSED_ON: (PASSED_ON,)}
        answered = (ANSWERED,) if self.answered_at else ()
        return (FOUND, *answered, *ended.get(IncidentState(self.state), ()))

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Who closed it, and when; what is taken up again was closed by nobody."""
        if action == "close":
            return {"verifier": actor, "verified_at": now}
        return {"verifier": None, "verified_at": None} if self.state == IncidentState.CLOSED else {}

    def own_items(self, milestone: str) -> list[Item]:
        found: list[Item] = [
            ("noticed_at", instant_text(self.noticed_at)),
            ("reported_at", instant_text(self.reported_at)),
            ("link", self.link),
            ("finding", self.finding),
            ("facts", self.facts_found),
        ]
        answered: list[Item] = [
            ("answered_at", instant_text(self.answered_at)),
            ("answer", self.answer),
            ("answer_link", self.answer_link),
        ]
        closed: list[Item] = [
            ("review", self.review),
            ("tasks", self.tasks),
            ("verifier", self.verifier.token if self.verifier else None),
            ("verified_at", instant_text(self.verified_at)),
        ]
        passed: list[Item] = [("passed_to", self.passed_to)]
        more = {ANSWERED: answered, HANDLED: answered + closed, PASSED_ON: passed}
        return found + more.get(milestone, [])

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One found; one answered, handled or passed on, on the day it was noticed: no part is above its whole."""
        if milestone == ANSWERED:
            minutes = self.fact("incidents.answer_minutes", self.minutes_to_answer or 0, subject=self.ref)
            return (self.fact("incidents.answered", 1), self.fact("incidents.on_time", int(self.on_time)), minutes)
        return (self.fact(f"incidents.{milestone}", 1),)
