"""The decision: text alone ranks; a value never lifts a candidate to green, it may only move green to amber."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from youju.claims.candidates.candidate import Candidate
from youju.claims.judging.change import Grown
from youju.claims.judging.compare import Known
from youju.claims.judging.verdict import Verdict
from youju.indicators.figure import Figure


class Bounds(NamedTuple):
    """Fitted on one half of the generated sets and printed with the other by tests/bench/bench_check.py."""

    threshold: float = 0.5  # below it the words do not name the candidate
    margin: float = 0.05  # closer than this, two candidates are equally meant
    plausible: float = 0.4  # what another definition must reach to explain a value
    explained: float = 0.4  # the threshold where no word beside the number is foreign to the candidate
    apart: float = 0.1  # and the margin there
    near: float = 0.3  # how far behind one that leaves no word over may be meant instead of one that does

    def where_all_is_explained(self) -> "Bounds":
        """The bounds for a claim with no words that belong to no figure."""
        return self._replace(threshold=self.explained, margin=self.apart)


BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate as an answer to one claim.

    excluded: the claim's words name another level or period; it can explain, but not support. otherwise: they name it,
    but it counts persons, and they attendances, or it is the least of units, and they speak of each person. grown:
    where the claim states a change; known is then that change, and figure where it led to.
    """

    candidate: Candidate
    figure: Figure
    known: Known
    score: float
    excluded: bool
    agrees: bool
    grown: Grown | None = None
    otherwise: bool = False


class Judgement(NamedTuple):
    """The verdict, the option it speaks of, and what makes it doubtful: another option, or words beside the claim."""

    verdict: Verdict
    option: Option | None = None
    other: Option | None = None
    unexplained: tuple[str, ...] = ()

    def beside(self, unexplained: tuple[str, ...]) -> "Judgement":
        """The same in the presence of words that belong to no figure: no longer for certain."""
        if not unexplained or self.verdict not in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
            return self
        return self._replace(verdict=Verdict.AMBIGUOUS, unexplained=unexplained)

    def doubted(self) -> "Judgement":
        """The same where the words alone would not have chosen the option: it contradicts nothing."""
        return self._replace(verdict=Verdict.AMBIGUOUS) if self.verdict is Verdict.CONTRADICTED else self


def explained_first(
    options: Sequence[Option], unexplained: Callable[[Option], Collection[str]], bounds: Bounds = BOUNDS
) -> list[Option]:
    """Of options near one another, those that explain every word beside the claim come before the others.

    报送信息被采用 says something that 报送 leaves over, and 采用 does not. unexplained: the words one leaves over.
    """
    meant = [one for one in options if not one.excluded]
    near = [one for one in meant if meant[0].score - one.score < bounds.near and one.score >= bounds.explained]
    left = [one for one in near if unexplained(one)] if len(near) > 1 else []
    if len(left) == len(near):
        return list(options)
    first = next(one for one in near if one not in left).score - 2 * bounds.apart
    behind = [replace(one, score=min(one.score, first)) if one in left else one for one in options]
    return sorted(behind, key=lambda one: -one.score)


def judge(options: Sequence[Option], bounds: Bounds = BOUNDS) -> Judgement:
    """Decide over options in the order of their scores, best first."""
    best = next((one for one in options if not one.excluded and one.score >= bounds.threshold), None)
    if best is None:
        return _without_best(options, bounds)
    explains = next((one for one in options if one.agrees and one.score >= bounds.plausible and one is not best), None)
    if not best.known.values:
        other = explains or _whole_of(best, options)
        return Judgement(Verdict.AMBIGUOUS if other else Verdict.UNSUPPORTED, best, other)
    rival = _rival(best, options, bounds)
    if best.agrees:
        return Judgement(Verdict.AMBIGUOUS if rival else Verdict.SUPPORTED, best, rival)
    doubt = explains or rival
    return Judgement(Verdict.AMBIGUOUS if doubt else Verdict.CONTRADICTED, best, doubt)


def _without_best(options: Sequence[Option], bounds: Bounds) -> Judgement:
    """Nothing is named; the value may still come from what the words exclude, or the same may be counted otherwise."""
    for one in options:
        explains = one.agrees or (one.otherwise and one.known.values)
        if one.excluded and explains and one.score >= bounds.threshold:
            return Judgement(Verdict.AMBIGUOUS, None, one)
    return Judgement(Verdict.UNSUPPORTED)


def _whole_of(best: Option, options: Sequence[Option]) -> Option | None:
    """The same figure of the text's own unit and period, where a unit or a month of it is named that has nothing.

    Another year that has nothing is no part of it: there the ledger is silent.
    """
    part = best.figure.period
    for one in options:
        period = one.figure.period
        if one.candidate == best.candidate and one.known.values and period.first <= part.first <= period.last:
            return one
    return None


def _rival(best: Option, options: Sequence[Option], bounds: Bounds) -> Option | None:
    """Another candidate that the words mean as much, with another value."""
    for one in options:
        close = one is not best and not one.excluded and best.score - one.score < bounds.margin
        if (
            close
            and not _is_part_of(best.candidate, one.candidate)
            and one.known.values
            and one.known.values != best.known.values
        ):
            return one
    return None


def _is_part_of(part: Candidate, whole: Candidate) -> bool:
    """Whether the words that put one first make it a part of the other: 特殊教育在校生 of all 在校学生."""
    own, others = set(part.indicator.category), set(whole.indicator.category)
    return part.measure == whole.measure and bool(own) and own != others and (not others or own < others)
