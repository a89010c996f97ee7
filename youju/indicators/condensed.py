"""Rows without what a value does not read: few enough to keep, and to go on from when the log has grown.

The log is append-only: what was computed for a size, with the facts after it, is what would be computed for the new
size. A void repeats the dimensions of what it takes back, so that it falls on the row it belongs to.
"""

from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from youju.indicators.indicator import Indicator
from youju.indicators.rows import Amount, Rows, Subject

_Row = TypeVar("_Row", Amount, Subject)


def condensed(indicator: Indicator, *parts: Rows) -> Rows:
    """One row for each key that the indicator's shape tells apart, over all parts; statements as they are."""
    kept = _told_apart(indicator)
    return Rows(
        _merged([part.sums for part in parts], kept),
        _merged([part.before for part in parts], kept),
        {measure: some for part in parts for measure, some in part.stated.items()},
        _merged([part.subjects for part in parts], (*kept, "subject")),
        _merged([part.subjects_before for part in parts], (*kept, "subject")),
    )


def _told_apart(indicator: Indicator) -> tuple[str, ...]:
    """The dimensions that a value depends on, besides the measure."""
    if indicator.shape == "min" and not indicator.over:
        return ("unit",)
    return (indicator.of,) if indicator.of not in ("", "subject") else ()


def _merged(parts: Iterable[dict[str, list[_Row]]], kept: tuple[str, ...]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for part in parts:
        for measure, some in part.items():
            found.setdefault(measure, []).extend(some)
    return {measure: _one_each(some, kept) for measure, some in found.items()}


def _one_each(rows: list[_Row], kept: tuple[str, ...]) -> list[_Row]:
    if not rows:
        return []
    if not kept:
        return [rows[0]._replace(quantity=sum(row.quantity for row in rows), n=sum(row.n for row in rows))]
    sums: dict[object, list[int]] = {}
    firsts: dict[object, _Row] = {}
    key_of = attrgetter(*kept)
    for row in rows:
        key = key_of(row)
        total = sums.get(key)
        if total is None:
            sums[key], firsts[key] = [row.quantity, row.n], row
        else:
            total[0] += row.quantity
            total[1] += row.n
    return [row._replace(quantity=sums[key][0], n=sums[key][1]) for key, row in firsts.items()]
