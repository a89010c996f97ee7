"""Counts, amounts and percentages: a numeral with a measure word, or straight before a noun."""

from __future__ import annotations

import re
from decimal import Decimal

from youju.claims.reading import exclude, qualify, slogans
from youju.claims.reading.lexicon import UNITS, Unit, either, load, unit_at
from youju.claims.reading.mark import Mark
from youju.claims.reading.numbers import Number, number
from youju.claims.reading.page import Page

_NOUNS = load("nouns")
_NOUN = re.compile(either(_NOUNS["person"] + " " + _NOUNS["place"]))
_BARE = load("exclusions")["bare"]
_BARE_BEFORE, _BARE_BEHIND = re.compile(_BARE["before"]), re.compile(_BARE["behind"])
_NAME_BEHIND = re.compile(load("exclusions")["name"]["behind"])
_CALENDAR = re.compile("(?:[周初第届]|年级|(?<![提增升拔最])高)$")
_SHARES = re.compile(r"(?:\s?([、和与及至到~～—–-])\s?(?:[0-9]{1,9}(?:\.[0-9]{1,4})?)([万亿]?)[余多]?){1,8}")
_HALF = {"年": "年", "天": "天", "小时": "小时", "倍": "倍", "个月": "个月", "分": "分钟", "亩": "亩", "公里": "公里"}
_DISCRETE = frozenset(("person", "session", "piece", "place", "household", "group"))
_MULTIPLES = {"万": 10**4, "亿": 10**8, "": 1}
_DIGIT = {mark: digit for digit, mark in enumerate("一二三四五六七八九", start=1)}


def read_digits(page: Page, start: int, end: int) -> Mark | None:
    """Read ASCII digits."""
    plain = page.plain
    if exclude.is_code(plain, start, end) or exclude.is_numbering(plain, start, end):
        return None
    unit, stop = _unit_behind(plain, end)
    found = number(plain[start:end])
    if found.value is None:
        return None
    if unit is None:
        return _without_unit(page, start, end, found)
    if "." in plain[start:end] and unit.group in _DISCRETE and plain[end - 1].isdigit():
        start, found = _after_numbering(plain, start, end, found)
    return _with_unit(page, start, stop, found, unit)


def read_chinese(page: Page, start: int, end: int) -> Mark | None:
    """Read a Chinese numeral that a measure word follows."""
    plain = page.plain
    unit, stop = _unit_behind(plain, end)
    if unit is None:
        if plain.startswith("大", end) and not exclude.is_named(plain, start, end):
            return _announced(page, start, end)
        return read_crowd(page, start, end)
    written = plain[start:end]
    if plain[start - 1 : start] in ("数", "几") and start:
        return _tens(page, start - 1, stop, unit)
    found = number(written)
    if found.value is None or not _counts(page, start, stop, written, found, unit):
        return None
    return _with_unit(page, start, stop, found, unit)


def read_crowd(page: Page, start: int, end: int) -> Mark | None:
    """Read a large Chinese numeral straight before a noun: 两万群众."""
    found = number(page.plain[start:end])
    if found.value is None or found.value < 100:
        return None
    if exclude.is_named(page.plain, start, end):
        return None
    begin, approx = qualify.front(page, start)
    if not (approx or found.over):
        large = _BARE_BEFORE.search(page.left(begin))
        if found.bare or not (large or _NOUN.match(page.plain, end)):
            return None
    return Mark(begin, end, found.value, "", "count", approx or _inside(found), start)


def _unit_behind(plain: str, end: int) -> tuple[Unit | None, int]:
    """Find the measure word behind a number, over a space or a line break, and where it ends."""
    at = end
    while at < end + 3 and plain[at : at + 1].isspace():
        at += 1
    unit = unit_at(plain, at)
    return unit, at + len(unit.word) if unit else end


def _with_unit(page: Page, start: int, stop: int, found: Number, unit: Unit) -> Mark | None:
    """Build the mark of a number with its measure word, unless the surroundings say it is no figure."""
    plain = page.plain
    left, right = page.left(start), page.right(stop)
    if exclude.is_named(plain, start, stop) or _is_frame(unit, left, right):
        return None
    value, stop, word = _tail(plain, stop, found.value or Decimal(0), unit)
    begin, before = qualify.front(page, start)
    stop, after = _behind(page, stop, unit)
    approx = before or _inside(found) or after or qualify.far(left) or "exact"
    return Mark(begin, stop, value, word, unit.kind, approx, start, unit.group)


def _is_frame(unit: Unit, left: str, right: str) -> bool:
    """Say whether the number only sets the frame of another: a period, an age group, a threshold, a 'per'."""
    if unit.group in ("duration", "age") and exclude.is_period(unit, left, right):
        return True
    if left.endswith("每"):
        return True
    if unit.kind == "percent":
        return False
    if unit.word.endswith("小时") and exclude.is_round_the_clock(right) and not left.endswith(("至", "到", "在")):
        return True
    return exclude.is_threshold(right)


def _tail(plain: str, stop: int, value: Decimal, unit: Unit) -> tuple[Decimal, int, str]:
    """Read what the measure word can carry: 2分半钟, 一成五."""
    if unit.word == "成" and plain[stop : stop + 1] in _DIGIT:
        return value * 10 + _DIGIT[plain[stop]], stop + 1, unit.word
    if unit.word == "成":
        return value * 10, stop, unit.word
    if plain.startswith("半", stop) and unit.word in _HALF:
        longer = stop + 2 if plain.startswith("钟", stop + 1) else stop + 1
        return value + Decimal("0.5"), longer, _HALF[unit.word] if longer == stop + 2 else unit.word
    if plain[stop : stop + 1] in ("（", "(") and plain[stop + 2 : stop + 3] in ("）", ")"):
        paired = plain[stop + 1] in UNITS
        return value, stop + 3 * paired, plain[stop - len(unit.word) : stop + 3 * paired]
    return value, stop, unit.word


def _behind(page: Page, stop: int, unit: Unit) -> tuple[int, str]:
    """Read the qualifier behind; 内 and 多 only follow amounts and shares."""
    measured = unit.kind in ("amount", "percent", "ratio")
    if page.plain[stop : stop + 1] in ("内", "多", "余", "前", "许") and not measured:
        return stop, ""
    return qualify.behind(page, stop)


def _inside(found: Number) -> str:
    return "over" if found.over else "exact" if found.bare else ""


def _tens(page: Page, start: int, stop: int, unit: Unit) -> Mark | None:
    """Build the mark of 数十篇, which has no value."""
    if exclude.is_named(page.plain, start, stop) or page.plain[start - 1 : start] in ("无", "十", "好"):
        return None
    begin, _ = qualify.front(page, start)
    return Mark(begin, stop, None, unit.word, unit.kind, "tens", start, unit.group)


def _counts(page: Page, start: int, stop: int, written: str, found: Number, unit: Unit) -> bool:
    """Say whether a Chinese numeral with a measure word counts here."""
    left, right = page.left(start), page.right(stop)
    if unit.chinese == "never" and (found.value or 0) < 11:
        return False
    if found.bare:
        return found.over or qualify.front(page, start)[1] != ""
    if written == "一" and unit.group not in ("percent", "ratio", "amount", "duration"):
        return not slogans.is_article(unit, left, right)
    if written == "二" and unit.group != "person" and unit.kind == "count":
        return False
    if unit.kind == "amount" and unit.group == "amount" and unit.word in ("分", "度", "字", "兆", "克"):
        return "得" in left or "均" in left or unit.word == "字"
    if unit.chinese == "licensed":
        return not slogans.is_recited(unit, left, right)
    if unit.word == "年" and len(written) > 3:
        return False
    return not _CALENDAR.search(left)


def _announced(page: Page, start: int, end: int) -> Mark | None:
    """Read an announced enumeration whose members were spelled out: 甲制、乙制等九大机制."""
    found, stop = number(page.plain[start:end]), end + 3
    if found.value is None or not slogans.is_listed(page.left(start)):
        return None
    return Mark(start, stop, found.value, page.text[end:stop], "count", "exact", start, "any")


def _after_numbering(plain: str, start: int, end: int, found: Number) -> tuple[int, Number]:
    """Part 3.12所 at the beginning of a line: point 3, twelve of them."""
    if not exclude.begins_line(plain, start):
        return start, found
    start = plain.index(".", start, end) + 1
    return start, number(plain[start:end])


def _without_unit(page: Page, start: int, end: int, found: Number) -> Mark | None:
    """Read a number without a measure word: before a noun, in a list that shares one, or after 达."""
    plain = page.plain
    if exclude.is_named(plain, start, end):
        return None
    shared = _shared_unit(page, start, end, found)
    if shared is not None:
        return shared
    if exclude.is_code_behind(plain, end) and not plain.startswith("+", end):
        return None
    return _before_noun(page, start, end, found)


def _shared_unit(page: Page, start: int, end: int, found: Number) -> Mark | None:
    """Read 12 in 12、15、18件 and 3 in 3—5万元: the last member names the unit for all."""
    rest = _SHARES.match(page.plain, end)
    if rest is None:
        return None
    unit, stop = _unit_behind(page.plain, rest.end())
    left = page.left(start)
    if unit is None or _is_frame(unit, left, page.right(stop)):
        return None
    ranged = rest[1] not in "、和与及"
    factor = _MULTIPLES[rest[2]] if ranged and not _has_multiple(page.plain[start:end]) else 1
    begin, before = qualify.front(page, start)
    approx = before or ("over" if ranged else _inside(found)) or "exact"
    value = (found.value or Decimal(0)) * factor * (10 if unit.word == "成" else 1)
    return Mark(begin, end, value, unit.word, unit.kind, approx, start, unit.group)


def _has_multiple(written: str) -> bool:
    return written[-1] in "万亿"


def _before_noun(page: Page, start: int, end: int, found: Number) -> Mark | None:
    left, right = page.left(start), page.right(end)
    large = page.plain[end - 1] in "万亿" or page.plain[start:end].strip("0123456789,.") != ""
    if _NAME_BEHIND.match(right) or left.endswith("每"):
        return None
    begin, before = qualify.front(page, start)
    if not (large or _NOUN.match(right) or ((before or _BARE_BEFORE.search(left)) and _BARE_BEHIND.match(right))):
        return None
    stop, after = (end + 1, "over") if page.plain.startswith("+", end) else qualify.behind(page, end)
    approx = before or _inside(found) or after or qualify.far(left) or "exact"
    return Mark(begin, stop, found.value, "", "count", approx, start)
