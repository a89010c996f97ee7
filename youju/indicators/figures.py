"""Every figure of a unit and a period, at the log's present size or as of an earlier one.

The log is append-only, so what was computed for a size stays true: answers are kept, and asking again costs only
the question which log, how long, and which units.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from youju.indicators import catalogue, queries
from youju.indicators.figure import Figure, Source
from youju.indicators.indicator import Indicator
from youju.indicators.rows import Amounts, Rows, expected_units, filter_of, of_indicator
from youju.indicators.shapes import read
from youju.ledger.reading import entries_by_seq
from youju.ledger.tree import within_log
from youju.lib.periods import Period
from youju.orgs.tree import subtree
from youju.orgs.units import Unit

_ANSWERS_KEPT = 32


class _Question(NamedTuple):
    """All that an answer depends on; equal questions have equal answers for ever."""

    indicators: tuple[Indicator, ...]
    unit: str
    kinds: tuple[tuple[str, str], ...]  # code and kind of every unit of the subtree at the period's end
    period: Period
    size: int
    head: bytes  # the last leaf: another log of the same size (a restored copy, a test's) is another question


def figures(
    unit: Unit, period: Period, *, size: int | None = None, indicators: Iterable[Indicator] | None = None
) -> dict[str, Figure]:
    """Figures by code, in the order of the definitions.

    size: the log's size to ask as of; None means now. indicators: other ones than those in force.
    Raises BadDefinitions, BeyondLedger.
    """
    asked = tuple(catalogue.indicators().values() if indicators is None else indicators)
    size = within_log(size)
    return dict(_answer(_Question(asked, unit.code, _kinds(unit, period), period, size, _head(size))))


def figure(unit: Unit, period: Period, code: str, *, size: int | None = None) -> Figure:
    """One figure. Raises UnknownIndicator, BadDefinitions, BeyondLedger."""
    catalogue.find_indicator(code)
    return figures(unit, period, size=size)[code]


def forget() -> None:
    """Drop the answers kept, as a new process starts without them."""
    _answer.cache_clear()


@lru_cache(maxsize=_ANSWERS_KEPT)
def _answer(question: _Question) -> dict[str, Figure]:
    kinds = dict(question.kinds)
    asked = queries.Question.about(question.indicators, kinds, question.period, question.size)
    rows = queries.ask_values(asked)
    standing = cache(lambda: queries.ask_standing(asked))
    return {one.code: _figure(one, question, kinds, rows, standing) for one in question.indicators}


def _figure(
    indicator: Indicator, question: _Question, kinds: dict[str, str], rows: Rows, standing: Callable[[], Amounts]
) -> Figure:
    expected = expected_units(indicator, question.unit, kinds)
    keep = filter_of(indicator, expected, every_unit=len(expected) == len(kinds))
    own = of_indicator(rows, indicator)
    own = own if keep is None else own.where(keep)
    source = Source(indicator, own, expected, keep, question.period.months[0], standing)
    reading = read(indicator, own, expected, catalogue.scale_of(indicator))
    return Figure(indicator, question.unit, question.period, question.size, source, *reading)


def _kinds(unit: Unit, period: Period) -> tuple[tuple[str, str], ...]:
    codes = subtree(unit, period.last)
    return tuple(Unit.objects.filter(code__in=codes).order_by("code").values_list("code", "kind"))


def _head(size: int) -> bytes:
    return bytes(entries_by_seq([size - 1])[size - 1].leaf) if size else b""
