"""The hashed columns of an entry and of a fact, in the order in which they are hashed."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, Self

from youju.ledger.errors import UnfitQuantity
from youju.ledger.facts import LARGEST, FactLine
from youju.lib.canonical import day_bytes, lp, number_bytes, text_bytes


class EntryRow(NamedTuple):
    """An entry without its leaf, which is the hash of these."""

    seq: int
    kind: str
    voids: int | None
    record_ref: str
    milestone: str
    unit: str
    actor: str
    at: datetime
    commitment: bytes
    facts_digest: bytes


class FactRow(NamedTuple):
    """A fact without its entry, whose ``facts_digest`` covers these."""

    unit: str
    period: int
    day: date
    measure: str
    category: str
    level: str
    occasion: str
    subject: str
    quantity: int
    n: int

    @classmethod
    def posted(cls, line: FactLine) -> Self:
        """The row that posts a line. Raises UnfitQuantity where it would not fit, TypeError for a datetime as day."""
        if isinstance(line.day, datetime):  # it passes for a date, and would be hashed otherwise than it is stored
            raise TypeError("a fact has a day, not an instant")
        if abs(line.quantity) > LARGEST:
            raise UnfitQuantity(quantity=line.quantity)
        unit, day, measure, quantity, category, level, occasion, subject = line
        texts = nfc(measure), nfc(category), nfc(level), nfc(occasion), nfc(subject)
        return cls(nfc(unit), period_of(day), day, *texts, quantity, 1)

    def negated(self) -> Self:
        """The row that takes this one back: the same day and dimensions, so that sums need no join."""
        return self._replace(quantity=-self.quantity, n=-self.n)


def fact_bytes(rows: Sequence[FactRow]) -> list[bytes]:
    """The bytes of each fact that are hashed, column by column: many rows take a third of the time of one by one."""
    if not rows:
        return []
    units, periods, days, *texts, subjects, quantities, counts = zip(*rows, strict=True)
    parts = (
        map(text_bytes, units),
        map(number_bytes, periods),
        map(day_bytes, days),
        *(map(text_bytes, column) for column in texts),
        map(lp, subjects),
        map(number_bytes, quantities),
        map(number_bytes, counts),
    )
    return list(map(b"".join, zip(*parts, strict=True)))


def period_of(day: date) -> int:
    """The month of a day as yyyymm."""
    return day.year * 100 + day.month


def nfc(text: str) -> str:
    """The text as it is hashed. Stored so too: two spellings of one name must not be two groups in a sum."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
