"""A candidate as an answer: with the figure of the unit and the months that the clause names."""

from collections.abc import Iterator

from youju.claims.candidates.candidate import Candidate
from youju.claims.context.qualifiers import Named
from youju.claims.judging.compare import Known, agrees, is_open
from youju.claims.judging.judge import Option
from youju.claims.lexicon.measure_words import in_words
from youju.claims.ranking.ledger import Ledger
from youju.claims.ranking.ranker import Ranked
from youju.claims.reading import Claim
from youju.indicators.figure import Figure
from youju.lib.periods import Period


def options(claim: Claim, ranked: Ranked, named: Named, ledger: Ledger) -> Iterator[Option]:
    """A candidate as the clause narrows it, and, where that differs, as it is for the whole unit and period."""
    one = ranked.candidate
    period = period_of(one, named, ledger.period)
    whole = ledger.figure(one, "", ledger.period)
    narrowed = ledger.figure(one, named.unit, period) if named.unit or period != ledger.period else whole
    if _sums(narrowed) == _sums(whole):  # all of the year's happened in that month
        yield _option(claim, ranked, whole, ranked.excluded)
        return
    yield _option(claim, ranked, narrowed, ranked.excluded)
    yield _option(claim, ranked, whole, excluded=True)


def _sums(figure: Figure) -> tuple[object, ...]:
    """What is at hand without asking for entries: a part of something that adds up to the whole is the whole."""
    return figure.value, figure.numerator, figure.denominator


def _option(claim: Claim, ranked: Ranked, figure: Figure, excluded: bool) -> Option:
    one = ranked.candidate
    known = Known.of(figure, rank=one.form == "rank").over(in_words(one.word, claim.unit))
    # Whatever is large enough agrees with 至少100人: no evidence that something else is meant.
    found = agrees(claim, known) and not (excluded and is_open(claim))
    return Option(one, figure, known, ranked.score, excluded, found, otherwise=ranked.otherwise)


def period_of(one: Candidate, named: Named, base: Period) -> Period:
    """The period that a candidate is asked for where the clause names one. base: the text's own."""
    if named.period is None:
        return base
    if one.monthless and named.period.kind != "year":
        return base if named.period.first.year == base.first.year else Period.year(named.period.first.year)
    return named.period
