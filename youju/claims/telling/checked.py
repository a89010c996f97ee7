"""What checking a text gives: one Checked for each claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from youju.claims.judging.verdict import Verdict
from youju.claims.ranking.notes import Note
from youju.indicators.figure import Figure, Value
from youju.ledger import tree
from youju.lib import clock

# What is kept of a check is told by these too, and a table needs no reading of texts: its patterns take long to make.
if TYPE_CHECKING:
    from youju.claims.judging.change import Grown
    from youju.claims.reading import Claim


class Choice(NamedTuple):
    """A candidate as it is shown: by its indicator's code, or for a cell by name alone.

    target: what a person binds a claim to who says that this one is meant; a cell has one too.
    """

    indicator: str
    name: str
    score: float
    value: Value | None
    target: str

    def as_json(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "indicator": self.indicator,
            "name": self.name,
            "score": round(self.score, 3),
            "value": plain_value(self.value),
        }


class Bound(NamedTuple):
    """That a person said what a claim counts: who, when, and the row it is kept in."""

    id: int
    target: str
    who: str
    at: datetime

    @property
    def text(self) -> str:
        """The note in the language now active."""
        return _("bound by hand: %(who)s, %(day)s") % {"who": self.who, "day": clock.day_of(self.at).isoformat()}

    def as_json(self) -> dict[str, object]:
        """A line among the notes."""
        return {"code": "bound", "count": 1, "text": self.text}


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with its verdict and all that it rests on.

    indicator: the code of the declared indicator, or "" where ``cell`` describes what was found instead.
    target: that code or the cell's. value: the ledger's, and as people write it in ``printed``; entries and records:
    what stands behind it. bound: where a person, not the words, chose what is counted. figure: what the claim was held
    against, and where it states a change, ``grown`` with what that was told from.
    """

    claim: Claim
    verdict: Verdict
    reason: str
    ledger_size: int
    indicator: str = ""
    cell: str = ""
    value: Value | None = None
    entries: tuple[int, ...] = ()
    records: tuple[str, ...] = ()
    candidates: tuple[Choice, ...] = ()
    notes: tuple[Note, ...] = ()
    target: str = ""
    printed: str = ""
    bound: Bound | None = None
    figure: Figure | None = field(default=None, repr=False, compare=False)
    grown: Grown | None = field(default=None, repr=False, compare=False)

    def as_json(self) -> dict[str, object]:
        """The line that ``youju check --json`` prints."""
        return self.claim.as_json() | {
            "verdict": self.verdict.value,
            "indicator": self.indicator,
            "cell": self.cell,
            "ledger_value": plain_value(self.value),
            "ledger_size": self.ledger_size,
            "entries": list(self.entries),
            "records": list(self.records),
            "candidates": [choice.as_json() for choice in self.candidates],
            "notes": [note.as_json() for note in (*self.notes, *((self.bound,) if self.bound else ()))],
            "reason": self.reason,
        }


def ledger_size(found: Sequence[Checked]) -> int:
    """How many entries the ledger had by which a text was judged; that of now, where it has no figures."""
    return found[0].ledger_size if found else tree.size()


Plain = int | float | list[int | float] | None


def plain_value(value: Value | None) -> Plain:
    """A figure's value as JSON has it."""
    if isinstance(value, tuple):
        return [_number(each) for each in value]
    return None if value is None else _number(value)


def _number(value: Decimal | int) -> int | float:
    return float(value) if isinstance(value, Decimal) else value
