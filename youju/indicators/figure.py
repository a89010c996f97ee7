"""A figure: an indicator for a unit and a period, with the entries behind it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from youju.indicators.indicator import LASTING, Indicator
from youju.indicators.rows import Amount, Amounts, Keep, Rows, only
from youju.lib.periods import Period

# Why a figure has no value although something was reported.
PART_EXCEEDS_WHOLE = "part-exceeds-whole"
SEVERAL_STATED = "several-stated"

Number = Decimal | int
Value = Number | tuple[Number, ...]


@dataclass(frozen=True)
class Source:
    """What a figure was computed from.

    rows: the grouped rows it was read from, so that it can be split by unit and by month without asking again.
    expected: the units that were asked. first: the period's first month, before which only what lasts is looked for.
    standing: asks for the standing entries of all figures at once, when somebody first opens one of them; the log
    is append-only, so the answer is the same whenever it is asked.
    """

    indicator: Indicator
    rows: Rows
    expected: frozenset[str]
    keep: Keep | None
    first: int
    standing: Callable[[], Amounts]

    @cached_property
    def live(self) -> tuple[Amount, ...]:
        """What each standing entry adds to the figure."""
        first = 0 if self.indicator.shape in LASTING else self.first
        some = only(self.standing(), self.indicator.measures).values()
        return tuple(
            row for rows in some for row in rows if row.period >= first and (self.keep is None or self.keep(row))
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that never travels without its rows.

    value: an int; a Decimal for percentages (98.71) and for measures with decimals; a tuple of ranks (places);
    a tuple (least, most) where an ``each`` differs from record to record; None where nothing was reported.
    numerator, denominator: the two sums of a ratio. note: why there is no value although something was reported.
    """

    indicator: Indicator
    unit: str
    period: Period
    size: int
    source: Source = field(repr=False, compare=False)
    value: Value | None
    numerator: int | None = None
    denominator: int | None = None
    note: str = ""

    @property
    def entries(self) -> tuple[int, ...]:
        """The places in the log of the entries behind the value, sorted."""
        return entries_of(self.indicator, self.source.live)

    @property
    def digest(self) -> str:
        """SHA-256 over the sorted entry numbers, one a line: the same list gives the same text anywhere."""
        return hashlib.sha256("".join(f"{seq}\n" for seq in self.entries).encode()).hexdigest()


def moment(row: Amount) -> tuple[int, int]:
    """What makes one statement later than another: its month, then its entry."""
    return row.period, row.entry


def entries_of(indicator: Indicator, live: tuple[Amount, ...]) -> tuple[int, ...]:
    """The entries behind a value; a statement that a later one superseded is not behind it."""
    if indicator.shape == "last" and live:
        return (max(map(moment, live))[1],)
    return tuple(sorted({row.entry for row in live}))
