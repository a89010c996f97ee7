"""Whether a figure of the ledger can be written as a text writes it."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from youju.claims.arithmetic.intervals import interval
from youju.claims.reading import Claim
from youju.indicators.figure import Figure

_NEARLY = re.compile("近|逼")
_AMONG_FIRST = re.compile(r"前(?![列茅])")

Hint = Literal["", "whole"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows of a figure, as exact as it can be: one value, or several (ranks, least and most).

    shown: the same as it is printed, from which people round on: 96.1494 is shown as 96.15 and written as 96.2.
    """

    values: tuple[Fraction, ...]
    shown: tuple[Fraction, ...] = ()
    rank: bool = False

    @classmethod
    def of(cls, figure: Figure, *, rank: bool) -> "Known":
        """A share or a mean is taken from its two sums, and hours from their minutes: nothing is lost by rounding."""
        if figure.value is None:
            return cls((), rank=rank)
        shown = tuple(
            Fraction(value) for value in (figure.value if isinstance(figure.value, tuple) else (figure.value,))
        )
        if figure.indicator.shape == "ratio" and figure.denominator:
            return cls((Fraction(100 * (figure.numerator or 0), figure.denominator),), shown, rank)
        if figure.numerator is not None and figure.indicator.shape in ("sum", "mean"):
            heads = (figure.denominator or 1) * figure.indicator.per
            return cls((Fraction(figure.numerator, heads),), shown, rank)
        return cls(shown, shown, rank)

    def over(self, many: Fraction) -> "Known":
        """The same counted in what is so many of what the ledger counts: 60 minutes are one hour."""
        return replace(self, values=_divided(self.values, many), shown=_divided(self.shown, many))


def _divided(values: tuple[Fraction, ...], many: Fraction) -> tuple[Fraction, ...]:
    return tuple(value / many for value in values)


def agrees(claim: Claim, known: Known) -> bool:
    """True where the claim can stand for what is known; never where nothing is known."""
    if not known.values:
        return False
    if known.rank:
        return _rank_agrees(claim, known.values)
    held = interval(claim)
    return held is not None and any(map(held.holds_all, (known.values, known.shown)))


def is_open(claim: Claim) -> bool:
    """Whether a claim says only how much it is at the least, or at the most."""
    held = interval(claim)
    return held is not None and None in (held.low, held.high)


def hint(claim: Claim, known: Known) -> Hint:
    """ "whole" where 近X was written although the ledger has X itself."""
    near = claim.approx == "under" and _NEARLY.search(claim.text)
    return "whole" if near and claim.value is not None and known.values == (Fraction(claim.value),) else ""


def _rank_agrees(claim: Claim, places: tuple[Fraction, ...]) -> bool:
    """Each place of a list is a claim of its own, so a set agrees where it has the place."""
    if claim.value is None:
        return False
    stated = Fraction(claim.value)
    if _AMONG_FIRST.search(claim.text):
        return min(places) <= stated
    return stated in places
