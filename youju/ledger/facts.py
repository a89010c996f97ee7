"""What a record hands to the ledger, as plain values."""

from datetime import date
from typing import NamedTuple

LARGEST = 10**15
"""Bound of one quantity: thousands of such facts still add up inside 64 bits, on every database."""


class FactLine(NamedTuple):
    """A quantity of one measure, for a unit and a day. ``subject`` is a random token, never a name."""

    unit: str
    day: date
    measure: str
    quantity: int
    category: str = ""
    level: str = ""
    occasion: str = ""
    subject: str = ""


class Posting(NamedTuple):
    """One milestone of a record: the facts it adds, and the commitment to the record's content (32 bytes)."""

    ref: str
    milestone: str
    unit: str
    actor: str
    facts: tuple[FactLine, ...]
    commitment: bytes
