"""The eight shapes: pure arithmetic from rows to a value. Nothing here knows a database, a clock or a setting."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from youju.indicators.figure import PART_EXCEEDS_WHOLE, SEVERAL_STATED, Number, Value
from youju.indicators.indicator import Indicator
from youju.indicators.rows import Live, Rows
from youju.lib.rounding import percent


class Reading(NamedTuple):
    """What a shape makes of the rows; the fields that a Figure takes from it, in its order."""

    value: Value | None
    numerator: int | None = None
    denominator: int | None = None
    entries: tuple[int, ...] = ()
    note: str = ""


def read(indicator: Indicator, rows: Rows, expected: frozenset[str], scale: int) -> Reading:
    """Read one indicator from the rows selected for it.

    expected: the units that should have reported, for the least among them.
    scale: decimal digits in the stored quantities.
    """
    reading = _SHAPES[indicator.shape](indicator, rows, expected)
    if indicator.shape in _COUNTLESS or not scale:
        return reading
    return reading._replace(value=_scaled(reading.value, scale))


def _sum(indicator: Indicator, rows: Rows, _expected: frozenset[str]) -> Reading:
    return Reading(_total(rows, indicator.measure), entries=_entries(rows))


def _ratio(indicator: Indicator, rows: Rows, _expected: frozenset[str]) -> Reading:
    whole = _total(rows, indicator.whole)
    part = _total(rows, indicator.part)
    if whole is None:  # a part of something nobody reported is no share
        return Reading(None, part, whole, _entries(rows))
    part = part or 0  # the whole was reported: none of it is a share of 0
    if not 0 <= part <= whole:
        return Reading(None, part, whole, _entries(rows), PART_EXCEEDS_WHOLE)
    return Reading(percent(part, whole, indicator.places), part, whole, _entries(rows))


def _distinct(indicator: Indicator, rows: Rows, _expected: frozenset[str]) -> Reading:
    """How many different ones stand; None rather than 0: a fact that names none does not say that there is none."""
    standing: dict[str, int] = {}
    for row in (rows.subjects if indicator.of == "subject" else rows.sums).get(indicator.measure, ()):
        key: str = getattr(row, indicator.of)
        standing[key] = standing.get(key, 0) + row.n
    return Reading(sum(1 for key, n in standing.items() if key and n > 0) or None, entries=_entries(rows))


def _last(indicator: Indicator, rows: Rows, _expected: frozenset[str]) -> Reading:
    """The latest statement: of the latest month, and in it the newest entry. What it superseded is not behind it."""
    some = rows.live.get(indicator.measure, ())
    moment = max(map(_moment, some), default=None)
    if moment is None:
        return Reading(None)
    stated = {row.quantity for row in some if _moment(row) == moment}
    if len(stated) > 1:
        return Reading(None, entries=(moment[1],), note=SEVERAL_STATED)
    return Reading(stated.pop(), entries=(moment[1],))


def _min(indicator: Indicator, rows: Rows, expected: frozenset[str]) -> Reading:
    if _total(rows, indicator.measure) is None:
        return Reading(None)
    sums = dict.fromkeys(expected, 0)
    for row in rows.sums[indicator.measure]:
        sums[row.unit] += row.quantity
    return Reading(min(sums.values()), entries=_entries(rows))


def _each(indicator: Indicator, rows: Rows, _expected: frozenset[str]) -> Reading:
    records: dict[int, int] = {}
    for row in rows.live.get(indicator.measure, ()):
        records[row.entry] = records.get(row.entry, 0) + row.quantity * row.n
    if not records:
        return Reading(None)
    least, most = min(records.values()), max(records.values())
    return Reading(least if least == most else (least, most), entries=_entries(rows))


def _places(indicator: Indicator, rows: Rows, _expected: frozenset[str]) -> Reading:
    ranks = tuple(sorted({row.quantity for row in rows.live.get(indicator.measure, ())}))
    return Reading(ranks or None, entries=_entries(rows))


_SHAPES: dict[str, Callable[[Indicator, Rows, frozenset[str]], Reading]] = {
    "sum": _sum,
    "ratio": _ratio,
    "distinct": _distinct,
    "stock": _sum,  # the rows before the period were selected with it
    "last": _last,
    "min": _min,
    "each": _each,
    "places": _places,
}


# Their values are not quantities of the measure.
_COUNTLESS = ("ratio", "distinct")


def _total(rows: Rows, measure: str) -> int | None:
    """The quantities of a measure added up; None where no fact stands, which is not 0."""
    some = rows.sums.get(measure, ())
    return sum(row.quantity for row in some) if any(row.n > 0 for row in some) else None


def _entries(rows: Rows) -> tuple[int, ...]:
    return tuple(sorted({row.entry for some in rows.live.values() for row in some}))


def _scaled(value: Value | None, scale: int) -> Value | None:
    if isinstance(value, tuple):
        return tuple(_decimal(one, scale) for one in value)
    return None if value is None else _decimal(value, scale)


def _decimal(value: Number, scale: int) -> Decimal:
    return Decimal(value).scaleb(-scale)


def _moment(row: Live) -> tuple[int, int]:
    return row.period, row.entry
