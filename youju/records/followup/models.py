"""Follow-ups (整改): a need or problem that a record has shown, with an owner, a day, and what came of it."""

from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.followup.moves import DROPPED, MOVES, RAISED, SETTLED, FollowupState
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item, Ledgered
from youju.records.heads.record import instant_text

MEASURES = load_measures(Path(__file__).parent)


class Followup(Case):
    """Of the unit that has to settle it; its section is that of what it was raised by."""

    source = models.ForeignKey(Ledgered, models.PROTECT, null=True, related_name="+", verbose_name=_("raised by"))
    outcome = models.TextField(_("what was done"), blank=True, max_length=1000)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "title", "happened", "due_on", "note", "owner", "source", "outcome", "done_on",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (*Case.RELATED, "source")
    HEADS: ClassVar[tuple[str, ...]] = ("verifier", "verified_at")
    STATES = FollowupState
    MOVES = MOVES
    FIRST = FollowupState.OPEN

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")

    @property
    def on_time(self) -> bool:
        """Whether it was done by its day; without a day nothing is late."""
        return self.done_on is not None and (self.due_on is None or self.done_on <= self.due_on)

    def standing(self) -> tuple[str, ...]:
        ended = {FollowupState.CONFIRMED: (SETTLED,), FollowupState.DROPPED: (DROPPED,)}
        return (RAISED, *ended.get(FollowupState(self.state), ()))

    def own_items(self, milestone: str) -> list[Item]:
        source: list[Item] = [("source", self.source.ref if self.source else None)]
        if milestone == RAISED:
            return source
        return [
            *source,
            ("outcome", self.outcome),
            ("done_on", self.done_on.isoformat() if self.done_on else None),
            ("verifier", self.verifier.token if self.verifier else None),
            ("verified_at", instant_text(self.verified_at)),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One raised; one settled or dropped, on the day it was raised, so that no part is above its whole."""
        if milestone == RAISED:
            return (self.fact("followups.raised", 1),)
        if milestone == DROPPED:
            return (self.fact("followups.dropped", 1),)
        return (self.fact("followups.settled", 1), self.fact("followups.on_time", int(self.on_time)))

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Who confirmed it, and when; what is reopened was confirmed by nobody."""
        if action == "confirm":
            return {"verifier": actor, "verified_at": now}
        return {"verifier": None, "verified_at": None} if action == "reopen" else {}
