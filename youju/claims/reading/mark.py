"""A figure found, before its surroundings are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Mark:
    """Where a figure stands and what it says by itself."""

    start: int
    end: int
    value: Decimal | None
    unit: str
    kind: str
    approx: str = "exact"
    number_start: int = 0
    """Where the numeral begins, behind the qualifier in front."""
    group: str = ""
    """What the measure word measures."""
