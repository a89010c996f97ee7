"""Rhythms: 每月 … 全年12次, 平均每季度2期 … 全年8期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.intervals import Interval
from youju.claims.arithmetic.nouns import speaks_of
from youju.claims.arithmetic.quantity import above, apart, held, point, rounded, times
from youju.claims.arithmetic.stretch import Stretch, span
from youju.claims.reading import Claim

_RHYTHM = re.compile(
    "(平均)?每(两个月|两月|个?月|个?季度?|半年|学期|半个?月|两周|旬|个?星期|周|学年)(?![报刊人末])"
    "(?!(?<=[周期])[一二三四五六日](?![次场期回节堂]))"  # 每周三 is a day, 每周三次 is not
)
_TIMES = {
    "两个月": 6, "两月": 6, "月": 12, "季度": 4, "季": 4, "半年": 2, "学期": 2, "半月": 24, "两周": 26, "旬": 36,
    "星期": 52, "周": 52, "学年": 1,
}  # fmt: skip
_WEEKS, _TEACHING_WEEKS = Fraction(53), Fraction(36)
_OCCURRENCES = frozenset(("次", "场", "期", "回", "轮", "节", "堂", "篇", "条", "场次", "批", "趟", "课"))
_YEARLY = re.compile("全年|一年|年内|今年|本年|共|累计|总计|合计")
_PART_OF_YEAR = re.compile(
    "以来|截至|截止|至今|上半年|下半年|前[一二三四五六七八九十0-9]+个?[季月]|[一二三四]季度|学期|[0-9]+个月|月起|[0-9一二三四五六七八九十]+月份?(?:[开起至到—-]|底)|汛期|期间|暑|寒假"
)
_MANY = re.compile("各|每[个所家名位村校镇乡站户人支]|全体|所有|均|分别|[0-9一二三四五六七八九十百]+[个所家支]")
_LEAST = re.compile("至少|不少于|不低于|以上|原则上|[一1]至|最少|确保")
_LONGEST = 60
_COUNTED_BELOW = 10


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Compare what happens by rhythm with the year's number of it in the same sentence."""
    for rhythm in _RHYTHM.finditer(stretch.text, stretch.start, min(stretch.end, stretch.start + 2000)):
        behind = [claim for claim in stretch.claims if rhythm.end() <= claim.start < rhythm.end() + 2 * _LONGEST][:4]
        each = _each(stretch, rhythm, behind)
        for total in behind:
            if total is not each and _is_total(stretch, rhythm, each, total):
                yield from _compare(stretch, rhythm, each, total)
                break


def _each(stretch: Stretch, rhythm: re.Match[str], behind: list[Claim]) -> Claim | None:
    """Give the figure that says how often each time: 每月2次."""
    if not behind:
        return None
    words = stretch.text[rhythm.end() : behind[0].start]
    beside = not re.search("[，。；]", words) and not _YEARLY.search(words) and behind[0].unit in _OCCURRENCES
    return behind[0] if beside else None


def _is_total(stretch: Stretch, rhythm: re.Match[str], each: Claim | None, total: Claim) -> bool:
    """Say whether a claim counts the year's occurrences of what happens by rhythm."""
    said = stretch.text[max(rhythm.end(), each.end if each else 0) : total.start]
    own = re.split("[，。；]", said)[-1]
    if total.unit not in _OCCURRENCES or not _YEARLY.search(own) or _PART_OF_YEAR.search(_around(stretch, rhythm)):
        return False
    if each is not None and each.unit != total.unit:
        return False
    noun = re.split("[，。；、]", stretch.behind(total, 12))[0]
    return speaks_of(own + noun, stretch.text[rhythm.end() : total.start][: (len(said) and -len(own)) or None])


def _around(stretch: Stretch, rhythm: re.Match[str]) -> str:
    words = stretch.text[max(stretch.start, rhythm.start() - _LONGEST) : min(stretch.end, rhythm.end() + 2 * _LONGEST)]
    return words.replace(rhythm[0], "")


def _compare(stretch: Stretch, rhythm: re.Match[str], each: Claim | None, total: Claim) -> Iterator[Finding]:
    many = _TIMES[rhythm[2].replace("个", "") if rhythm[2] != "两个月" else rhythm[2]]
    size, stated = _size(rhythm, each), held(total)
    if size is None or size.low is None or stated is None:
        return
    expected = times(size, point(many))
    end = each.end if each else _up_to_comma(stretch, rhythm.end())
    words = stretch.text[rhythm.start() : end]
    each_time = Fraction(each.value or 0) if each else Fraction(1)
    params = {"rhythm": words, "expected": rounded(each_time * many, 2) + total.unit, "total": total.text}
    place = (rhythm.start(), end)
    if many in (52, 26):
        weekly = Interval(
            size.low * many * _TEACHING_WEEKS / 52, None if size.high is None else size.high * many * _WEEKS / 52
        )
        if above(weekly, stated):
            yield found("rhythm-differs", place, span(total), **params)
        elif stated.low is not None and not above(expected, stated) and not above(stated, weekly):
            yield found("rhythm-agrees", place, span(total), **params)
        return
    least = each is None or each.value == 1 or _LEAST.search(words) or each.approx != "exact"
    plural = _MANY.search(stretch.text[max(stretch.start, rhythm.start() - 12) : total.start])
    if not apart(expected, stated):
        if plural and total.value != each_time * many:
            return
        yield found("rhythm-agrees", place, span(total), **params)
    elif above(expected, stated) or not (least or plural) or rhythm[1]:
        yield found("rhythm-differs", place, span(total), **params)


def _up_to_comma(stretch: Stretch, at: int) -> int:
    end = at
    while end < min(stretch.end, at + 12) and "\u4e00" <= stretch.text[end] <= "\u9fff":
        end += 1
    return end


def _size(rhythm: re.Match[str], each: Claim | None) -> Interval | None:
    """Give how often each time; an average below ten that prints no decimals was counted, not rounded."""
    if each is None:
        return point(1)
    return average(each) if rhythm[1] else held(each)


def average(each: Claim) -> Interval | None:
    """Give the values an average may stand for."""
    value = each.value or 0
    counted = each.approx == "exact" and value == int(value) and value < _COUNTED_BELOW and "." not in each.text
    if counted:
        return point(value)
    half = Fraction(1, 2)
    whole = held(each)
    if whole is not None and whole.low is not None and whole.low == whole.high and value < 1000:
        return Interval(whole.low - half, whole.low + half, with_high=False)
    return whole
