"""A change between two periods as the ledger has it.

The words name a figure as any claim does. It is asked for its period and for the one it is compared with; what lies
between the two is what the claim must agree with.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from youju.claims.arithmetic.intervals import printed_step
from youju.claims.context.qualifiers import Named
from youju.claims.judging.change import Change, Grown
from youju.claims.judging.compare import Known, agrees
from youju.claims.judging.judge import Option
from youju.claims.judging.options import period_of
from youju.claims.lexicon.measure_words import in_words
from youju.claims.ranking.ledger import Ledger
from youju.claims.ranking.ranker import Ranked
from youju.claims.reading import Claim
from youju.indicators.alike import comparable
from youju.lib.periods import Period

_PLACES = {"share": 1, "points": 2, "times": 2, "times more": 2}


def asked(claims: Sequence[Claim], index: int, change: Change) -> Claim:
    """The claim as if it stated the figure itself, so that the same words name the same candidates.

    A growth in percent has no measure word; that of the amount before it in the sentence is meant.
    """
    claim = claims[index]
    match change.sort:
        case "points":
            return claim._replace(kind="percent", unit="%")
        case "amount":
            return claim._replace(kind="count")
        case _:
            before = (one.unit for one in reversed(claims[:index]) if one.kind in ("count", "amount"))
            same = index and claims[index - 1].sentence == claim.sentence
            return claim._replace(kind="count", unit=next(before, "") if same else "")


def grown(claim: Claim, change: Change, ranked: Ranked, named: Named, ledger: Ledger) -> Option | None:
    """A candidate as an answer; None where it knows no such change, or the two are not compared."""
    one = ranked.candidate
    period = period_of(one, named, ledger.period)
    base = _base(period, change)
    if base is None or one.form != ("percent" if change.sort == "points" else "number"):
        return None
    now, before = ledger.figure(one, named.unit, period), ledger.figure(one, named.unit, base)
    if not comparable(now, before):
        return None
    known_now, known_before = Known.of(now, rank=False), Known.of(before, rank=False)
    by = _by(known_now.values, known_before.values, change)
    shown = _by(known_now.shown, known_before.shown, change)
    known = Known(() if by is None else (by,), () if shown is None else (shown,))
    if change.sort == "amount":
        known = known.over(in_words(one.word, claim.unit))
    # 翻一番 is twice, more or less; a change of 100 % is not all of something.
    meant = claim._replace(kind="ratio", approx="about" if claim.unit == "番" else claim.approx)
    told = Grown(change, before, by)
    return Option(one, now, known, ranked.score, ranked.excluded, agrees(meant, known), told)


def rounded(by: Fraction, claim: Claim, change: Change) -> Decimal | int:
    """A change for print: as many decimals as the claim has, and one or two at the least."""
    if by.denominator == 1:
        return int(by)
    places = max(_PLACES.get(change.sort, 0), len(str(printed_step(claim.text).denominator)) - 1)
    return (Decimal(by.numerator) / by.denominator).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _base(period: Period, change: Change) -> Period | None:
    if change.month_before:
        return period.previous() if period.kind == "month" else None
    year = change.year or period.first.year - 1
    if period.kind == "month":
        return Period.month(year, period.first.month)
    while period.first.year > year:
        period = period.previous()
    return period if period.first.year == year else None


def _by(now: Sequence[Fraction], before: Sequence[Fraction], change: Change) -> Fraction | None:
    """The change in the text's own direction; None where one of the two is missing, or is no basis."""
    if len(now) != 1 or len(before) != 1:
        return None
    more = (now[0] - before[0]) * (-1 if change.down else 1)
    if change.sort in ("amount", "points"):
        return more
    if before[0] == 0:
        return None
    return {"share": 100 * more, "times": now[0]}.get(change.sort, more) / before[0]
