"""A year and its parts: 上半年14次，下半年16次，全年30次; the four quarters and the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.intervals import Interval
from youju.claims.arithmetic.nouns import speaks_of
from youju.claims.arithmetic.quantity import add, alike, apart, exact, held, point, said, summable
from youju.claims.arithmetic.stretch import Stretch, span, spread
from youju.claims.reading import Claim

_SEASON = re.compile("([上下])半年|第?([一二三四1-4])季度")
_QUARTERS = str.maketrans("1234", "一二三四")
_WHOLE = (frozenset("上下"), frozenset("一二三四"))
_YEAR = re.compile("全年|全年度|年度|一年|年内")
_OTHERWISE = re.compile("去年|上年|前年|明年|同期|计划|目标|预计|力争|人均|平均|其中|每|前[一二三四1-4]|截至|累计")
# The same person or school may be there in both halves; what happens or is paid is counted once.
_STANDING = frozenset("人名位户所家个镇村校班支处项座")
_MOST = 12


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Compare the year's figure with those of its halves or quarters, where the sentence says them all."""
    labels = [stretch.label(index) for index in range(len(stretch.claims))]
    for index, total in enumerate(stretch.claims):
        if not _YEAR.search(labels[index]) or _SEASON.search(labels[index]) or _OTHERWISE.search(labels[index]):
            continue
        parts = _parts(stretch, labels, index)
        if parts and speaks_of(labels[index] + stretch.behind(total, 8), _around(stretch, parts)):
            yield from _compare(parts, total)


def _parts(stretch: Stretch, labels: list[str], at: int) -> list[Claim]:
    """Give the figures of the year's parts, each once and none left out; nothing where they are no whole year."""
    total = stretch.claims[at]
    if total.unit in _STANDING or not summable(total):
        return []
    parts: dict[str, Claim] = {}
    for index in range(max(0, at - _MOST), min(len(labels), at + _MOST)):
        season = _SEASON.findall(labels[index])
        claim = stretch.claims[index]
        if not season or not exact(claim) or not alike(claim.unit, total.unit):
            continue
        name = (season[-1][0] or season[-1][1]).translate(_QUARTERS)
        if len(season) > 1 or name in parts or _OTHERWISE.search(labels[index]):
            return []
        parts[name] = claim
    return list(parts.values()) if frozenset(parts) in _WHOLE else []


def _around(stretch: Stretch, parts: list[Claim]) -> str:
    first, last = parts[0], parts[-1]
    return stretch.before(first, 24) + stretch.between(first, last) + re.split("[，。；、]", stretch.behind(last, 8))[0]


def _compare(parts: list[Claim], total: Claim) -> Iterator[Finding]:
    values, stated = _sum(parts), held(total)
    if values is None or stated is None:
        return
    plain = sum((Fraction(part.value or 0) for part in parts), Fraction(0))
    words = f"{' + '.join(part.text for part in parts)} = {said(plain, *parts)}"
    code = "parts-differ" if apart(values, stated) else "parts-agree"
    yield found(code, spread(parts), span(total), sum=words, total=total.text)


def _sum(parts: list[Claim]) -> Interval | None:
    values = point(0)
    for part in parts:
        size = held(part)
        if size is None:
            return None
        values = add(values, size)
    return values
