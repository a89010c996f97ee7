"""The hashed columns of an entry and of a fact, in the order in which they are hashed."""

import unicodedata
from datetime import date, datetime
from typing import NamedTuple, Self

from youju.ledger.errors import UnfitQuantity
from youju.ledger.facts import LARGEST, FactLine


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
        return cls(
            unit=nfc(line.unit),
            period=period_of(line.day),
            day=line.day,
            measure=nfc(line.measure),
            category=nfc(line.category),
            level=nfc(line.level),
            occasion=nfc(line.occasion),
            subject=nfc(line.subject),
            quantity=line.quantity,
            n=1,
        )

    def negated(self) -> Self:
        """The row that takes this one back: the same day and dimensions, so that sums need no join."""
        return self._replace(quantity=-self.quantity, n=-self.n)


def period_of(day: date) -> int:
    """The month of a day as yyyymm."""
    return day.year * 100 + day.month


def nfc(text: str) -> str:
    """The text as it is hashed. Stored so too: two spellings of one name must not be two groups in a sum."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
