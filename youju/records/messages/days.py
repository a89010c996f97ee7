"""The days that a group message speaks of: written out, or told from the day on which it is read."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from youju.lib.numerals import parse_numeral
from youju.lib.sheets import Unread, as_date
from youju.records.messages.reading import even


class FoundDay(NamedTuple):
    """A day, or the first and last of several (both inclusive), and the part of the message that says so."""

    first: date
    last: date
    start: int
    end: int


# A day without a year is of this year, unless it were further ahead than anybody announces: then it was last year's.
_AHEAD = timedelta(days=60)
_CHINESE = "〇零○一二三四五六七八九十"
_WRITTEN = re.compile(
    rf"\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?[日号]|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}\s?月\s?\d{{1,2}}(?:\s?[日号]|(?=\s?[-—–~至到]))"
    rf"|(?:[{_CHINESE}]{{4}}年)?[{_CHINESE}]{{1,2}}月[{_CHINESE}]{{1,3}}[日号]"
)
_AT_BEGINNING = re.compile(r"(?:^|(?<=\n))\s*(\d{1,2})\.(\d{1,2})(?=[\s一-鿿])(?!\s*[万亿米公元%个小分])")
_UNTIL = re.compile(r"\s?(?:[-—–~]{1,2}|至|到)\s?(?:(\d{1,2})\s?月)?\s?(\d{1,2})\s?[日号]")
_SPOKEN = re.compile(r"(大前|前|昨|今|当)(?:天|日|晚|早)")
_WEEKDAY = re.compile(r"(上上|上|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])")
_OF_MONTH = re.compile(r"(本|上个?|这个)月\s?(\d{1,2})\s?[日号]")
_DAY_ALONE = re.compile(r"(?:^|(?<=[\n，。；,;\s]))(\d{1,2})[日号](?=[一-鿿，,\s])(?![至到])")
_AGO = {"大前": 3, "前": 2, "昨": 1, "今": 0, "当": 0}
# A day that is not when it happened: one by which, one of a document, one inside a title or a name.
_NOT_OF_IT = re.compile(r"\s?(?:之?前|以前|截止|印发|发布的?通知)")


def find_day(text: str, today: date) -> FoundDay | None:
    """The first day that the message says something happened on. today: when the message is read."""
    found = sorted(_all(even(text), today), key=lambda day: (day.start, -day.end))
    return next(iter(found), None)


def _all(text: str, today: date) -> Iterator[FoundDay]:
    for match in _WRITTEN.finditer(text):
        if (day := _written(match[0], today)) and not _is_beside(text, match):
            last, end = _last(text, match.end(), day)
            yield FoundDay(day, last, match.start(), end)
    for match in _AT_BEGINNING.finditer(text):
        if day := _day(today.year, int(match[1]), int(match[2]), today):
            yield FoundDay(day, day, match.start(1), match.end())
    for match, day in _told(text, today):
        yield FoundDay(day, day, match.start(), match.end())


def _written(text: str, today: date) -> date | None:
    """A day of a full writing; one without a year is of the year that it must have been."""
    text = text if text[-1] in "日号" or not re.search("月", text) else f"{text}日"
    try:
        day = as_date(text, year=today.year)
    except Unread:
        return None
    if day and not re.match(r"\d{4}|[〇零○一二三四五六七八九]{4}年", text):
        return _not_ahead(day, today)
    return day


def _told(text: str, today: date) -> Iterator[tuple[re.Match[str], date]]:
    for match in _SPOKEN.finditer(text):
        yield match, today - timedelta(days=_AGO[match[1]])
    for match in _WEEKDAY.finditer(text):
        yield match, _weekday(match[1] or "", "一二三四五六日".find(match[2].replace("天", "日")), today)
    for match in _OF_MONTH.finditer(text):
        if day := _in_month(int(match[2]), today, back=match[1].startswith("上")):
            yield match, day
    for match in _DAY_ALONE.finditer(text):
        if day := _in_month(int(match[1]), today, back=int(match[1]) > today.day):
            yield match, day


def _weekday(which: str, weekday: int, today: date) -> date:
    """上周五 is of the week before, 本周五 of this one, 周五 alone the last that has been."""
    if not which:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    weeks = {"上": 1, "上上": 2}.get(which, 0)
    return today - timedelta(days=today.weekday() - weekday + 7 * weeks)


def _in_month(number: int, today: date, *, back: bool) -> date | None:
    month = today.replace(day=1) - timedelta(days=1) if back else today
    return _safe(month.year, month.month, number)


def _last(text: str, end: int, first: date) -> tuple[date, int]:
    """The last of several days, 3月5日至7日, and where it ends; the first again where there is but one."""
    match = _UNTIL.match(text, end)
    if match is None:
        return first, end
    month = int(parse_numeral(match[1]) or 0) if match[1] else first.month
    last = _safe(first.year + (month < first.month), month, int(match[2]))
    return (last, match.end()) if last and last >= first else (first, end)


def _is_beside(text: str, match: re.Match[str]) -> bool:
    inside = any(text.rfind(opening, 0, match.start()) > text.rfind(closing, 0, match.start())
                 for opening, closing in ("《》", "“”"))  # fmt: skip
    return inside or bool(_NOT_OF_IT.match(text, match.end()))


def _day(year: int, month: int, number: int, today: date) -> date | None:
    day = _safe(year, month, number)
    return day and _not_ahead(day, today)


def _not_ahead(day: date, today: date) -> date:
    if day <= today + _AHEAD:
        return day
    return _safe(day.year - 1, day.month, day.day) or day


def _safe(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
