"""Words round a figure that its new value contradicts: 稳步增长 where it fell, 首次 where it is the second time.

They are pointed at, never changed: what to write instead is for the person who signs.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from youju.indicators.display import is_percent, is_rank, printed
from youju.indicators.figure import Figure
from youju.summaries.adopting.adoption import Pointed
from youju.summaries.adopting.following import Followed
from youju.summaries.binding.tokens import Token, masked, tokens

_FILE = Path(__file__).with_name("rhetoric.toml")
_SENTENCE = re.compile(r"[^。！？；\n]+")
_CLAUSE_ENDS = "，、：,"
# 9次，比上年减少3次: a clause that begins so goes on with the figure before it.
_COMPARES = re.compile("[，、：,](?:同比|环比|[比较与同](?:上|去|前一?)年(?:同期)?|相比)[^，、：,]{0,8}$")
_LONGEST_OPENING = 16
# What has one of the words in it and says nothing of a change.
_OTHERWISE = re.compile(
    "增长点|增长极|增加值|大幅面|全部门|新高中|保持联系|保持畅通|首批发言|(?:不|避免|防止)(?:降低|减少|增加|提高|下降)|提高站位|提高认识"
    "|提升站位|提升认识|连续性|首届(?=.{0,8}》)|人人都|全员大会"
)

_ONCE = ("first", "best")

REASONS: Mapping[str, str | Promise] = {
    "up": _lazy("says that it went up"),
    "down": _lazy("says that it went down"),
    "first": _lazy("was said of last year; it is not the first time any more"),
    "all": _lazy("says every one"),
    "best": _lazy("says better than in any year before"),
    "same": _lazy("says that it is no worse than the year before"),
}
"""What the words of each sort say."""


class Word(NamedTuple):
    """One row of the file. sort: what its words say of the figure beside them."""

    words: tuple[str, ...]
    sort: str
    reason: str
    example: str
    but: str


class _Found(NamedTuple):
    start: int
    said: str
    word: Word


@cache
def words() -> tuple[Word, ...]:
    """Every row of the file, in its order."""
    rows = tomllib.loads(_FILE.read_text("utf-8"))["word"]
    return tuple(Word(**row | {"words": tuple(row["words"])}) for row in rows)


def contradicted(template: str, followed: Sequence[Followed]) -> Iterator[Pointed]:
    """The words of a template that this year's values contradict, in its order, each with its line."""
    known = {one.bound.token: one for one in followed}
    prose = masked(template)
    for sentence in _SENTENCE.finditer(prose):
        inside = [token for token in tokens(template) if sentence.start() <= token.start < sentence.end()]
        for found in _said(prose, sentence.start(), sentence.end()):
            one = known.get(template[slice(*_beside(prose, found, inside))]) if inside else None
            why = _why(found, one) if one is not None else _unproven(found)
            if why:
                yield Pointed(template.count("\n", 0, found.start) + 1, found.said, why)


def _said(prose: str, start: int, end: int) -> Iterator[_Found]:
    """The words of the file that a sentence has, each place once."""
    otherwise = [found.span() for found in _OTHERWISE.finditer(prose, start, end)]
    for row in words():
        for found in re.finditer("|".join(row.words), prose[start:end]):
            at = start + found.start()
            if not any(first <= at < last for first, last in otherwise):
                yield _Found(at, found[0], row)


def _beside(prose: str, found: _Found, inside: Sequence[Token]) -> tuple[int, int]:
    """The token that a word speaks of: the next one of its clause, else the one before it, else the next at all.

    In a clause that compares with last year the change that it states, else the one before it.
    """
    figures = [token for token in inside if token.sort in ("figure", "change")]
    behind = [token for token in figures if token.start >= found.start]
    before = [token for token in figures if token.end <= found.start]
    near = [token for token in behind if not any(mark in prose[found.start : token.start] for mark in _CLAUSE_ENDS)]
    back = [token for token in before if not any(mark in prose[token.end : found.start] for mark in _CLAUSE_ENDS)]
    if _COMPARES.search(prose, max(0, found.start - _LONGEST_OPENING), found.start):
        near, back = [token for token in near if token.sort == "change"], before
    token = next(iter((*near, *reversed(back), *behind, *reversed(before))), None)
    return (token.start, token.end) if token is not None else (0, 0)


def _why(found: _Found, one: Followed) -> str:
    """Why the words do not hold any more; "" where they do, or where that cannot be told."""
    old, new = _number(one.bound.figure), _number(one.now)
    if found.said in str(one.now.indicator.zh) or old is None or new is None:  # 首次回应用时 is called so
        return ""
    if not _breaks(found.word.sort, old, new, one.now):
        return ""
    return _("“%(name)s”: %(old)s last year, %(new)s now. “%(said)s” %(reason)s.") % {
        "name": one.now.indicator.name, "old": printed(one.bound.figure), "new": printed(one.now),
        "said": found.said, "reason": REASONS[found.word.sort],
    }  # fmt: skip


def _unproven(found: _Found) -> str:
    """Of what no figure of the sentence speaks: what is said once only has to be true anew."""
    if found.word.sort not in _ONCE:
        return ""
    return _("“%(said)s” was said of last year, and no figure of the sentence bears it out.") % {"said": found.said}


def _breaks(sort: str, old: Fraction, new: Fraction, figure: Figure) -> bool:
    # Of places in a ranking the smaller one is the better.
    more = (old - new) if is_rank(figure.indicator) else (new - old)
    match sort:
        case "up" | "best":
            return more <= 0
        case "down":
            return more >= 0
        case "first":
            return old > 0
        case "all":
            return is_percent(figure.indicator) and new < 100
        case _:
            return more < 0


def _number(figure: Figure) -> Fraction | None:
    value = figure.value
    if isinstance(value, tuple):
        return Fraction(min(value))
    return None if value is None else Fraction(value)
