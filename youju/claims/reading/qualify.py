"""Qualifiers: what makes a number more or less than exact, and how far the claim's text reaches because of it."""

from __future__ import annotations

import re

from youju.claims.reading.lexicon import load, words
from youju.claims.reading.page import Page

_TABLE = load("qualifiers")
_NOT_AFTER: dict[str, str] = _TABLE["not_after"]
_FRONT = {word: approx for approx in ("over", "under", "about") for word in words(_TABLE[approx]["front"])}
_FRONT_LASTS = frozenset(word[-1] for word in _FRONT)
_FRONT_WORDS = sorted(_FRONT, key=len, reverse=True)
_BEHIND = {word: approx for approx in ("over", "under", "about") for word in words(_TABLE[approx]["behind"])}
_BEHIND_FIRSTS = frozenset(word[0] for word in _BEHIND)
_BEHIND_WORDS = sorted(_BEHIND, key=len, reverse=True)
_FAR = {word: approx for approx in ("over", "under") for word in words(_TABLE[approx]["clause"])}
_FAR_FIRSTS = re.compile(f"[{''.join({word[0] for word in _FAR})}]")
_FAR_SEARCH = re.compile("(" + "|".join(sorted(_FAR, key=len, reverse=True)) + r")[^，,。；;：:、0-9\n]*$")
BLANK = " \u3000\u00a0\u2009\u202f"
_BLANKS = 2
_BARE_MULTIPLE = "十百千万亿"


def front(page: Page, at: int) -> tuple[int, str]:
    """Give where the qualifier before a number begins, and what it says; (at, "") if there is none."""
    plain, end = page.plain, at
    while end > max(0, at - _BLANKS) and plain[end - 1] in BLANK:
        end -= 1
    if end and plain[end - 1] in _FRONT_LASTS:
        for word in _FRONT_WORDS:
            start = end - len(word)
            if start >= 0 and plain.startswith(word, start) and _stands_alone(plain, word, start, at):
                return start, _FRONT[word]
    return at, ""


def _stands_alone(plain: str, word: str, start: int, at: int) -> bool:
    """最近 and 节约 are no qualifiers; 上 and 过 are only before a bare multiple (上百, 过万)."""
    if word in "上过":
        return plain[at : at + 1] in _BARE_MULTIPLE and plain[start - 1 : start] not in _NOT_AFTER.get(word, "")
    before = plain[start - 1 : start] if start else ""
    return not before or before not in _NOT_AFTER.get(word, "")


def behind(page: Page, at: int) -> tuple[int, str]:
    """Give where the qualifier behind a number ends, and what it says."""
    plain, start = page.plain, at
    while start < at + _BLANKS and plain[start : start + 1] in BLANK and start < len(plain):
        start += 1
    if plain[start : start + 1] in _BEHIND_FIRSTS:
        for word in _BEHIND_WORDS:
            if plain.startswith(word, start):
                return start + len(word), _BEHIND[word]
    return at, ""


def far(left: str) -> str:
    """Find a qualifier that stands further off in the same clause (至少撰写1篇)."""
    if _FAR_FIRSTS.search(left) is None:
        return ""
    found = _FAR_SEARCH.search(left)
    return _FAR[found[1]] if found else ""
