"""What the ledger answers about a unit and a period: asked once for many indicators, read one by one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from youju.indicators import catalogue, queries
from youju.indicators.condensed import condensed
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

    @property
    def anywhen(self) -> tuple[object, ...]:
        """The question without the state of the log it is asked of."""
        return self.indicators, self.unit, self.subtree, self.period


class Answers:
    """The figures of one question. Each of its queries runs when the first figure needs it, for all of them.

    after: the answers to the same question of a shorter log. What they have computed is carried on with the facts
    posted since; the rest is asked as if there had been nothing.
    """

    def __init__(self, asked: Asked, after: "Answers | None" = None) -> None:
        self._asked = asked
        self._heirs = dict(asked.subtree.heirs)
        self._question = self._about(asked.indicators)
        self._figures: dict[str, Figure] = {}
        self._condensed: dict[str, Rows] = {}
        if after is not None:
            self._carry_on(after)
        self._rest = self._about(one for one in asked.indicators if one.code not in self._condensed)

    @property
    def asked(self) -> Asked:
        return self._asked

    def figure(self, indicator: Indicator) -> Figure:
        """The figure of one of the indicators that were asked about."""
        if indicator.code not in self._figures:
            self._figures[indicator.code] = self._figure(indicator)
        return self._figures[indicator.code]

    def figures(self) -> dict[str, Figure]:
        """All of them by code, in the order of the question."""
        return {one.code: self.figure(one) for one in self._asked.indicators}

    def _about(self, indicators: Iterable[Indicator]) -> queries.Question:
        asked = self._asked
        codes = asked.subtree.codes
        own = [code for code in codes if self._heirs.get(code, code) == asked.unit]
        return queries.Question.about(indicators, codes, own, asked.period, asked.size)

    def _carry_on(self, after: "Answers") -> None:
        """Take over what does not change, and add to what does. Statements that changed are asked for anew."""
        new = queries.ask_since(self._question, after.asked.size).renamed(self._heirs)
        touched = new.sums.keys() | new.before.keys()
        for indicator in self._asked.indicators:
            before = after._condensed.get(indicator.code)
            if before is None:
                continue
            if not touched.intersection(indicator.measures):
                self._condensed[indicator.code] = before
            elif not indicator.states:
                keep, own = self._keep(indicator), of_indicator(new, indicator)
                own = own if keep is None else own.where(keep)
                self._condensed[indicator.code] = condensed(indicator, before, own)

    def _figure(self, indicator: Indicator) -> Figure:
        asked, units, keep = self._asked, self._units(indicator), self._keep(indicator)
        every = self._every(indicator)
        if indicator.code not in self._condensed:
            self._condensed[indicator.code] = condensed(indicator, _where(every(), keep))
        moving = self._moving(indicator, every) if indicator.shape in LASTING else None
        source = Source(
            indicator, lambda: _where(every(), keep), units.expected, keep, asked.period.months[0],
            lambda: self._standing, moving,
        )  # fmt: skip
        reading = read(indicator, self._condensed[indicator.code], units.expected, catalogue.scale_of(indicator))
        return Figure(indicator, asked.unit, asked.period, asked.size, source, *reading)

    def _every(self, indicator: Indicator) -> Callable[[], Rows]:
        """Asks for the rows of an indicator's measures: with those of all others, or alone where it was carried on."""
        if indicator.code in self._condensed:
            return lambda: of_indicator(self._ask(self._about([indicator])), indicator)
        return lambda: of_indicator(self._with_subjects if indicator.by_subject else self._amounts, indicator)

    def _units(self, indicator: Indicator) -> CountedUnits:
        return CountedUnits.of(indicator, self._asked.unit, self._asked.subtree, self._by_month)

    def _keep(self, indicator: Indicator) -> Keep | None:
        return self._filter(indicator, self._units(indicator))

    def _filter(self, indicator: Indicator, units: CountedUnits) -> Keep | None:
        return filter_of(indicator, units, every_unit=len(units.whole) == len(self._asked.subtree.units))

    def _moving(self, indicator: Indicator, every: Callable[[], Rows]) -> Moving | None:
        """What lasts was in other months than the last, where units came or went between; else None."""
        if indicator.scope == "own" or not self._by_month.partly:
            return None
        ever = CountedUnits(frozenset(self._asked.subtree.codes))
        keep = self._filter(indicator, ever.of_kinds(indicator, self._asked.subtree))
        return Moving(lambda: _where(every(), keep), keep, self._by_month.in_month)

    @cached_property
    def _by_month(self) -> CountedUnits:
        return CountedUnits.by_month(self._asked.subtree, self._asked.period)

    @cached_property
    def _amounts(self) -> Rows:
        return queries.ask_amounts(self._rest).renamed(self._heirs)

    @cached_property
    def _with_subjects(self) -> Rows:
        return self._named(self._amounts, self._rest)

    def _ask(self, question: queries.Question) -> Rows:
        return self._named(queries.ask_amounts(question).renamed(self._heirs), question)

    def _named(self, amounts: Rows, question: queries.Question) -> Rows:
        """The amounts, and who or what was counted."""
        within, before = queries.ask_subjects(question)
        return replace(amounts, subjects=renamed(within, self._heirs), subjects_before=renamed(before, self._heirs))

    @cached_property
    def _standing(self) -> Amounts:
        return renamed(queries.ask_standing(self._question), self._heirs)


def _where(rows: Rows, keep: Keep | None) -> Rows:
    return rows if keep is None else rows.where(keep)
