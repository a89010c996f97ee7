"""The ledger as one text asks it."""

from functools import cached_property

from youju.claims.candidates.candidate import Candidate
from youju.claims.context.places import BELOW
from youju.claims.ranking.notes import Pending
from youju.claims.ranking.vocabulary import vocabulary
from youju.indicators.answers import Answers
from youju.indicators.figure import Figure
from youju.indicators.figures import answers
from youju.ledger.reading import entries_by_seq
from youju.lib.periods import Period
from youju.orgs.tree import find_unit, home_unit, subtree
from youju.orgs.units import Unit, UnitKind


class Ledger:
    """The ledger as one text asks it: its unit and period, and other ones where a clause names them.

    A text of a school or a town is told nothing of any unit but itself and those below it, not even that others have
    a figure of some sort: whoever guesses their numbers learns nothing by it.
    """

    def __init__(self, unit: Unit, period: Period, size: int) -> None:
        self.unit, self.period, self.size = unit, period, size
        self.head = bytes(entries_by_seq([size - 1])[size - 1].leaf) if size else b""
        self.vocabulary = vocabulary(self.head, size, period, _alone(unit, period))
        self._asked: dict[tuple[str, Period, bool], Answers] = {}

    def figure(self, one: Candidate, unit: str, period: Period) -> Figure:
        """The figure of a candidate for a unit and a period."""
        # Of a month that a clause names only what happened in it: what stands would be asked of all the years before.
        happened = period.kind == "month" and period != self.period and not one.monthless
        key = unit or self.unit.code, period, happened
        if key not in self._asked:
            asked = find_unit(unit) if unit else self.unit
            indicators = [each.indicator for each in self.vocabulary.candidates if not (happened and each.monthless)]
            self._asked[key] = answers(asked, period, size=self.size, indicators=indicators)
        return self._asked[key].figure(one.indicator)

    def candidate(self, target: str) -> Candidate | None:
        """The candidate of an indicator's or a cell's code; None where the ledger holds none of the kind."""
        return self._by_target.get(target)

    @cached_property
    def _by_target(self) -> dict[str, Candidate]:
        return {one.indicator.code: one for one in self.vocabulary.candidates}

    @cached_property
    def pending(self) -> Pending:
        """What is submitted and not verified."""
        return Pending(subtree(self.unit, self.period).codes, self.period)


def _alone(unit: Unit, period: Period) -> tuple[str, ...]:
    """The codes of a unit and of those below it; none for the bureau and what is above it, whose texts speak of all."""
    foreign = unit.kind in BELOW or (unit.kind == UnitKind.COUNTY and unit != home_unit())
    return tuple(subtree(unit, period).codes) if foreign else ()
