"""What may be done with an incident, state by state, and by whom.

There are six actions and no others: 核实 回应 线下处理 现场调查 移送 结案. What was written wrongly is mended, and what
was closed or passed on is taken up again, by establishing the facts once more.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

FOUND, ANSWERED, HANDLED, PASSED_ON = "found", "answered", "handled", "passed_on"


class IncidentState(models.TextChoices):
    NOTICED = "noticed", _("noticed, facts to establish")
    ESTABLISHED = "established", _("facts established")
    ANSWERED = "replied", _("answered in public")
    CLOSED = "concluded", _("incident closed")
    PASSED_ON = "passed_on", _("passed on")
    SET_ASIDE = "set_aside", _("no incident")


class IncidentAction(models.TextChoices):
    """Everything that can be done with an incident."""

    VERIFY = "verify", _("Establish the facts")
    ANSWER = "answer", _("Answer in public")
    OFFLINE = "offline", _("Handle it offline")
    INVESTIGATE = "investigate", _("Look into it on site")
    TRANSFER = "transfer", _("Pass it on")
    CLOSE = "close", _("Close the incident")


_FACTS = ("finding", "facts_found", "noticed_at", "reported_at", "link", "owner")
_ANSWER = ("answered_at", "answer", "answer_link")
_REVIEW = ("review", "tasks")


def _verify(to: str, *, takes_back: tuple[str, ...] = (), posts: tuple[str, ...] = ()) -> Move:
    asks, label = _FACTS, IncidentAction.VERIFY.label
    return Move(
        label, to, "officer", posts=posts, takes_back=takes_back, reason=bool(takes_back), asks=asks, files=True
    )


def _answer() -> Move:
    return Move(
        IncidentAction.ANSWER.label, IncidentState.ANSWERED, "officer", posts=(ANSWERED,), asks=_ANSWER, files=True
    )


def _on_the_way(action: IncidentAction, state: str, right: str) -> Move:
    """What is done meanwhile, told in the step's own words."""
    return Move(action.label, state, right, reason=True, files=True, tells=False)


def _transfer(*posts: str) -> Move:
    label, to = IncidentAction.TRANSFER.label, IncidentState.PASSED_ON
    return Move(label, to, "officer", posts=posts, reason=True, asks=("passed_to",), files=True)


def _close(to: str, *posts: str) -> Move:
    asks = _REVIEW if posts else ()
    return Move(IncidentAction.CLOSE.label, to, "other officer", posts=posts, reason=not posts, asks=asks, files=True)


MOVES: Moves = {
    IncidentState.NOTICED: {
        "verify": _verify(IncidentState.ESTABLISHED, posts=(FOUND,)),
        "investigate": _on_the_way(IncidentAction.INVESTIGATE, IncidentState.NOTICED, "owner"),
        "transfer": _transfer(FOUND, PASSED_ON),
        "close": _close(IncidentState.SET_ASIDE),
    },
    IncidentState.ESTABLISHED: {
        "verify": _verify(IncidentState.ESTABLISHED),
        "answer": _answer(),
        "offline": _on_the_way(IncidentAction.OFFLINE, IncidentState.ESTABLISHED, "owner"),
        "investigate": _on_the_way(IncidentAction.INVESTIGATE, IncidentState.ESTABLISHED, "owner"),
        "transfer": _transfer(PASSED_ON),
        "close": _close(IncidentState.CLOSED, HANDLED),
    },
    IncidentState.ANSWERED: {
        "verify": _verify(IncidentState.ANSWERED),
        "answer": _answer(),
        "offline": _on_the_way(IncidentAction.OFFLINE, IncidentState.ANSWERED, "recorder"),
        "investigate": _on_the_way(IncidentAction.INVESTIGATE, IncidentState.ANSWERED, "recorder"),
        "transfer": _transfer(PASSED_ON),
        "close": _close(IncidentState.CLOSED, HANDLED),
    },
    IncidentState.CLOSED: {"verify": _verify(IncidentState.ESTABLISHED, takes_back=(HANDLED,))},
    IncidentState.PASSED_ON: {"verify": _verify(IncidentState.ESTABLISHED, takes_back=(PASSED_ON,))},
    IncidentState.SET_ASIDE: {"verify": _verify(IncidentState.ESTABLISHED, posts=(FOUND,))},
}
