"""What stands behind a measure word and belongs to it: 一成五, 七分半钟, 9分40秒, 册（件）, 元/月, 两个多月."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from youju.claims.reading.lexicon import UNITS, Unit, load, unit_at, words
from youju.claims.reading.numbers import number

_HALF = {"年": "年", "天": "天", "小时": "小时", "倍": "倍", "个月": "个月", "分": "分钟", "亩": "亩", "公里": "公里"}
_DIGIT = {mark: digit for digit, mark in enumerate("一二三四五六七八九", start=1)}
_SMALL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_PARTS = {
    "小时": re.compile(rf"({_SMALL})分钟?(?:({_SMALL})秒)?"),
    "分": re.compile(rf"({_SMALL})秒"),
}
_DIMES = ("毛", "角")
_CHANGE = re.compile(rf"({_SMALL})[角毛](?:({_SMALL})分)?|({_SMALL})分(?!之)")
_PARTS["个小时"], _PARTS["分钟"] = _PARTS["小时"], _PARTS["分"]
_PER = tuple(words(load("measures")["per"]["words"]))
_LONG = {"个半": (Decimal("0.5"), ""), "个多": (Decimal(0), "over")}


class Tail(NamedTuple):
    """A figure's value, end and unit once what follows its measure word is read, and what that says of it."""

    value: Decimal
    stop: int
    word: str
    approx: str = ""


def read_tail(plain: str, stop: int, value: Decimal, unit: Unit) -> Tail:
    """Read what the measure word that ends at `stop` can carry."""
    if unit.word == "成":
        return _tenths(plain, stop, value)
    if unit.word[:2] in _LONG:
        more, approx = _LONG[unit.word[:2]]
        rest = unit.word[2:]
        return Tail(value + more, stop, f"个{rest}" if rest in ("月", "百分点") else rest, approx)
    if unit.word in _DIMES:
        return Tail(value / 10, stop, "元")
    sign = plain[stop : stop + 1]
    if sign == "半" and unit.word in _HALF:
        return _and_a_half(plain, stop, value, unit.word)
    if sign in ("（", "("):
        return _paired(plain, stop, value, unit.word)
    if sign == "/":
        return _per(plain, stop, value, unit.word)
    if unit.word == "元" and (change := _CHANGE.match(plain, stop)):
        return _with_change(change, value)
    return _smaller_part(plain, stop, value, unit.word) if unit.word in _PARTS else Tail(value, stop, unit.word)


def _tenths(plain: str, stop: int, value: Decimal) -> Tail:
    if plain[stop : stop + 1] in _DIGIT:
        return Tail(value * 10 + _DIGIT[plain[stop]], stop + 1, "成")
    return Tail(value * 10, stop, "成")


def _and_a_half(plain: str, stop: int, value: Decimal, word: str) -> Tail:
    clocked = plain.startswith("钟", stop + 1)
    return Tail(value + Decimal("0.5"), stop + 1 + clocked, _HALF[word] if clocked else word)


def _paired(plain: str, stop: int, value: Decimal, word: str) -> Tail:
    """Read 份（册） and 件（人）次."""
    if plain[stop + 2 : stop + 3] in ("）", ")") and plain[stop + 1] in UNITS:
        end = stop + 3 + plain.startswith("次", stop + 3)
        return Tail(value, end, word + plain[stop:end])
    return Tail(value, stop, word)


def _per(plain: str, stop: int, value: Decimal, word: str) -> Tail:
    """Read 元/月 and 微克/立方米."""
    base = unit_at(plain, stop + 1)
    longest = base.word if base else next((per for per in _PER if plain.startswith(per, stop + 1)), "")
    if not longest:
        return Tail(value, stop, word)
    return Tail(value, stop + 1 + len(longest), f"{word}/{longest}")


def _with_change(change: re.Match[str], value: Decimal) -> Tail:
    """Read 10元3角8分 as yuan."""
    dimes, cents = (number(part).value if part else None for part in (change[1], change[2] or change[3]))
    return Tail(value + (dimes or 0) / Decimal(10) + (cents or 0) / Decimal(100), change.end(), "元")


def _smaller_part(plain: str, stop: int, value: Decimal, word: str) -> Tail:
    """Read 1小时30分 and 1小时6分21秒 as hours, 9分40秒 as minutes."""
    found = _PARTS[word].match(plain, stop)
    if found is None:
        return Tail(value, stop, word)
    smaller = [number(part).value or Decimal(0) for part in found.groups() if part]
    more = sum((part / Decimal(60) ** place for place, part in enumerate(smaller, start=1)), Decimal(0))
    return Tail(value + more.quantize(Decimal("0.001")).normalize(), found.end(), word)
