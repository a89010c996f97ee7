"""A figure by unit, month, level or category, from the rows it already carries: no further question to the ledger."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from youju.indicators.catalogue import scale_of
from youju.indicators.figure import Figure, Value, entries_of
from youju.indicators.indicator import LASTING
from youju.indicators.rows import Amount, Row, Rows
from youju.indicators.shapes import Reading, read

_Key = TypeVar("_Key", str, int)


@dataclass(frozen=True, slots=True)
class Part(Generic[_Key]):
    """What one unit or one month has in a figure."""

    figure: Figure
    key: _Key  # a unit's, level's or category's code, or a month as yyyymm
    reading: Reading
    live: Callable[[], tuple[Amount, ...]]  # what each standing entry adds to this part

    @property
    def value(self) -> Value | None:
        return self.reading.value

    @property
    def numerator(self) -> int | None:
        return self.reading.numerator

    @property
    def denominator(self) -> int | None:
        return self.reading.denominator

    @property
    def entries(self) -> tuple[int, ...]:
        """The entries behind this part, sorted."""
        return entries_of(self.figure.indicator, self.live())


def by_unit(figure: Figure) -> list[Part[str]]:
    """The same indicator for each unit that reported, and for each that should have, by code."""
    groups = _grouped(figure.source.rows, lambda row: row.unit)
    codes = figure.source.expected if figure.indicator.shape == "min" and not figure.indicator.over else groups
    return [_of_unit(figure, code, groups.get(code, Rows())) for code in sorted(codes)]


def by_month(figure: Figure) -> list[Part[int]]:
    """The same indicator for each month of the period; what lasts as it stood at the month's end."""
    if figure.indicator.shape in LASTING:
        return [_at_the_end_of_month(figure, month) for month in figure.period.every_month]
    groups = _grouped(figure.source.rows, lambda row: row.period)
    return [_of_month(figure, month, groups.get(month, Rows())) for month in figure.period.every_month]


def by_cell(figure: Figure, column: Literal["level", "category"]) -> list[Part[str]]:
    """The same indicator for each level or category that was told of, by code; "" is what bears none."""
    groups = _grouped(figure.source.rows, lambda row: getattr(row, column))
    return [_of_cell(figure, column, code, groups[code]) for code in sorted(groups)]


def _of_cell(figure: Figure, column: str, code: str, rows: Rows) -> Part[str]:
    reading = read(figure.indicator, rows, figure.source.expected, scale_of(figure.indicator))
    return Part(figure, code, reading, lambda: _live(figure, lambda row: getattr(row, column) == code))


def _of_unit(figure: Figure, code: str, rows: Rows) -> Part[str]:
    reading = read(figure.indicator, rows, [code], scale_of(figure.indicator))
    return Part(figure, code, reading, lambda: _live(figure, lambda row: row.unit == code))


def _of_month(figure: Figure, month: int, rows: Rows) -> Part[int]:
    reading = read(figure.indicator, rows, figure.source.expected, scale_of(figure.indicator))
    return Part(figure, month, reading, lambda: _live(figure, lambda row: row.period == month))


def _at_the_end_of_month(figure: Figure, month: int) -> Part[int]:
    rows, live = figure.source.lasting_rows(month)
    reading = read(figure.indicator, rows, figure.source.expected, scale_of(figure.indicator))
    return Part(figure, month, reading, live)


def _live(figure: Figure, has: Callable[[Amount], bool]) -> tuple[Amount, ...]:
    return tuple(filter(has, figure.source.live))


def _grouped(rows: Rows, key: Callable[[Row], _Key]) -> dict[_Key, Rows]:
    groups: dict[_Key, Rows] = defaultdict(Rows)
    for name in ("sums", "before", "stated", "subjects", "subjects_before"):
        for measure, some in getattr(rows, name).items():
            for row in some:
                getattr(groups[key(row)], name).setdefault(measure, []).append(row)
    return dict(groups)
