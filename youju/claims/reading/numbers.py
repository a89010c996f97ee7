"""The value and the vagueness of a numeral as found, with its 余 and 多 inside."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from youju.lib.numerals import parse_numeral

_VAGUE = str.maketrans("", "", "余多几来 \n\r\t\u3000\u00a0\u2009\u202f")
_BARE = frozenset("百千万亿")
_PAIR = re.compile(
    "(?<![一二两三四五六七八九])(?:(一)[二两]|([二两])三|(三)[四五]|(四)五|(五)六|(六)七|(七)八|(八)九)(?![一二两三四五六七八九])"
)
"""Two neighbouring digits say about how many: 两三名, 七八十人."""


class Number(NamedTuple):
    """A numeral's value, how vague it is by itself (余, 来, 两三), and whether it has no digit (百 in 近百)."""

    value: Decimal | None
    approx: str
    bare: bool

    @property
    def own(self) -> str:
        """Give the qualifier that the numeral itself carries; 百 in 近百 carries none but may stand alone."""
        return self.approx or ("exact" if self.bare else "")


@lru_cache(maxsize=8192)
def number(text: str) -> Number:
    """Read a numeral as the anchor pattern found it."""
    digits = text.translate(_VAGUE)
    approx = ""
    if len(digits) != len(text) and not text.isspace():
        approx = "over" if any(mark in text for mark in "余多几") else "about" if "来" in text else ""
    pair = _PAIR.search(digits)
    if pair is not None and "点" not in digits and "〇" not in digits:
        digits, approx = digits[: pair.start() + 1] + digits[pair.end() :], "about"
    return Number(parse_numeral(digits), approx, _BARE.issuperset(digits))
