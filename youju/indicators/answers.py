"""What the ledger answers about a unit and a period: asked once for many indicators, read one by one."""

from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from youju.indicators import catalogue, queries
from youju.indicators.figure import Figure, Source
from youju.indicators.indicator import Indicator
from youju.indicators.rows import Amounts, Rows, expected_units, filter_of, of_indicator
from youju.indicators.shapes import read
from youju.lib.periods import Period


class Asked(NamedTuple):
    """All that answers depend on; equal questions have equal answers for ever."""

    indicators: tuple[Indicator, ...]
    unit: str
    kinds: tuple[tuple[str, str], ...]  # code and kind of every unit of the subtree at the period's end
    period: Period
    size: int
    head: bytes  # the last leaf: another log of the same size (a restored copy, a test's) is another question


class Answers:
    """The figures of one question. Each of its queries runs when the first figure needs it, for all of them."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._kinds = dict(asked.kinds)
        self._question = queries.Question.about(asked.indicators, self._kinds, asked.period, asked.size)
        self._figures: dict[str, Figure] = {}

    def figure(self, indicator: Indicator) -> Figure:
        """The figure of one of the indicators that were asked about."""
        if indicator.code not in self._figures:
            self._figures[indicator.code] = self._figure(indicator)
        return self._figures[indicator.code]

    def figures(self) -> dict[str, Figure]:
        """All of them by code, in the order of the question."""
        return {one.code: self.figure(one) for one in self._asked.indicators}

    def _figure(self, indicator: Indicator) -> Figure:
        asked = self._asked
        expected = expected_units(indicator, asked.unit, self._kinds)
        keep = filter_of(indicator, expected, every_unit=len(expected) == len(self._kinds))
        own = of_indicator(self._with_subjects if indicator.by_subject else self._amounts, indicator)
        own = own if keep is None else own.where(keep)
        source = Source(indicator, own, expected, keep, asked.period.months[0], lambda: self._standing)
        reading = read(indicator, own, expected, catalogue.scale_of(indicator))
        return Figure(indicator, asked.unit, asked.period, asked.size, source, *reading)

    @cached_property
    def _amounts(self) -> Rows:
        return queries.ask_amounts(self._question)

    @cached_property
    def _with_subjects(self) -> Rows:
        within, before = queries.ask_subjects(self._question)
        return replace(self._amounts, subjects=within, subjects_before=before)

    @cached_property
    def _standing(self) -> Amounts:
        return queries.ask_standing(self._question)
