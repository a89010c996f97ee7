"""Averages: 100所学校平均每校2篇，共200篇."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.quantity import above, alike, apart, exact, held, said, times
from youju.claims.arithmetic.rhythm import average
from youju.claims.arithmetic.stretch import Stretch, span
from youju.claims.reading import Claim

_EACH = re.compile(
    r"(平均)?(?:每([校所人名位户村镇乡班家期场次个]))(?:平均)?([^，。；、0-9]{0,6})$|(人均|户均|校均|村均|班均)([^，。；、0-9]{0,6})$"
)
_LEAST = re.compile("至少|不少于|不低于|不超过|最多|至多|以上|力争|计划|目标")
_COUNTED = {
    "校": "所个家", "所": "所", "人": "人名位", "名": "名", "位": "位", "户": "户", "村": "个村", "镇": "个镇",
    "乡": "个乡", "班": "个班", "家": "家", "期": "期", "场": "场", "次": "次", "个": "个",
}  # fmt: skip
_NOUNS = {
    "校": re.compile("学?校|园"),
    "村": re.compile("村"),
    "镇": re.compile("镇"),
    "乡": re.compile("乡"),
    "班": re.compile("班"),
}
_GIVEN = re.compile("发放|兑[付现]|支付|支出|补[贴助]|救助|奖励|资助|减免|拨付")
_TOTAL = re.compile("共|合计|总|累计|全年")
_NEIGHBOURS = 3


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Compare an average times a number with the total, where the sentence says all three."""
    for index, each in enumerate(stretch.claims):
        per = _EACH.search(stretch.gap(index)[-12:])
        if per is None or each.value is None or _LEAST.search(stretch.gap(index)[-12:]):
            continue
        near = [
            *stretch.claims[max(0, index - _NEIGHBOURS) : index],
            *stretch.claims[index + 1 : index + 1 + _NEIGHBOURS],
        ]
        counts = [claim for claim in near if _is_count(stretch, claim, (per[2] or per[4][0]))]
        totals = [
            claim for claim in near if claim not in counts and claim.unit == each.unit and claim.kind == each.kind
        ]
        if (
            len(counts) == len(totals) == 1
            and not any(_rivals(counts[0], claim) for claim in near)
            and _beside(stretch, counts[0], each, totals[0])
            and _belongs(stretch, each, totals[0], per)
        ):
            yield from _compare(per, counts[0], each, totals[0])


def _is_count(stretch: Stretch, claim: Claim, per: str) -> bool:
    if not exact(claim) or claim.kind != "count" or not any(alike(claim.unit, unit) for unit in _COUNTED[per]):
        return False
    noun = _NOUNS.get(per)
    return (
        noun is None
        or claim.unit not in ("个", "所", "家")
        or bool(noun.search(stretch.behind(claim, 6)) or claim.unit == "所")
    )


def _rivals(count: Claim, claim: Claim) -> bool:
    """Say whether a figure counts the same by another word (人 and 人次), so that either may be what was divided by."""
    return claim is not count and claim.kind == "count" and claim.unit[:1] == count.unit[:1] != "个"


def _beside(stretch: Stretch, count: Claim, each: Claim, total: Claim) -> bool:
    """Say whether no other figure stands between the number and the average, which could be its number."""
    low, high = sorted((count.start, each.start))
    return not any(low < claim.start < high and claim is not total for claim in stretch.claims)


def _belongs(stretch: Stretch, each: Claim, total: Claim, per: re.Match[str]) -> bool:
    """Say whether the total is of what the average is of: a word for it in common, or no word of its own."""
    own = (per[3] or per[5] or "").strip("为达约有")
    if total.start > each.start:
        words = stretch.between(each, total)
        return bool(_TOTAL.search(words)) and "其中" not in words and len(words) < 24
    words = stretch.before(total, 12)
    # What was raised or planned need not all be given out.
    if own == "" and each.unit.startswith("元") and not _GIVEN.search(words):
        return False
    return not own or any(own[at : at + 2] in words for at in range(len(own) - 1))


def _compare(per: re.Match[str], count: Claim, each: Claim, total: Claim) -> Iterator[Finding]:
    size, many, stated = average(each), held(count), held(total)
    if size is None or many is None or stated is None or size.low is None:
        return
    words = f"{count.text} × {each.text} = {said(Fraction(count.value or 0) * Fraction(each.value or 0), each, total)}"
    expected = times(size, many)
    averages = bool(per[1] or per[4]) or (each.value or 0) > 1
    if not apart(expected, stated):
        yield found("product-agrees", span(each), span(total), product=words, total=total.text)
    elif above(expected, stated) or averages:
        yield found("product-differs", span(each), span(total), product=words, total=total.text)
