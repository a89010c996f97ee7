"""A figure: an indicator for a unit and a period, with the entries behind it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from youju.indicators.indicator import LASTING, Indicator
from youju.indicators.rows import Amount, Amounts, Keep, Rows, only
from youju.lib.periods import Period

# Why a figure has no value although something was reported.
PART_EXCEEDS_WHOLE = "part-exceeds-whole"
SEVERAL_STATED = "several-stated"

Number = Decimal | int
Value = Number | tuple[Number, ...]


class Moving(NamedTuple):
    """The rows of what lasts, of every unit that was there in some month, and whether one was in a month (yyyymm)."""

    asked: Callable[[], Rows]
    keep: Keep | None
    in_month: Callable[[str, int], bool]


@dataclass(frozen=True)
class Source:
    """What a figure was computed from.

    asked: gives the grouped rows it was read from, so that it can be split by unit and by month.
    expected: the units that were asked. first: the period's first month, before which only what lasts is looked for.
    standing: asks for the standing entries of all figures at once, when somebody first opens one of them; the log
    is append-only, so the answer is the same whenever it is asked. moving: of what lasts, where units came or went.
    """

    indicator: Indicator
    asked: Callable[[], Rows]
    expected: frozenset[str]
    keep: Keep | None
    first: int
    standing: Callable[[], Amounts]
    moving: Moving | None = None

    @cached_property
    def rows(self) -> Rows:
        """The grouped rows; where the value was carried on from a shorter log, they are asked for now."""
        return self.asked()

    @cached_property
    def live(self) -> tuple[Amount, ...]:
        """What each standing entry adds to the figure."""
        return self._live(self.keep)

    def lasting_rows(self, month: int) -> tuple[Rows, Callable[[], tuple[Amount, ...]]]:
        """What lasts, as it was at the end of a month: its rows, and how to get what each standing entry adds."""
        moving = self.moving
        if moving is None:
            return self.rows.where(lambda row: row.period <= month), lambda: _until(self.live, month)
        rows = moving.asked().where(lambda row: row.period <= month and moving.in_month(row.unit, month))
        return rows, lambda: tuple(
            row for row in _until(self._live(moving.keep), month) if moving.in_month(row.unit, month)
        )

    def _live(self, keep: Keep | None) -> tuple[Amount, ...]:
        first = 0 if self.indicator.shape in LASTING else self.first
        some = only(self.standing(), self.indicator.measures).values()
        return tuple(row for rows in some for row in rows if row.period >= first and (keep is None or keep(row)))


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


def _until(live: Iterable[Amount], month: int) -> tuple[Amount, ...]:
    return tuple(row for row in live if row.period <= month)


def moment(row: Amount) -> tuple[int, int]:
    """What makes one statement later than another: its month, then its entry."""
    return row.period, row.entry


def entries_of(indicator: Indicator, live: tuple[Amount, ...]) -> tuple[int, ...]:
    """The entries behind a value; a statement that a later one superseded is not behind it."""
    if indicator.shape == "last" and live:
        return (max(map(moment, live))[1],)
    return tuple(sorted({row.entry for row in live}))
