"""The value and the vagueness of a numeral as found, with its 余 and 多 inside."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from youju.lib.numerals import parse_numeral

_VAGUE = str.maketrans("", "", "余多几来 \n\r\t\u3000")
_BARE = frozenset("百千万亿")


class Number(NamedTuple):
    """A numeral's value, whether it says 余 or 多, and whether it has no digit (百 in 近百)."""

    value: Decimal | None
    over: bool
    bare: bool


@lru_cache(maxsize=8192)
def number(text: str) -> Number:
    """Read a numeral as the anchor pattern found it."""
    digits = text.translate(_VAGUE)
    over = len(digits) != len(text) and any(mark in text for mark in "余多几来")
    return Number(parse_numeral(digits), over, _BARE.issuperset(digits))
