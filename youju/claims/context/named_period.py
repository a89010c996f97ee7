"""The period that a sentence names before a claim, or brackets behind it: 去年, 11月份, 上半年, 截至12月10日."""

import re
from datetime import date

from youju.lib.periods import Period

LAST_YEAR = "(?:去年|上年|上一年度?|前一年)"
_MONTH = re.compile(r"(?<![0-9])(1[0-2]|0?[1-9])月|(十[一二]?|[一二三四五六七八九])月(?:份|底|初|中旬)?")
_YEAR = re.compile(rf"((?:19|20)[0-9]{{2}})(?:年|学年)|({LAST_YEAR})|(今年|本年)|全年|一年来|年内|累计|年度")
# From January on: 1—6月, 一至六月, 1月到6月.
_TO_DATE = re.compile(
    r"(?<![0-9十])(?:1|一)月?[-—–~～至到]{1,2}(?:(1[0-2]|[2-9])|(十[一二]?|[二三四五六七八九]))月(?:份|底|末)?"
)
_SCHOOL_YEAR = re.compile(r"(20[0-9]{2})年?[-—–~～/至到]{1,2}(?:20)?([0-9]{2})\s?学年度?")
_UP_TO = re.compile(r"截[至止]到?(?:(20[0-9]{2}|今)年)?(1[0-2]|[1-9])月(?:([1-3]?[0-9])[日号]|[底末份])?")
ANSWERED = re.compile(f"{_UP_TO.pattern}|{_TO_DATE.pattern}")
"""Times of more than one word that the ledger answers for certain; a school year is asked for and still said aloud."""
SOME_MONTHS = re.compile(r"(?<![0-9])(?:1[0-2]|[2-9])月?[-—–~～至到]{1,2}(?:1[0-2]|[3-9])月")
_HALVES = {"上半年": 6, "前三季度": 9, "一季度": 3}
_CHINESE = {name: number for number, name in enumerate((*"一二三四五六七八九十", "十一", "十二"), 1)}
# What a figure is compared with is not when it was.
_COMPARED = re.compile(
    rf"(?:比|较|与|对比)(?:{LAST_YEAR}|(?:19|20)[0-9]{{2}}年)|{LAST_YEAR}(?:同期(?!仅?[为是有])|相比)|同比|环比"
    rf"|(?:是|为|达|达到|相当于)(?:{LAST_YEAR}|(?:19|20)[0-9]{{2}}年)(?:同期)?的?$"
)
_ROSE_TO = re.compile("(?:增加|增长|提高|提升|上升|发展|扩大|下降|减少|降低|变|升|降)[到为至]")
# 市级以上媒体63篇，去年67篇；本地媒体97篇: a year right before another figure is of that one.
_ASIDE = re.compile("(?:同期)?(?:的|仅?为|仅?有|是|仅)?[0-9][0-9,.]*+(?![年月日季])")
_FROM = re.compile("[由从]$")
_REACH = 200  # characters before the claim; longer sentences are no sentences


def named_period(text: str, span: tuple[int, int], sentence: int, base: Period, bracketed: str = "") -> Period | None:
    """Another period than the text's own; None where none is named, or more than one month.

    span: the claim's. bracketed: what stands in brackets behind it.
    """
    before = text[max(sentence, span[0] - _REACH) : span[0]]
    if found := _named(bracketed, base) or _named(before, base):
        return found
    # 由16.62%降到16.01%: what something rose or fell from is the year before.
    rose = _FROM.search(before) and _ROSE_TO.match(text, span[1])
    return base.previous() if rose and base.kind == "year" else None


def _named(before: str, base: Period) -> Period | None:
    if found := _SCHOOL_YEAR.search(before):
        first = int(found[1])
        return Period.school_year(first) if (first + 1) % 100 == int(found[2]) else None
    year, reach = _year(before, base)
    if found := _UP_TO.search(before):
        return _up_to(found, year)
    behind = _still_said(before[reach:])
    if through := _TO_DATE.search(behind):
        return Period.to_date(Period.month(year, _month(through)).last)
    if SOME_MONTHS.search(behind):  # no period of the ledger; stray.py says so
        return None
    months = {_month(found) for found in _MONTH.finditer(behind)}
    if len(months) == 1:
        return Period.month(year, months.pop())
    for word, last in _HALVES.items():
        if word in behind:
            return Period.to_date(Period.month(year, last).last)
    return Period.year(year) if year != base.first.year else None


def tells_part_of_year(word: str) -> bool:
    """Whether a word tells a part of the year that the ledger can be asked for: 上半年, 十一月."""
    return word in _HALVES or _MONTH.fullmatch(word) is not None


def _still_said(words: str) -> str:
    """What is told of a part of the year ends with its part of the sentence: 其中上半年67条；… and …；上半年1处；…."""
    first, *rest = re.split("[；;]", words)
    return f"{first.split('其中')[0]}；{rest[-1]}" if rest else words


def _up_to(found: re.Match[str], year: int) -> Period:
    """截至12月10日 and 截至10月底 reach from New Year to that day; a day that no month has, to the month's last."""
    last = Period.month(int(found[1]) if (found[1] or "").isdecimal() else year, int(found[2])).last
    day = int(found[3] or last.day)
    return Period.to_date(date(last.year, last.month, min(max(day, 1), last.day)))


def _year(before: str, base: Period) -> tuple[int, int]:
    """The year last named, and where its words end: an earlier month is no longer meant behind them."""
    year, reach = base.first.year, 0
    for found in _YEAR.finditer(before):
        if _COMPARED.search(before, max(0, found.start() - 3), found.end() + 3):
            continue
        if found[2] and _ASIDE.match(before, found.end()):
            continue
        # 全年 and 累计 end an earlier month, but are of the year that was named.
        if found[1] or found[2] or found[3]:
            year = int(found[1]) if found[1] else base.first.year - bool(found[2])
        reach = found.end()
    if year < base.first.year and _ROSE_TO.search(before, reach):  # 由去年的80篇增加到93篇
        return base.first.year, len(before)
    return year, reach


def _month(found: re.Match[str]) -> int:
    return int(found[1]) if found[1] else _CHINESE[found[2]]
