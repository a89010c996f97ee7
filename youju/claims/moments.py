"""The period that a sentence names before a claim: 去年, 2024年, 11月份, 上半年."""

import re

from youju.lib.periods import Period

_MONTH = re.compile(r"(?<![0-9])(1[0-2]|0?[1-9])月|(十[一二]?|[一二三四五六七八九])月(?:份|底|初|中旬)?")
_YEAR = re.compile(
    r"((?:19|20)[0-9]{2})(?:年|学年)|(去年|上年|上一年度?|前一年)|(今年|本年|全年|一年来|年内|累计|年度)"
)
_HALVES = (("上半年", 6), ("前三季度", 9), ("一季度", 3))
_CHINESE = {name: number for number, name in enumerate((*"一二三四五六七八九十", "十一", "十二"), 1)}
_COMPARED = re.compile(r"(?:比|较|与)(?:去年|上年)|(?:去年|上年)(?:同期|相比)|比上年|较上年|同比|环比")
_REACH = 200  # characters before the claim; longer sentences are no sentences


def named_period(text: str, start: int, sentence: int, base: Period) -> Period | None:
    """Another period than the text's own; None where none is named, or more than one month."""
    before = text[max(sentence, start - _REACH) : start]
    year, reach = _year(before, base)
    behind = before[reach:]
    months = {_month(found) for found in _MONTH.finditer(behind)}
    if len(months) == 1:
        return Period.month(year, months.pop())
    for word, last in _HALVES:
        if word in behind:
            return Period.to_date(Period.month(year, last).last)
    return Period.year(year) if year != base.first.year else None


def _year(before: str, base: Period) -> tuple[int, int]:
    """The year last named, and where its words end: an earlier month is no longer meant behind them."""
    year, reach = base.first.year, 0
    for found in _YEAR.finditer(before):
        if _COMPARED.search(before, max(0, found.start() - 2), found.end() + 2):
            continue
        year = int(found[1]) if found[1] else base.first.year - 1 if found[2] else base.first.year
        reach = found.end()
    return year, reach


def _month(found: re.Match[str]) -> int:
    return int(found[1]) if found[1] else _CHINESE[found[2]]
