"""Which percentages a number of people can give at all: 98.71% of thirty is none of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from fractions import Fraction

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.intervals import Interval, interval
from youju.claims.arithmetic.quantity import held, places, share, span_of_whole
from youju.claims.arithmetic.stretch import Stretch, span
from youju.claims.reading import Claim

_ASKED = re.compile(
    "(?:调查|测评|参评|受访|评议|访问|走访|问卷|抽查|抽样|抽检|检测|体检|测试|考试|考核|回访|征求)[^。]*(?:率|满意|认可|支持)"
)
_SCORED = re.compile("平均|综合|得分|指数|第三方|总体评价|上级|全[省国]|增|提高|下降|较|比")
_PEOPLE = frozenset("人名位户份件条所家")
_MOST_PEOPLE, _NEAR, _FEW = 20_000, 200, Fraction(1, 4)


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Say for each percentage of people who were asked whether their number can give it."""
    for index, percent in enumerate(stretch.claims):
        if index == 0 or percent.kind != "percent" or percent.unit != "%" or percent.approx != "exact":
            continue
        crowds = [claim for claim in stretch.claims[max(0, index - 4) : index] if _is_crowd(claim, percent)]
        if not crowds or _SCORED.search(stretch.gap(index)[-16:]):
            continue
        begin = max(stretch.start, crowds[0].start - 60)
        if _ASKED.search(stretch.text[begin : percent.start]):
            yield from _weigh(crowds, percent)


def _is_crowd(claim: Claim, percent: Claim) -> bool:
    near = percent.start - claim.end < _NEAR
    return near and claim.unit in _PEOPLE and claim.kind == "count" and 0 < (claim.value or 0) <= _MOST_PEOPLE


def _weigh(crowds: list[Claim], percent: Claim) -> Iterator[Finding]:
    stated = interval(percent)
    ranges = [numbers for crowd in crowds if (numbers := span_of_whole(held(crowd), _MOST_PEOPLE)) is not None]
    if stated is None or len(ranges) < len(crowds):
        return
    possible = [[count for count in numbers if _reaches(stated, count)] for numbers in ranges]
    people, numbers, few = crowds[-1], ranges[-1], possible[-1]
    params = {"people": people.text, "percent": percent.text}
    if not any(possible):
        params["nearest"] = _nearest(percent, numbers[-1])
        yield found("percent-impossible", span(people), span(percent), **params)
    elif len(crowds) == 1 and 0 < len(few) <= len(numbers) * _FEW:
        params |= {"possible": str(len(few)), "example": "、".join(map(str, few[-3:]))}
        yield found("percent-possible", span(people), span(percent), **params)


def _reaches(stated: Interval, count: int) -> bool:
    """Say whether some whole part of so many rounds to what is stated."""
    low = math.ceil((stated.low or 0) * count / 100)
    return any(stated.holds(Fraction(100 * part, count)) for part in (low, low + 1) if part <= count)


def _nearest(percent: Claim, count: int) -> str:
    part = math.floor(Fraction(percent.value or 0) * count / 100 + Fraction(1, 2))
    return f"{part}/{count} = {share(Fraction(part), Fraction(count), places(percent.text))}%"
