"""Whose facts an indicator reads, and of which months: the subtree of a period, cut to one definition."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from youju.indicators.indicator import LASTING, Indicator
from youju.lib.periods import Period
from youju.orgs.timeline import Span, Subtree


class Dated(Protocol):
    """A row of the ledger's answers, as far as it says whose it is and of when (yyyymm; 0: before the period)."""

    @property
    def unit(self) -> str: ...
    @property
    def period(self) -> int: ...


@dataclass(frozen=True, slots=True)
class CountedUnits:
    """whole: the units that count in every month. partly: those that count in some, each with these months.

    expected: the units that should have reported, for the least among them.
    """

    whole: frozenset[str]
    expected: frozenset[str] = frozenset()
    partly: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, indicator: Indicator, unit: str, subtree: Subtree, by_month: "CountedUnits") -> "CountedUnits":
        """Those that an indicator asks, of its scope and its kinds of unit. by_month: the subtree's."""
        if indicator.scope == "own":
            return cls(frozenset((unit,)), frozenset((unit,))).of_kinds(indicator, subtree)
        if indicator.shape in LASTING:  # goes along with the unit: whoever holds it at the end has all of it
            units = cls(frozenset(subtree.last), by_month.expected)
        elif indicator.shape == "min" and not indicator.over:  # what a unit did under another town is done
            units = cls(by_month.expected, by_month.expected)
        else:  # what happened stays with whom the unit was below in its month
            units = by_month
        return units.of_kinds(indicator, subtree)

    @classmethod
    def by_month(cls, subtree: Subtree, period: Period) -> "CountedUnits":
        """Every unit in the months in which it was there."""
        whole = {span.unit for span in subtree.spans if (span.first, span.last) == period.months}
        partly = _by_unit(span for span in subtree.spans if span.unit not in whole)
        return cls(frozenset(whole), frozenset(subtree.expected), partly)

    def counts(self, row: Dated) -> bool:
        return row.unit in self.whole or self.in_month(row.unit, row.period)

    def in_month(self, unit: str, month: int) -> bool:
        """Whether what a unit did in a month counts."""
        return unit in self.whole or any(span.first <= month <= span.last for span in self.partly.get(unit, ()))

    def of_kinds(self, indicator: Indicator, subtree: Subtree) -> "CountedUnits":
        """Those of the kinds of unit that an indicator asks."""
        if not indicator.unit_kind:
            return self
        wanted = {code for code, kind in subtree.units if kind in indicator.unit_kind}
        partly = {code: spans for code, spans in self.partly.items() if code in wanted}
        return CountedUnits(self.whole & wanted, self.expected & wanted, partly)


def _by_unit(spans: Iterable[Span]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        found[span.unit].append(span)
    return {code: tuple(own) for code, own in found.items()}
