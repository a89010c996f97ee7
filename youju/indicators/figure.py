"""A figure: an indicator for a unit and a period, with the entries behind it."""

import hashlib
from dataclasses import dataclass, field
from decimal import Decimal

from youju.indicators.indicator import Indicator
from youju.indicators.rows import Rows
from youju.lib.periods import Period

# Why a figure has no value although something was reported.
PART_EXCEEDS_WHOLE = "part-exceeds-whole"
SEVERAL_STATED = "several-stated"

Number = Decimal | int
Value = Number | tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that never travels without its rows.

    value: an int; a Decimal for percentages (98.71) and for measures with decimals; a tuple of ranks (places);
    a tuple (least, most) where an ``each`` differs from record to record; None where nothing was reported.
    numerator, denominator: the two sums of a ratio. note: why there is no value although something was reported.
    rows, expected: what it was computed from, so that it can be split by unit and by month without asking again.
    """

    indicator: Indicator
    unit: str
    period: Period
    size: int
    value: Value | None
    numerator: int | None = None
    denominator: int | None = None
    entries: tuple[int, ...] = ()
    note: str = ""
    rows: Rows = field(default_factory=Rows, repr=False, compare=False)
    expected: frozenset[str] = field(default=frozenset(), repr=False, compare=False)

    @property
    def digest(self) -> str:
        """SHA-256 over the sorted entry numbers, one a line: the same list gives the same text anywhere."""
        return hashlib.sha256("".join(f"{seq}\n" for seq in self.entries).encode()).hexdigest()
