"""Quantities as intervals, and what can be added, multiplied and compared with what."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from youju.claims.arithmetic.intervals import Interval, interval, printed_step
from youju.claims.reading import Claim

_POINT = re.compile("[.．点]")
_ROUNDED_FROM = 100 * 10**8
_PEOPLE = frozenset(("人", "名", "位"))
_THINGS = frozenset("所家处项座支间站")
_NO_SUMS = frozenset(("岁", "周岁", "分", "度", "℃", "摄氏度", "年", "分贝"))
_MOST_PLACES = 6
_SIZES = ((10**8, "亿"), (10**4, "万"))


def exact(claim: Claim) -> bool:
    """Say whether a claim counts or measures something and says how much without 近 or 余."""
    return claim.approx == "exact" and claim.value is not None and claim.kind in ("count", "amount")


def summable(claim: Claim) -> bool:
    """Say whether a claim can be a part or a total."""
    return claim.kind in ("count", "amount") and claim.unit not in _NO_SUMS and "/" not in claim.unit


def whole(claim: Claim) -> bool:
    """Say whether nothing of a claim was rounded away.

    Counts are whole unless they are printed in 万 or with a point. So is money in whole 万元, as grants and budgets
    are given, and below a hundred 亿元; beyond that a whole 亿元 is rounded, and so are lengths, areas and weights.
    """
    if not exact(claim) or _POINT.search(claim.text) or claim.value is None:
        return False
    if claim.unit.startswith("元"):
        return "亿" not in claim.text or claim.value < _ROUNDED_FROM
    return claim.kind == "count" and printed_step(claim.text) == 1


def held(claim: Claim) -> Interval | None:
    """Give the values a claim may stand for."""
    if whole(claim):
        return point(claim.value or Decimal(0))
    return interval(claim)


def point(value: Decimal | Fraction | int) -> Interval:
    """Give the interval of one value."""
    return Interval(Fraction(value), Fraction(value))


def add(one: Interval, other: Interval) -> Interval:
    """Give what the sum of two quantities may be."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Interval(low, high, one.with_low and other.with_low, one.with_high and other.with_high)


def less(one: Interval, other: Interval) -> Interval:
    """Give what remains of one quantity without another."""
    low = None if one.low is None or other.high is None else one.low - other.high
    high = None if one.high is None or other.low is None else one.high - other.low
    return Interval(low, high, one.with_low and other.with_high, one.with_high and other.with_low)


def times(one: Interval, other: Interval) -> Interval:
    """Give what the product of two quantities, neither below zero, may be."""
    low = None if one.low is None or other.low is None else one.low * other.low
    high = None if one.high is None or other.high is None else one.high * other.high
    return Interval(low, high, one.with_low and other.with_low, one.with_high and other.with_high)


def above(one: Interval, other: Interval) -> bool:
    """Say whether all of one lies above all of the other."""
    if one.low is None or other.high is None:
        return False
    return one.low > other.high or (one.low == other.high and not (one.with_low and other.with_high))


def apart(one: Interval, other: Interval) -> bool:
    """Say whether two quantities cannot be equal."""
    return above(one, other) or above(other, one)


def alike(one: str, other: str) -> bool:
    """Say whether figures with these measure words may be added: 人 and 名, 所 and 个."""
    return any(_same(first, second) for first in _either(one) for second in _either(other))


def _either(unit: str) -> list[str]:
    """The measure words of 副（篇）, which counts in either."""
    return [word for word in re.split("[（(）)]", unit) if word] if unit else [unit]


def _same(one: str, other: str) -> bool:
    first, second = _family(one), _family(other)
    return first == second or ("个" in (first, second) and bool({first, second} & _THINGS))


def _family(unit: str) -> str:
    if unit in _PEOPLE:
        return "人"
    return (
        "元"
        if unit.startswith("元人")
        else unit.removesuffix("次") or unit
        if unit in ("场次", "期次", "批次")
        else unit
    )


def said(value: Fraction | Decimal, *like: Claim) -> str:
    """Print a value as its neighbours are printed, in 亿 or 万 where they are."""
    number = Fraction(value)
    for size, word in _SIZES:
        if number >= size and any("亿" in claim.text or "万" in claim.text for claim in like):
            return rounded(number / size, 4) + word
    return rounded(number, 4)


def rounded(value: Fraction, places: int) -> str:
    """Print a value of at most so many places, rounded half up."""
    number = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def share(part: Fraction, of: Fraction, places: int) -> str:
    """Print a percentage to so many places, rounded half up, without its sign."""
    value = 100 * part / of
    number = Decimal(value.numerator) / Decimal(value.denominator)
    printed = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    # All and none are never reached by rounding.
    if printed in (0, 100) and printed != number and places < _MOST_PLACES:
        return share(part, of, places + 1)
    return str(printed)


def places(text: str) -> int:
    """Count the places behind the point that a percentage prints."""
    step = printed_step(text)
    return min(len(str(step.denominator)) - 1, _MOST_PLACES) if step < 1 else 0


def span_of_whole(values: Interval | None, most: int) -> range | None:
    """Give the whole numbers that a quantity may be; None where there is no end to them."""
    if values is None or values.low is None or values.high is None or values.high > most:
        return None
    low, high = math.ceil(values.low), math.floor(values.high)
    low += not values.with_low and low == values.low
    high -= not values.with_high and high == values.high
    return range(max(low, 1), high + 1) if high >= max(low, 1) else None
