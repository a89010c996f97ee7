"""Numbers without a measure word: before a noun (30万学生), in a list or range that shares one, after 达."""

from __future__ import annotations

import re
from decimal import Decimal

from youju.claims.reading import exclude, qualify
from youju.claims.reading.lexicon import either, load, unit_behind
from youju.claims.reading.mark import Mark
from youju.claims.reading.numbers import Number, number
from youju.claims.reading.page import Page

_NOUNS = load("nouns")
_NOUN = re.compile(either(_NOUNS["person"] + " " + _NOUNS["place"]))
_BARE = load("exclusions")["bare"]
_BARE_BEFORE, _BARE_BEHIND = re.compile(_BARE["before"]), re.compile(_BARE["behind"])
_HOTLINE, _CODED = re.compile(load("exclusions")["hotline"]["number"]), re.compile(load("exclusions")["code"]["before"])
_SHARES = re.compile(r"(?:\s?([、和与及至到~～—–-])\s?(?:[0-9]{1,9}(?:\.[0-9]{1,4})?)([万亿]?)[余多]?){1,8}")
_REACHES = re.compile(r"\s?[至到~～—–-]{1,2}\s?[一二三四五六七八九十百千万亿两]{1,9}")
_MULTIPLES = {"万": 10**4, "亿": 10**8, "": 1}


def read_crowd(page: Page, start: int, end: int) -> Mark | None:
    """Read a large Chinese numeral straight before a noun: 两万群众."""
    found = number(page.plain[start:end])
    before = page.plain[start - 1 : start]
    if found.value is None or found.value < 100 or exclude.is_named(page.plain, start, end):
        return None
    if before and before in "数几":
        return Mark(start - 1, end, None, "", "count", "tens", start - 1)
    begin, approx = qualify.front(page, start)
    if not (approx or found.approx):
        large = _BARE_BEFORE.search(page.left(begin))
        if found.bare or not (large or _NOUN.match(page.plain, end)):
            return None
    return Mark(begin, end, found.value, "", "count", approx or found.own or "exact", start)


def without_unit(page: Page, start: int, end: int, found: Number) -> Mark | None:
    """Read a number without a measure word: before a noun, in a list that shares one, or after 达."""
    plain = page.plain
    if exclude.is_named(plain, start, end):
        return None
    shared = _shared_unit(page, start, end, found)
    if shared is not None:
        return shared
    return _before_noun(page, start, end, found)


def _shared_unit(page: Page, start: int, end: int, found: Number) -> Mark | None:
    """Read 12 in 12、15、18件 and 3 in 3—5万元: the last member names the unit for all."""
    rest = _SHARES.match(page.plain, end)
    if rest is None:
        return None
    unit, stop = unit_behind(page.plain, rest.end())
    left = page.left(start)
    if unit is None or exclude.is_frame(unit, left, page.right(stop)):
        return None
    ranged = rest[1] not in "、和与及"
    factor = _MULTIPLES[rest[2]] if ranged and not _has_multiple(page.plain[start:end]) else 1
    begin, before = qualify.front(page, start)
    approx = before or found.own or "exact"
    value = (found.value or Decimal(0)) * factor * (10 if unit.word == "成" else 1)
    return Mark(begin, end, value, unit.word, unit.kind, approx, start, unit.group)


def read_reaching(page: Page, start: int, end: int) -> Mark | None:
    """Read 三十 in 三十至五十人: the end of the range names the unit for its beginning."""
    rest = _REACHES.match(page.plain, end)
    unit, stop = unit_behind(page.plain, rest.end()) if rest else (None, end)
    found = number(page.plain[start:end])
    if unit is None or found.value is None or unit.chinese == "never" or exclude.is_named(page.plain, start, end):
        return None
    # 一至三期 numbers its members, 一至三人 counts them.
    numbered = found.value < 2 and unit.group not in ("person", "amount", "percent")
    if numbered or exclude.is_frame(unit, page.left(start), page.right(stop)):
        return None
    begin, before = qualify.front(page, start)
    value = found.value * (10 if unit.word == "成" else 1)
    return Mark(begin, end, value, unit.word, unit.kind, before or "exact", start, unit.group)


def _has_multiple(written: str) -> bool:
    return written[-1] in "万亿"


def _before_noun(page: Page, start: int, end: int, found: Number) -> Mark | None:
    left, right = page.left(start), page.right(end)
    large = page.plain[end - 1] in "万亿" or page.plain[start:end].strip("0123456789,.") != ""
    if left.endswith("每") or _CODED.search(left):
        return None
    if exclude.is_spaced_numbering(page.plain, start, end):
        return None
    if _HOTLINE.fullmatch(page.plain, start, end) and not _BARE_BEFORE.search(left):
        return None
    begin, before = qualify.front(page, start)
    if not (large or _NOUN.match(right) or ((before or _BARE_BEFORE.search(left)) and _BARE_BEHIND.match(right))):
        return None
    stop, after = (end + 1, "over") if page.plain.startswith("+", end) else qualify.behind(page, end)
    approx = before or found.own or after or qualify.far(left) or "exact"
    return Mark(begin, stop, found.value, "", "count", approx, start)
