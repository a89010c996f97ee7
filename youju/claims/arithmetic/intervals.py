"""The values that a claim may stand for: each way of writing is an interval.

A claim is wrong only where what is known of it, from the ledger or from the text's own sums, cannot be rounded to it.
"""

import re
from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from youju.claims.reading import Claim

_NEAR = Fraction(9, 10)  # 近百 begins at 90
_ABOUT = Fraction(5, 100)  # 约百 is 95 to 105
_SOME = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_VAGUE = re.compile(r"[数几]([十百千万亿]+)")
_MORE = re.compile("[余几]|(?<!之)多(?!于)")
_BEYOND = re.compile("超|突破|逾|[多高大]于")
_AT_MOST = re.compile("以内|以下|不超过|不高于|至多|最多")
_BELOW = re.compile("不足|不到|少于|低于")
_NEARLY = re.compile("近|逼")
_DECIMALS = re.compile(r"(?:[0-9]\.([0-9]+))|点([〇零一二三四五六七八九]+)")
_TENTHS = re.compile(r"成(?![一二三四五六七八九])|一半|半数")


class Interval(NamedTuple):
    """From low to high; None is no bound. The ends belong to it as their flags say."""

    low: Fraction | None
    high: Fraction | None
    with_low: bool = True
    with_high: bool = True

    def holds(self, value: Fraction) -> bool:
        """Whether the value lies inside."""
        above = self.low is None or value > self.low or (self.with_low and value == self.low)
        below = self.high is None or value < self.high or (self.with_high and value == self.high)
        return above and below

    def holds_all(self, values: Collection[Fraction]) -> bool:
        """Whether there are values, and all of them lie inside."""
        return bool(values) and all(map(self.holds, values))


def interval(claim: Claim) -> Interval | None:
    """The values that a claim which is no rank may stand for, ‰ as %; None where it names no size at all."""
    held = _as_written(claim)
    if held is None or claim.unit != "‰":
        return held
    low, high = (end if end is None else end / 10 for end in (held.low, held.high))
    return held._replace(low=low, high=high)


def _as_written(claim: Claim) -> Interval | None:
    if claim.approx == "tens" or claim.value is None:
        return _vague(claim.text)
    value = Fraction(claim.value)
    match claim.approx:
        case "under":
            return _under(claim.text, value)
        case "over":
            more = _MORE.search(claim.text)
            if more:
                return Interval(value, value + _last_step(value), False, False)
            return Interval(value, None, with_low=not _BEYOND.search(claim.text))
        case "about":
            return Interval(value * (1 - _ABOUT), value * (1 + _ABOUT))
        case _:
            return _rounded(claim, value)


def _under(text: str, value: Fraction) -> Interval:
    if _AT_MOST.search(text):
        return Interval(None, value)
    if not _BELOW.search(text) and not _NEARLY.search(text):  # the upper end of a range: 3至5次
        return Interval(None, value)
    # 近X may be X itself, with a hint; 不足X may not.
    return Interval(value * _NEAR, value, with_high=not _BELOW.search(text))


def _rounded(claim: Claim, value: Fraction) -> Interval:
    # All and none are statements of their own: nothing is rounded to them.
    if claim.kind == "percent" and value in (0, 100):
        return Interval(value, value)
    half = printed_step(claim.text) / 2
    return Interval(value - half, value + half, with_high=False)


def printed_step(text: str) -> Fraction:
    """One unit of the last place that is printed: 98.7% → 1/10, 1.2万 → 1000, 八成 → 10."""
    if _TENTHS.search(text):
        return Fraction(10)
    found = _DECIMALS.search(text)
    places = len(found[1] or found[2]) if found else 0
    scale = 100_000_000 if "亿" in text else 10_000 if "万" in text else 1
    return Fraction(scale, 10**places)


def _last_step(value: Fraction) -> Fraction:
    """The size of the last digit that is not zero: 120 → 10, 1000 → 1000, 1.5 → 1/10."""
    step = Fraction(1)
    while (value / step).denominator != 1:
        step /= 10
    while value and (value / (step * 10)).denominator == 1:
        step *= 10
    return step


def _vague(text: str) -> Interval | None:
    found = _VAGUE.search(text)
    if found is None:
        return None
    size = Fraction(1)
    for sign in found[1]:
        size *= _SOME[sign]
    return Interval(2 * size, 10 * size, with_high=False)
