"""Growth inside the text: 由120次增加到150次，增长25%; 150次，比上年增加30次，增长25%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from youju.claims.arithmetic.directions import DOWN, UP, is_down
from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.intervals import Interval, interval
from youju.claims.arithmetic.nouns import speaks_of
from youju.claims.arithmetic.quantity import add, alike, apart, held, less, places, said, share
from youju.claims.arithmetic.stretch import Stretch, last_clause, span
from youju.claims.reading import Claim

_FROM = re.compile("(?:由|从)[^，。；、]{0,14}$")
_TO = re.compile(rf"^[^，。；0-9]{{0,8}}?(?:{UP}|{DOWN})(?:到了?|至|为)[^，。；0-9]{{0,4}}$")
_LAST_YEAR, _THIS_YEAR = (
    re.compile("(?:去年|上年)[^，。；]{0,10}$"),
    re.compile(r"^[^，。；0-9]{0,6}，(?:今年|本年)[^，。；0-9]{0,8}$"),
)
_YEAR_BEFORE = re.compile(r"^[^，。；0-9]{0,6}[，,、（(]而?(?:去年|上年)(?:同期)?[^，。；0-9]{0,8}$")
_PAST = re.compile("去年|上年|前年|同期")
_MORE_THAN = re.compile(
    r"^[^。；0-9]{0,12}?[，,（(]?(?:同比|[比较](?:上年|去年|上年同期|去年同期|同期|年初|前一年)的?)(?:净)?(增加|增长|增|多|减少|下降|减|少)了?$"
)
_THAN = re.compile(r"^[^。；0-9]{0,12}?[，,（(]?[比较](?:上年|去年|上年同期|去年同期)的?$")
_CHANGE = re.compile(
    rf"^[^，。；、（）()0-9]{{0,6}}[，,、（(]?(?:[与比较和同](?:上年|去年|上年同期|去年同期|同期)?(?:相比)?)?(?:同比|净|共|整整|实际)?"
    rf"({UP}|{DOWN}|增幅|降幅|涨幅|增速)(?:了|达到?|为|率为|率达|幅度为?|幅度达)?$"
)
_OTHER_BASE = re.compile("可比|同口径|不变价|扣除|剔除|年均|环比|每年|平均|预计|目标|力争|计划")


class Change(NamedTuple):
    """From what to what: the claim that stands for the change, its size, and what it grew from and to."""

    claim: Claim
    before: Interval
    after: Interval
    words: str


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Compare each stated growth with the figures it is the growth of."""
    claims = stretch.claims
    for index in range(len(claims) - 2):
        one, other, stated = claims[index : index + 3]
        if one.kind == "rank" or not alike(one.unit, other.unit) or one.kind != other.kind:
            continue
        change = _CHANGE.match(stretch.gap(index + 2))
        if change is None or _OTHER_BASE.search(stretch.text[one.start - 12 if one.start > 12 else 0 : stated.start]):
            continue
        read = _change(stretch, index)
        if read is not None:
            yield from _compare(read, stated, down=is_down(change[1]))


def _change(stretch: Stretch, index: int) -> Change | None:
    """Read what the two claims from `index` on say of growth."""
    one, other = stretch.claims[index : index + 2]
    first, second = held(one), held(other)
    if first is None or second is None or one.approx != "exact" or other.approx != "exact":
        return None
    gap, before = stretch.gap(index + 1), stretch.before(one, 20)
    if (_TO.match(gap) and _FROM.search(last_clause(before))) or (
        _THIS_YEAR.match(gap) and _LAST_YEAR.search(last_clause(before))
    ):
        return Change(other, first, second, f"{one.text} → {other.text}")
    if _THAN.match(gap) or (_YEAR_BEFORE.match(gap) and _is_the_same(stretch, index)):
        return Change(one, second, first, f"{other.text} → {one.text}")
    more = _MORE_THAN.match(gap)
    if more is None or one.value is None or other.value is None:
        return None
    fewer = more[1] in ("减少", "下降", "减", "少")
    earlier = add(first, second) if fewer else less(first, second)
    value = one.value + other.value if fewer else one.value - other.value
    if value <= 0:
        return None
    return Change(one, earlier, first, f"{said(value, one, other)} → {said(one.value, one, other)}")


def _is_the_same(stretch: Stretch, index: int) -> bool:
    """Say whether a figure and the one behind it, of the year before, count the same: 今年办结86件，去年办结72件."""
    label = stretch.label(index)
    return not _PAST.search(label) and speaks_of(stretch.label(index + 1), label)


def _compare(change: Change, stated: Claim, *, down: bool) -> Iterator[Finding]:
    value = interval(stated) if stated.kind in ("percent", "ratio") else held(stated)
    if value is None or stated.approx != "exact" or not change.before.low or change.before.low <= 0:
        return
    counted = list(_counted(change, stated, down=down))
    if not counted:
        return
    code = "growth-differs" if all(apart(size, value) for size, _ in counted) else "growth-agrees"
    params = {"change": f"{change.words}：{counted[0][1]}", "stated": stated.text}
    yield found(code, span(change.claim), span(stated), **params)


def _counted(change: Change, stated: Claim, *, down: bool) -> Iterator[tuple[Interval, str]]:
    """Give what the change comes to in the stated measure; of percentages, points are meant by many who write %."""
    before, after = (change.after, change.before) if down else (change.before, change.after)
    difference = less(after, before)
    base = change.before
    if difference.low is None or difference.high is None or base.low is None or base.high is None:
        return
    middle = (difference.low + difference.high) / 2
    percents = change.claim.kind == "percent"
    if percents and stated.kind == "percent":
        yield difference, f"{said(middle)}个百分点"
        if stated.unit != "%":
            return
    if not percents and alike(stated.unit, change.claim.unit):
        yield difference, f"{said(middle, change.claim)}{change.claim.unit}"
    elif stated.unit == "%":
        whole = (base.low + base.high) / 2
        size = Interval(100 * difference.low / base.high, 100 * difference.high / base.low)
        yield _ordered(size), f"{share(middle, whole, max(places(stated.text), 0))}%"
    elif stated.unit == "倍" and not down:
        size = Interval(difference.low / base.high, difference.high / base.low)
        yield _ordered(size), f"{said(middle / ((base.low + base.high) / 2))}倍"


def _ordered(size: Interval) -> Interval:
    low, high = Fraction(size.low or 0), Fraction(size.high or 0)
    return Interval(min(low, high), max(low, high))
