"""The text as the readers see it: the same length, full-width digits narrowed, traditional characters folded."""

from __future__ import annotations

import re
import unicodedata

from youju.claims.reading.lexicon import UNIT_FIRSTS
from youju.lib.radicals import CHARACTERS
from youju.lib.traditional import simplified

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％．＋－：\u2e80-\u2fd5\uf900-\ufaff]+")
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
# 84，426户: no list has members of three digits and one measure word only by chance.
_THOUSANDS = re.compile(rf"(?<![0-9.，])[0-9]{{1,3}}(?:，[0-9]{{3}})+(?=[余多]?\s?[{UNIT_FIRSTS}])(?![0-9])")
_HARD_BREAK = re.compile(r"\s*\n\s*\n\s*|\s*\n[ \t\u3000]{2,}")
_SPACE = re.compile(r"\s+")

LEFT, RIGHT = 24, 16


def _narrowing() -> dict[int, str]:
    """Map each character whose compatible form is one other character; punctuation of Chinese stays."""
    ranges = (range(0xFF10, 0xFF5B), range(0xF900, 0xFB00))
    chosen = [code for codes in ranges for code in codes] + [ord(mark) for mark in "％．＋－："]
    kept = {ord(mark) for mark in "；？！（），"}
    pairs = ((code, unicodedata.normalize("NFKC", chr(code))) for code in chosen if code not in kept)
    return CHARACTERS | {code: mark for code, mark in pairs if len(mark) == 1}


_NARROW = _narrowing()


def _narrowed(found: re.Match[str]) -> str:
    return found[0].translate(_NARROW)


def narrow(text: str) -> str:
    """Give the text with full-width forms narrowed, character for character."""
    if "，" in text:
        text = _THOUSANDS.sub(lambda found: found[0].replace("，", ","), text)
    if not _WIDE.search(text):
        return text
    return _WIDE.sub(_narrowed, _WIDE_COMMA.sub(",", text))


class Page:
    """A text under reading. `plain` is as long as `text`; readers look at `plain` and cut from `text`."""

    __slots__ = ("_left", "_right", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = narrow(simplified(text))
        self._left = self._right = (-1, "")

    def left(self, at: int) -> str:
        """Give what stands before a place, without spaces and soft line breaks; a hard break reads as 。"""
        if self._left[0] != at:
            self._left = at, _squeeze(self.plain[max(0, at - LEFT) : at])
        return self._left[1]

    def right(self, at: int) -> str:
        """Give what stands behind a place, likewise."""
        if self._right[0] != at:
            self._right = at, _squeeze(self.plain[at : at + RIGHT])
        return self._right[1]


def _squeeze(window: str) -> str:
    parts = window.split(None, 1)
    if len(parts) == 1 and len(parts[0]) == len(window):
        return window
    return _SPACE.sub("", _HARD_BREAK.sub("。", window))
