"""Counts, amounts and percentages in ASCII digits, and what any number with a measure word says."""

from __future__ import annotations

import re
from decimal import Decimal

from youju.claims.reading import bare, exclude, qualify
from youju.claims.reading.lexicon import Unit, unit_behind
from youju.claims.reading.mark import Mark
from youju.claims.reading.numbers import Number, number
from youju.claims.reading.page import Page
from youju.claims.reading.tail import read_tail

_MINUS, _SIGNED = frozenset("-−"), re.compile("(?:[为是达至到率、，（(：]|增长|涨幅|增幅)[-−]$")
_BOUNDS = ("过", "满", "标准")
_SIGNED_GROUPS = frozenset(("percent", "amount"))
_DISCRETE = frozenset(("person", "session", "piece", "place", "household", "group"))


def read_digits(page: Page, start: int, end: int) -> Mark | None:
    """Read ASCII digits."""
    plain = page.plain
    if exclude.is_code(plain, start, end):
        return None
    unit, stop = unit_behind(plain, end)
    found = number(plain[start:end])
    if found.value is None:
        return None
    if unit is None:
        return bare.without_unit(page, start, end, found)
    if exclude.is_broken(plain, start):
        return None
    if unit.word == "版" and "." in plain[start:end]:
        return None
    if "." in plain[start:end] and unit.group in _DISCRETE and plain[end - 1].isdigit():
        start, found = _after_numbering(plain, start, end, found)
    return with_unit(page, start, stop, found, unit)


def with_unit(page: Page, start: int, stop: int, found: Number, unit: Unit) -> Mark | None:
    """Build the mark of a number with its measure word, unless the surroundings say it is no figure."""
    plain = page.plain
    left, right = page.left(start), page.right(stop)
    if exclude.is_named(plain, start, stop) or exclude.is_frame(unit, left, right):
        return None
    tail = read_tail(plain, stop, found.value or Decimal(0), unit)
    begin, before = qualify.front(page, start)
    bound = before in ("over", "under") or left.endswith(_BOUNDS)
    if bound and (exclude.is_set_bound(right) or (unit.kind != "count" and exclude.is_group(right))):
        return None
    stop, after = _behind(page, tail.stop, unit)
    approx = before or found.own or tail.approx or after or _far(left, unit) or "exact"
    if unit.group in _SIGNED_GROUPS and plain[start - 1 : start] in _MINUS and _SIGNED.search(left):
        return Mark(start - 1, stop, -tail.value, tail.word, unit.kind, approx, start - 1, unit.group)
    return Mark(begin, stop, tail.value, tail.word, unit.kind, approx, start, unit.group)


def _far(left: str, unit: Unit) -> str:
    """Read the qualifier further off; 超过计划2个百分点 is a distance, no bound."""
    return "" if unit.word.endswith("百分点") else qualify.far(left)


def _behind(page: Page, stop: int, unit: Unit) -> tuple[int, str]:
    """Read the qualifier behind; 内 and 多 only follow amounts and shares."""
    measured = unit.kind in ("amount", "percent", "ratio")
    if page.plain[stop : stop + 1] in ("内", "多", "余", "前", "许") and not measured:
        return stop, ""
    return qualify.behind(page, stop)


def _after_numbering(plain: str, start: int, end: int, found: Number) -> tuple[int, Number]:
    """Part 3.12所 at the beginning of a line: point 3, twelve of them."""
    if not exclude.begins_line(plain, start):
        return start, found
    start = plain.index(".", start, end) + 1
    return start, number(plain[start:end])
