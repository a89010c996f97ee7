"""A figure by unit and by month, computed from the rows it already carries: no further question to the ledger."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from youju.indicators.catalogue import scale_of
from youju.indicators.figure import Figure, Value
from youju.indicators.rows import Row, Rows
from youju.indicators.shapes import read
from youju.lib.periods import Period

_Key = TypeVar("_Key", str, int)


class Part(NamedTuple, Generic[_Key]):
    """The share of one unit or month in a figure."""

    key: _Key  # a unit's code, or a month as yyyymm
    value: Value | None
    numerator: int | None
    denominator: int | None
    entries: tuple[int, ...]


def by_unit(figure: Figure) -> list[Part[str]]:
    """The same indicator for each unit that reported, and for each that was expected to, by code."""
    groups = _grouped(figure.rows, lambda row: row.unit)
    codes = figure.expected if figure.indicator.shape == "min" else groups
    return [_part(figure, code, groups.get(code, Rows()), frozenset([code])) for code in sorted(codes)]


def by_month(figure: Figure) -> list[Part[int]]:
    """The same indicator for each month of the period; a stock as it stood at the month's end."""
    if figure.indicator.shape == "stock":
        return [_part(figure, month, _until(figure.rows, month), figure.expected) for month in _months(figure.period)]
    groups = _grouped(figure.rows, lambda row: row.period)
    return [_part(figure, month, groups.get(month, Rows()), figure.expected) for month in _months(figure.period)]


def _part(figure: Figure, key: _Key, rows: Rows, expected: frozenset[str]) -> Part[_Key]:
    reading = read(figure.indicator, rows, expected, scale_of(figure.indicator))
    return Part(key, reading.value, reading.numerator, reading.denominator, reading.entries)


def _grouped(rows: Rows, key: Callable[[Row], _Key]) -> dict[_Key, Rows]:
    groups: dict[_Key, Rows] = defaultdict(Rows)
    for name in ("sums", "subjects", "live"):
        for measure, some in getattr(rows, name).items():
            for row in some:
                getattr(groups[key(row)], name).setdefault(measure, []).append(row)
    return dict(groups)


def _until(rows: Rows, month: int) -> Rows:
    return rows.where(lambda row: row.period <= month)


def _months(period: Period) -> Iterator[int]:
    month, last = period.months
    while month <= last:
        yield month
        month += 1 if month % 100 < 12 else 89  # from December to January of the next year
