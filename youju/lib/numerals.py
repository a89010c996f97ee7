"""Chinese, full-width, ASCII and mixed numerals to Decimal, and whole numbers back to Chinese.

Plain arithmetic on strings: nothing here knows what is counted.
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
TENS = {"廿": 20, "卅": 30}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

LONGEST = 40
"""Longer strings of numerals are codes, not numbers."""

_WIDE = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９．，", "0123456789.,", strict=True)}
_MIXED = re.compile(r"([0-9]+(?:\.[0-9]+)?)([十百千万亿]*)")
# 十亿3000万, 100万两千: a piece ends where the writing changes behind 万 or 亿.
_PIECE = re.compile(r"[0-9][0-9.]*[十百千万亿]*(?:[0-9][0-9.]*[十百千万亿]*)*|[^0-9]+")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_WORDS = "零一二三四五六七八九"


def parse_numeral(text: str) -> Decimal | None:
    """Give the value of a numeral in any writing (12, 1,200, 1.2万, 十二, 二〇二三), None if it is none."""
    plain = text.translate(_WIDE).replace(",", "").strip()
    if not plain or len(plain) > LONGEST:
        return None
    if _PLAIN.fullmatch(plain):
        return Decimal(plain)
    if len(pieces := [piece[0] for piece in _PIECE.finditer(plain)]) > 1:
        return _joined(pieces)
    if plain[0].isascii():
        return _mixed(plain)
    if "点" in plain:
        return _with_point(plain)
    whole = _chinese(plain)
    return None if whole is None else Decimal(whole)


def to_chinese(number: int) -> str:
    """Write a whole number in everyday Chinese numerals: 102 gives 一百零二."""
    if number < 0:
        return "负" + to_chinese(-number)
    if number == 0:
        return "零"
    words = _under_unit(number)
    return words[1:] if words.startswith("一十") else words


def _mixed(text: str) -> Decimal | None:
    """Add the parts of 3亿5000万; the text must be made of such parts alone."""
    total, at = Decimal(0), 0
    for part in _MIXED.finditer(text):
        if part.start() != at:
            return None
        total += Decimal(part[1]) * _multiplier(part[2])
        at = part.end()
    return tidy(total) if at == len(text) else None


def _joined(pieces: list[str]) -> Decimal | None:
    """Add what is written half in digits and half in Chinese, where each part is smaller than the unit before it."""
    values = [parse_numeral(piece) for piece in pieces]
    total = Decimal(0)
    for place, value in enumerate(values):
        unit = LARGE.get(pieces[place - 1][-1]) if place else None
        if value is None or (place and (unit is None or value >= unit)):
            return None
        total += value
    return tidy(total)


def _multiplier(units: str) -> int:
    product = 1
    for unit in units:
        product *= SMALL.get(unit) or LARGE[unit]
    return product


def _with_point(text: str) -> Decimal | None:
    """Read 九点五 and 三点二万."""
    whole, _, rest = text.partition("点")
    digits = "".join(str(DIGITS[mark]) for mark in rest if mark in DIGITS)
    units = rest.lstrip("".join(DIGITS))
    front = _chinese(whole) if whole else None
    if front is None or not digits or any(mark not in SMALL and mark not in LARGE for mark in units):
        return None
    return tidy(Decimal(f"{front}.{digits}") * _multiplier(units))


def _chinese(text: str) -> int | None:
    """Read a whole Chinese numeral, by place value or as a row of digits."""
    if any(mark not in DIGITS and mark not in TENS and mark not in SMALL and mark not in LARGE for mark in text):
        return None
    if len(text) > 1 and all(mark in DIGITS for mark in text):
        return int("".join(str(DIGITS[mark]) for mark in text))
    return _place_value(text)


def _place_value(text: str) -> int:
    total = section = digit = last = 0
    for mark in text:
        if mark in DIGITS:
            digit, last = DIGITS[mark], 0 if DIGITS[mark] == 0 else last
        elif mark in TENS:
            section += TENS[mark]
        elif mark in SMALL:
            section, digit, last = section + (digit or 1) * SMALL[mark], 0, SMALL[mark]
        else:
            kept, counted = (0, total + section + digit) if mark in "亿億" else (total, section + digit)
            total = kept + (counted or 1) * LARGE[mark]
            section, digit, last = 0, 0, LARGE[mark]
    # 两千三 and 一万五 leave their last unit out.
    return total + section + (digit * last // 10 if last >= 100 else digit)


def tidy(value: Decimal) -> Decimal:
    """Drop the zeros that multiplying 1.20 by 10000 leaves behind the point."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _under_unit(number: int) -> str:
    for size, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if low and low < size // 10 else ""
            return _under_unit(high) + word + gap + (_under_unit(low) if low else "")
    return _WORDS[number]
