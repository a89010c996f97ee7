"""What the ledger answers about a unit and a period: asked once for many indicators, read one by one."""

from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from youju.indicators import catalogue, queries
from youju.indicators.figure import Figure, Moving, Source
from youju.indicators.indicator import LASTING, Indicator
from youju.indicators.rows import Amounts, Keep, Rows, filter_of, of_indicator, renamed
from youju.indicators.shapes import read
from youju.indicators.units import CountedUnits
from youju.lib.periods import Period
from youju.orgs.timeline import Subtree


class Asked(NamedTuple):
    """All that answers depend on; equal questions have equal answers for ever."""

    indicators: tuple[Indicator, ...]
    unit: str
    subtree: Subtree  # which units are below it, in which months of the period
    period: Period
    size: int
    head: bytes  # the last leaf: another log of the same size (a restored copy, a test's) is another question


class Answers:
    """The figures of one question. Each of its queries runs when the first figure needs it, for all of them."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._heirs = dict(asked.subtree.heirs)
        self._question = queries.Question.about(asked.indicators, asked.subtree.codes, asked.period, asked.size)
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
        units = CountedUnits.of(indicator, asked.unit, asked.subtree, self._by_month)
        keep = self._filter(indicator, units)
        every = of_indicator(self._with_subjects if indicator.by_subject else self._amounts, indicator)
        own = every if keep is None else every.where(keep)
        moving = self._moving(indicator, every) if indicator.shape in LASTING else None
        source = Source(indicator, own, units.expected, keep, asked.period.months[0], lambda: self._standing, moving)
        reading = read(indicator, own, units.expected, catalogue.scale_of(indicator))
        return Figure(indicator, asked.unit, asked.period, asked.size, source, *reading)

    def _filter(self, indicator: Indicator, units: CountedUnits) -> Keep | None:
        return filter_of(indicator, units, every_unit=len(units.whole) == len(self._asked.subtree.units))

    def _moving(self, indicator: Indicator, every: Rows) -> Moving | None:
        """What lasts was in other months than the last, where units came or went between; else None."""
        if indicator.scope == "own" or not self._by_month.partly:
            return None
        ever = CountedUnits(frozenset(self._asked.subtree.codes))
        keep = self._filter(indicator, ever.of_kinds(indicator, self._asked.subtree))
        return Moving(every if keep is None else every.where(keep), keep, self._by_month.in_month)

    @cached_property
    def _by_month(self) -> CountedUnits:
        return CountedUnits.by_month(self._asked.subtree, self._asked.period)

    @cached_property
    def _amounts(self) -> Rows:
        return queries.ask_amounts(self._question).renamed(self._heirs)

    @cached_property
    def _with_subjects(self) -> Rows:
        within, before = queries.ask_subjects(self._question)
        rows = replace(self._amounts, subjects=renamed(within, self._heirs))
        return replace(rows, subjects_before=renamed(before, self._heirs))

    @cached_property
    def _standing(self) -> Amounts:
        return renamed(queries.ask_standing(self._question), self._heirs)
