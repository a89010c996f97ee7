"""The ten shapes: pure arithmetic from rows to a value. Nothing here knows a database, a clock or a setting."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from youju.indicators.figure import PART_EXCEEDS_WHOLE, SEVERAL_STATED, Number, Value, moment
from youju.indicators.indicator import COUNTING, Indicator
from youju.indicators.rows import Amount, Row, Rows, Subject
from youju.lib.rounding import half_up, percent

# Their values are not quantities of the measure.
_SCALELESS = ("ratio", "mean", *COUNTING)


class Reading(NamedTuple):
    """What a shape makes of the rows; the fields that a Figure takes from it, in its order."""

    value: Value | None
    numerator: int | None = None
    denominator: int | None = None
    note: str = ""


def read(indicator: Indicator, rows: Rows, expected: Iterable[str], scale: int) -> Reading:
    """Read one indicator from the rows selected for it.

    expected: the units that should have reported, for the least among them.
    scale: decimal digits in the stored quantities.
    """
    reading = _SHAPES[indicator.shape](indicator, rows, expected)
    if in_larger_unit(indicator):
        return reading._replace(value=_per(indicator, reading.numerator, scale))
    if not scale or indicator.shape in _SCALELESS:
        return reading
    return reading._replace(value=_scaled(reading.value, scale))


def in_larger_unit(indicator: Indicator) -> bool:
    """Whether it is a sum of which several make one of what is printed: minutes told in hours."""
    return indicator.shape == "sum" and indicator.per > 1


def _per(indicator: Indicator, total: int | None, scale: int) -> Decimal | None:
    return None if total is None else half_up(_decimal(total, scale) / indicator.per, indicator.places)


def _sum(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    """The quantities added up; in a larger unit they stay beside the value, as the numerator, whole."""
    total = _total(rows.sums.get(indicator.measure, ()))
    return Reading(total, total if in_larger_unit(indicator) else None)


def _stock(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    everything = (*rows.before.get(indicator.measure, ()), *rows.sums.get(indicator.measure, ()))
    return Reading(_total(everything))


def _ratio(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    part, whole = (
        _total(row for code in codes for row in rows.sums.get(code, ())) for codes in (indicator.part, indicator.whole)
    )
    if whole is None:  # a part of something nobody reported is no share
        return Reading(None, part, whole)
    part = part or 0  # the whole was reported: none of it is a share of 0
    if not 0 <= part <= whole:
        return Reading(None, part, whole, PART_EXCEEDS_WHOLE)
    return Reading(percent(part, whole, indicator.places), part, whole)


def _mean(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    """What one person has on average, of whom anything stands: facts that name nobody count in neither sum."""
    sums: dict[str, int] = {}
    for row in rows.subjects.get(indicator.measure, ()):
        if row.n > 0:
            sums[row.subject] = sums.get(row.subject, 0) + row.quantity
    if not sums:
        return Reading(None)
    total = sum(sums.values())
    return Reading(half_up(Decimal(total) / (len(sums) * indicator.per), indicator.places), total, len(sums))


def _distinct(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    """How many different ones stand; None rather than 0: a fact that names none does not say that there is none."""
    standing: dict[str, int] = {}
    for row in (rows.subjects if indicator.of == "subject" else rows.sums).get(indicator.measure, ()):
        key: str = getattr(row, indicator.of)
        standing[key] = standing.get(key, 0) + row.n
    return Reading(sum(1 for key, n in standing.items() if key and n > 0) or None)


def _held(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    """How many have a sum above 0 since the beginning; 0 where all that there were have ended."""
    of_subjects = indicator.of == "subject"
    before, within = (rows.subjects_before, rows.subjects) if of_subjects else (rows.before, rows.sums)
    sums: dict[str, int] = {}
    some: Iterable[Row] = (*before.get(indicator.measure, ()), *within.get(indicator.measure, ()))
    for row in some:
        key: str = getattr(row, indicator.of)
        if key and row.n > 0:
            sums[key] = sums.get(key, 0) + row.quantity
    return Reading(sum(1 for quantity in sums.values() if quantity > 0) if sums else None)


def _last(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    """The latest statement: of the latest month, and in it the newest entry."""
    some = rows.stated.get(indicator.measure, ())
    latest = max(map(moment, some), default=None)
    stated = {row.quantity for row in some if moment(row) == latest}
    if len(stated) > 1:
        return Reading(None, note=SEVERAL_STATED)
    return Reading(stated.pop() if stated else None)


def _min(indicator: Indicator, rows: Rows, expected: Iterable[str]) -> Reading:
    if indicator.over:
        return Reading(min(_by_person(indicator, rows), default=None))
    some = rows.sums.get(indicator.measure, ())
    if _total(some) is None:
        return Reading(None)
    sums = dict.fromkeys(expected, 0)
    for row in some:
        sums[row.unit] += row.quantity
    return Reading(min(sums.values()))


def _each(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    values = _by_person(indicator, rows) if indicator.over else _by_record(indicator, rows)
    if not values:
        return Reading(None)
    least, most = min(values), max(values)
    return Reading(least if least == most else (least, most))


def _by_record(indicator: Indicator, rows: Rows) -> list[int]:
    records: dict[int, int] = {}
    for row in rows.stated.get(indicator.measure, ()):
        records[row.entry] = records.get(row.entry, 0) + row.quantity * row.n
    return list(records.values())


def _by_person(indicator: Indicator, rows: Rows) -> list[int]:
    """What each person has of whom something is due: 0 of a silent one; whoever owes nothing is left out."""
    due, done = (_by_subject(rows.subjects.get(code, ())) for code in (indicator.expected, indicator.measure))
    return [done.get(person, 0) for person, quantity in due.items() if quantity > 0]


def _by_subject(rows: Iterable[Subject]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.subject] = sums.get(row.subject, 0) + row.quantity
    return sums


def _places(indicator: Indicator, rows: Rows, _expected: Iterable[str]) -> Reading:
    return Reading(tuple(sorted({row.quantity for row in rows.stated.get(indicator.measure, ())})) or None)


_SHAPES: dict[str, Callable[[Indicator, Rows, Iterable[str]], Reading]] = {
    "sum": _sum,
    "ratio": _ratio,
    "distinct": _distinct,
    "stock": _stock,
    "held": _held,
    "last": _last,
    "min": _min,
    "each": _each,
    "places": _places,
    "mean": _mean,
}


def _total(rows: Iterable[Amount]) -> int | None:
    """The quantities added up; None where no fact stands, which is not 0."""
    some = list(rows)
    return sum(row.quantity for row in some) if any(row.n > 0 for row in some) else None


def _scaled(value: Value | None, scale: int) -> Value | None:
    if isinstance(value, tuple):
        return tuple(_decimal(one, scale) for one in value)
    return None if value is None else _decimal(value, scale)


def _decimal(value: Number, scale: int) -> Decimal:
    return Decimal(value).scaleb(-scale)
