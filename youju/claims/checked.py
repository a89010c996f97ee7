"""What checking a text gives: one Checked for each claim."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from youju.claims.notes import Note
from youju.claims.reading import Claim
from youju.claims.verdict import Verdict
from youju.indicators.figure import Value


class Choice(NamedTuple):
    """A candidate as it is shown: by its indicator's code, or for a cell by name alone."""

    indicator: str
    name: str
    score: float
    value: Value | None

    def as_json(self) -> dict[str, object]:
        """Plain JSON values."""
        return {
            "indicator": self.indicator,
            "name": self.name,
            "score": round(self.score, 3),
            "value": plain_value(self.value),
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with its verdict and all that it rests on.

    indicator: the code of the declared indicator, or "" where ``cell`` describes what was found instead.
    value: the ledger's; entries and records: what stands behind it.
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
            "notes": [note.as_json() for note in self.notes],
            "reason": self.reason,
        }


Plain = int | float | list[int | float] | None


def plain_value(value: Value | None) -> Plain:
    """A figure's value as JSON has it."""
    if isinstance(value, tuple):
        return [_number(each) for each in value]
    return None if value is None else _number(value)


def _number(value: Decimal | int) -> int | float:
    return float(value) if isinstance(value, Decimal) else value
