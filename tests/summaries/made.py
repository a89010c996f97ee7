"""Figures without a ledger behind them."""

from youju.indicators.catalogue import find_indicator
from youju.indicators.figure import Figure, Source, Value
from youju.indicators.rows import Rows
from youju.lib.periods import Period

YEAR = Period.year(2025)


def figure(code: str, value: Value | None, numerator: int | None = None, denominator: int | None = None) -> Figure:
    """A figure of this indicator that says ``value``."""
    indicator = find_indicator(code)
    source = Source(indicator, Rows, frozenset(), None, 0, dict)
    return Figure(indicator, "x", YEAR, 1, source, value, numerator, denominator)
