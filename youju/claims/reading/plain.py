"""Counts, amounts and percentages: a numeral with a measure word, or straight before a noun."""

from __future__ import annotations

import re
from decimal import Decimal

from youju.claims.reading import bare, exclude, qualify, slogans
from youju.claims.reading.lexicon import Unit, unit_behind
from youju.claims.reading.mark import Mark
from youju.claims.reading.numbers import Number, number
from youju.claims.reading.page import Page
from youju.claims.reading.tail import read_tail

_CALENDAR = re.compile("(?:[周初第届]|年级|(?<![提增升拔最])高)$")
_DIGIT_ROW = re.compile("[一二三四五六七八九零〇]{2,}")
_CLAUSE_END, _NOUN_END = re.compile("[，。；、,;！）]|$"), re.compile("[\u4e00-\u9fff]{2}$")
_MINUS, _SIGNED = frozenset("-−"), re.compile("(?:[为是达至到率、，（(：]|增长|涨幅|增幅)[-−]$")
_SIGNED_GROUPS = frozenset(("percent", "amount"))
_DISCRETE = frozenset(("person", "session", "piece", "place", "household", "group"))


def read_digits(page: Page, start: int, end: int) -> Mark | None:
    """Read ASCII digits."""
    plain = page.plain
    if exclude.is_code(plain, start, end) or exclude.is_numbering(plain, start, end):
        return None
    unit, stop = unit_behind(plain, end)
    found = number(plain[start:end])
    if found.value is None:
        return None
    if unit is None:
        return bare.without_unit(page, start, end, found)
    if unit.word == "版" and "." in plain[start:end]:
        return None
    if "." in plain[start:end] and unit.group in _DISCRETE and plain[end - 1].isdigit():
        start, found = _after_numbering(plain, start, end, found)
    return _with_unit(page, start, stop, found, unit)


def read_chinese(page: Page, start: int, end: int) -> Mark | None:
    """Read a Chinese numeral that a measure word follows."""
    plain = page.plain
    unit, stop = unit_behind(plain, end)
    if unit is None:
        if plain.startswith("大", end) and not exclude.is_named(plain, start, end):
            return _announced(page, start, end)
        return bare.read_reaching(page, start, end) or bare.read_crowd(page, start, end)
    written = plain[start:end]
    if plain[start - 1 : start] in ("数", "几") and start:
        return _tens(page, start - 1, stop, unit)
    found = number(written)
    if found.value is None or exclude.is_idiom(plain, start, stop):
        return None
    if not _counts(page, start, stop, written, found, unit):
        return None
    return _with_unit(page, start, stop, found, unit)


def _with_unit(page: Page, start: int, stop: int, found: Number, unit: Unit) -> Mark | None:
    """Build the mark of a number with its measure word, unless the surroundings say it is no figure."""
    plain = page.plain
    left, right = page.left(start), page.right(stop)
    if exclude.is_named(plain, start, stop) or exclude.is_frame(unit, left, right):
        return None
    tail = read_tail(plain, stop, found.value or Decimal(0), unit)
    begin, before = qualify.front(page, start)
    stop, after = _behind(page, tail.stop, unit)
    approx = before or found.own or tail.approx or after or qualify.far(left) or "exact"
    if unit.group in _SIGNED_GROUPS and plain[start - 1 : start] in _MINUS and _SIGNED.search(left):
        return Mark(start - 1, stop, -tail.value, tail.word, unit.kind, approx, start - 1, unit.group)
    return Mark(begin, stop, tail.value, tail.word, unit.kind, approx, start, unit.group)


def _behind(page: Page, stop: int, unit: Unit) -> tuple[int, str]:
    """Read the qualifier behind; 内 and 多 only follow amounts and shares."""
    measured = unit.kind in ("amount", "percent", "ratio")
    if page.plain[stop : stop + 1] in ("内", "多", "余", "前", "许") and not measured:
        return stop, ""
    return qualify.behind(page, stop)


def _tens(page: Page, start: int, stop: int, unit: Unit) -> Mark | None:
    """Build the mark of 数十篇, which has no value."""
    if exclude.is_named(page.plain, start, stop) or page.plain[start - 1 : start] in ("无", "十", "好"):
        return None
    begin, _ = qualify.front(page, start)
    return Mark(begin, stop, None, unit.word, unit.kind, "tens", start, unit.group)


def _counts(page: Page, start: int, stop: int, written: str, found: Number, unit: Unit) -> bool:
    """Say whether a Chinese numeral with a measure word counts here."""
    left, right = page.left(start), page.right(stop)
    # 五一, 三八, 二〇二三 are days, years and names: whoever counts writes 五十一.
    if _DIGIT_ROW.fullmatch(written) and not found.approx:
        return False
    if (unit.chinese == "never" and (found.value or 0) < 11) or exclude.is_place_name(unit, right):
        return False
    if (
        len(written) == 1
        and unit.kind != "percent"
        and (slogans.is_paired(left, right) or slogans.is_numbered(unit, left))
    ):
        return False
    if slogans.is_session(unit, left, right) or slogans.is_policy(unit, left) or slogans.is_method(unit, right):
        return False
    if found.bare and not _ends_with_round_number(unit, left, right):
        return found.approx != "" or qualify.front(page, start)[1] != ""
    if written == "一" and left.endswith("最后"):
        return False
    if written == "一" and unit.group not in ("percent", "ratio", "amount", "duration"):
        return not slogans.is_article(unit, left, right)
    if written == "二" and unit.group != "person" and unit.kind == "count":
        return False
    if unit.kind == "amount" and unit.group == "amount" and unit.word in ("分", "度", "字", "兆", "克"):
        return "得" in left or "均" in left or unit.word == "字"
    if unit.chinese == "licensed":
        return not slogans.is_recited(unit, left, right)
    return not _CALENDAR.search(left)


def _ends_with_round_number(unit: Unit, left: str, right: str) -> bool:
    """Say whether 百 or 千万 closes a clause by counting (评出标兵百名); 走进千家万户 does not."""
    return unit.group in ("person", "session", "piece") and bool(_CLAUSE_END.match(right) and _NOUN_END.search(left))


def _announced(page: Page, start: int, end: int) -> Mark | None:
    """Read an announced enumeration whose members were spelled out: 甲制、乙制等九大机制."""
    found, stop = number(page.plain[start:end]), end + 3
    if found.value is None or not slogans.is_listed(page.left(start), int(found.value)):
        return None
    return Mark(start, stop, found.value, page.text[end:stop], "count", "exact", start, "any")


def _after_numbering(plain: str, start: int, end: int, found: Number) -> tuple[int, Number]:
    """Part 3.12所 at the beginning of a line: point 3, twelve of them."""
    if not exclude.begins_line(plain, start):
        return start, found
    start = plain.index(".", start, end) + 1
    return start, number(plain[start:end])
