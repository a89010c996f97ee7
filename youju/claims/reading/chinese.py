"""Chinese numerals with a measure word: most count (十五所), many recite, number or name (四个意识, 三期, 三元街)."""

from __future__ import annotations

import re

from youju.claims.reading import bare, exclude, qualify, slogans
from youju.claims.reading.lexicon import Unit, unit_behind
from youju.claims.reading.mark import Mark
from youju.claims.reading.numbers import Number, number
from youju.claims.reading.page import Page
from youju.claims.reading.plain import with_unit

_CALENDAR = re.compile("(?:[初第届]|(?<!每)周|年级|(?<![提增升拔最])高)$")
_DIGIT_ROW = re.compile("[一二三四五六七八九零〇]{2,}")
_CLAUSE_END, _NOUN_END = re.compile("[，。；、,;！）]|$"), re.compile("[\u4e00-\u9fff]{2}$")
_POINTING = "这那"  # 这两个 speaks of what was counted before
_MEASURED = frozenset(("percent", "ratio", "amount", "duration"))
_EVERYDAY = frozenset("分度兆克")
"""Units that are ordinary words too: 五分, 三度."""


def read_chinese(page: Page, start: int, end: int) -> Mark | None:
    """Read a Chinese numeral that a measure word follows."""
    plain = page.plain
    if exclude.has_hole(plain, start):
        return None
    unit, stop = unit_behind(plain, end)
    if unit is None:
        if plain.startswith("大", end) and not exclude.is_named(plain, start, end):
            return _announced(page, start, end)
        return bare.read_reaching(page, start, end) or bare.read_crowd(page, start, end)
    written = plain[start:end]
    if plain[start - 1 : start] in ("数", "几") and start:
        return _tens(page, start - 1, stop, unit)
    found = number(written)
    if found.value is None or not _counts(page, start, stop, written, found, unit):
        return None
    if exclude.is_idiom(plain, start, stop):
        return None
    return with_unit(page, start, stop, found, unit)


def _tens(page: Page, start: int, stop: int, unit: Unit) -> Mark | None:
    """Build the mark of 数十篇, which has no value."""
    if exclude.is_named(page.plain, start, stop) or page.plain[start - 1 : start] in ("无", "十"):
        return None
    begin, _ = qualify.front(page, start - page.plain.startswith("好", start - 1))
    return Mark(begin, stop, None, unit.word, unit.kind, "tens", start, unit.group)


def _counts(page: Page, start: int, stop: int, written: str, found: Number, unit: Unit) -> bool:
    """Say whether a Chinese numeral with a measure word counts here."""
    left, right = page.left(start), page.right(stop)
    if left[-1:] in _POINTING and left[-1:]:
        return False
    if unit.chinese == "never" and (found.value or 0) < 11:
        return False
    if written == "一" and slogans.is_denied(right):
        return False
    if written == "一" and unit.group not in _MEASURED:
        return not slogans.is_article(unit, left, right)
    if _is_name(unit, written, found, left, right):
        return False
    if found.bare and not _ends_with_round_number(unit, left, right):
        return found.approx != "" or qualify.front(page, start)[1] != ""
    if unit.group == "amount" and unit.word in _EVERYDAY:
        return "得" in left or "均" in left
    if unit.chinese == "licensed":
        return not slogans.is_recited(unit, left, right)
    return not _CALENDAR.search(left)


def _is_name(unit: Unit, written: str, found: Number, left: str, right: str) -> bool:
    """Say whether the numeral and its measure word only look like a count: they number, name or recite."""
    # 五一, 三八, 二〇二三 are days, years and names: whoever counts writes 五十一.
    if _DIGIT_ROW.fullmatch(written) and not found.approx:
        return True
    if len(written) == 1 and unit.kind != "percent" and _is_small_name(unit, written, left, right):
        return True
    return (
        exclude.is_place_name(unit, right)
        or slogans.is_session(unit, left, right)
        or slogans.is_in_series(unit, left)
        or slogans.is_policy(unit, left)
        or slogans.is_method(unit, right)
        or slogans.is_figurative(unit, right)
    )


def _is_small_name(unit: Unit, written: str, left: str, right: str) -> bool:
    """Say whether a numeral of one character is no count: 二期 (who counts writes 两期), 三支一扶, 最后一公里."""
    if written == "二" and unit.group != "person" and unit.kind == "count":
        return True
    if written == "一" and left.endswith("最后"):
        return True
    return slogans.is_paired(right) or slogans.is_numbered(unit, left)


def _ends_with_round_number(unit: Unit, left: str, right: str) -> bool:
    """Say whether 百 or 千万 closes a clause by counting (评出标兵百名); 走进千家万户 does not."""
    return unit.group in ("person", "session", "piece") and bool(_CLAUSE_END.match(right) and _NOUN_END.search(left))


def _announced(page: Page, start: int, end: int) -> Mark | None:
    """Read an announced enumeration whose members were spelled out: 甲制、乙制等九大机制."""
    found, stop = number(page.plain[start:end]), end + 3
    if found.value is None or not slogans.is_listed(page.left(start), int(found.value)):
        return None
    return Mark(start, stop, found.value, page.text[end:stop], "count", "exact", start, "any")
