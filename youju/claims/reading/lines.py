"""Which line breaks only a margin made.

Mail programs, terminals and pdf files break a paragraph where the margin stands, in the middle of a sentence or even
of a number. A break is soft where something other than a new paragraph, point or row of a table follows, and

* the margin explains it: the first word of the next line had no more room, and other lines end there too, most of
  them in the middle of a sentence; or
* the line is plainly unfinished: it ends in a comma, cuts a number off, or is a long line of prose without a stop.

What is in doubt stays broken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from youju.claims.reading import tables
from youju.claims.reading.flow import Cut, Flow
from youju.claims.reading.lexicon import UNIT_FIRSTS

_LINE = re.compile(r"([ \t\u3000\xa0]*)([^\r\n]*)(?:\r\n?|\n|\Z)")
_STOPS = "。！？；：!?;:…"
_BREAK_AMID = re.compile(rf"[\r\n](?<=[^\r\n{_STOPS}][\r\n])")
_COMMAS = "，、"
_OPENING = "《“‘（(【"
_CLOSING = "”’》）)】"
_NO_BEGINNING = f"，、。；：！？{_CLOSING},;:!?%％"
_CN = "一二三四五六七八九十"
_BEGINS_ANEW = re.compile(
    rf"[#>|*•·●■◆○□★※①-⑳]|[-—–－+]\s|[0-9]{{1,2}}[.、．](?![0-9])|[（(]?(?:[0-9]{{1,2}}|[{_CN}]{{1,3}})[）)]"
    rf"|[{_CN}]{{1,3}}、|第[{_CN}]{{1,3}}[章节编篇条]|(?:附件|附表|附)[0-9]{{0,2}}[：:]"
)
_COLUMNS_APART = ("\t", "   ", "\u3000\u3000")
_PROSE = re.compile("[。！？；]")
_CUT_NUMBER = re.compile(rf"[0-9{UNIT_FIRSTS}]")
_FIRST_WORD = re.compile(rf"[{_OPENING}]*(?:[A-Za-z0-9.,%％‰+/:-]+|.)[{_NO_BEGINNING}]*")
_LOWER = re.compile("[a-z]")
_INDENT = 2
_NARROWEST = 12  # characters; shorter lines are lists and verse
_LONG = 40  # characters; a line of prose that long without a stop goes on
_AT_MARGIN, _BEYOND = 2, 0.1  # how many lines show a margin, and the part of all lines that may be wider
_SQUEEZED = 0.95  # lines at one margin differ a little: punctuation is squeezed, letters are narrow

Measure = Callable[[str], int]


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    words: str


def flowing(text: str) -> Flow:
    """Give a text without its soft line breaks; any text is allowed."""
    return Flow(text, list(_soft(text)))


def in_sentences(text: str) -> Flow:
    """The same with each number of a table in a sentence of its own."""
    return Flow(text, sorted((*_soft(text), *tables.cuts(text))))


def _soft(text: str) -> Iterator[Cut]:
    if not _BREAK_AMID.search(text):
        return
    lines = list(_lines(text))
    shallow = min((line.indent for line in lines if line.words), default=0)
    following = [_may_follow(one, two, shallow) for one, two in pairwise(lines)]
    margins = [(measure, margin) for measure in (len, _columns) if (margin := _margin(lines, following, measure))]
    joined = [
        can and (_unfinished(one, two) or any(_no_room(one, two, *each) for each in margins))
        for can, (one, two) in zip(following, pairwise(lines), strict=True)
    ]
    yield from _cuts(lines, joined)


def _lines(text: str) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        words = found[2].rstrip()
        start = found.start(2)
        yield _Line(start, start + len(words), start - found.start(), words)


def _may_follow(one: _Line, two: _Line, shallow: int) -> bool:
    """Whether the second line could be the same paragraph."""
    return (
        bool(one.words and two.words)
        and two.indent < shallow + _INDENT
        and not _BEGINS_ANEW.match(two.words)
        and not _is_row(one.words)
        and not _is_row(two.words)
    )


def _is_row(words: str) -> bool:
    """Whether a line is a row of a table."""
    return words.count("|") > 1 or any(gap in words for gap in _COLUMNS_APART)


def _unfinished(one: _Line, two: _Line) -> bool:
    """Whether a line ends where no paragraph does."""
    last, first = one.words[-1], two.words[0]
    if last in _COMMAS or last in _OPENING or first in _NO_BEGINNING:
        return True
    if last in _STOPS or last in _CLOSING or len(one.words) < _NARROWEST:
        return False
    if last.isdigit() and _CUT_NUMBER.match(first):
        return bool(_PROSE.search(two.words))
    return len(one.words) >= _LONG and "，" in one.words and bool(_PROSE.search(two.words))


def _no_room(one: _Line, two: _Line, measure: Measure, margin: int) -> bool:
    """Whether the first word of the next line did not fit on this one."""
    width = measure(one.words) + one.indent
    found = _FIRST_WORD.match(two.words)
    return _SQUEEZED * width <= margin < (width + measure(found[0] if found else "")) / _SQUEEZED


def _margin(lines: Sequence[_Line], following: Sequence[bool], measure: Measure) -> int:
    """The width at which lines were broken; 0 where there is none.

    Most lines that could go on end there, the larger part of them in the middle of a sentence, and few lie beyond it.
    """
    broken: list[int] = []
    stopped: list[int] = []
    for line, goes_on in zip(lines, following, strict=False):
        if goes_on:
            (stopped if line.words[-1] in _STOPS else broken).append(measure(line.words) + line.indent)
    if len(broken) < _AT_MARGIN:
        return 0
    widths = sorted(measure(line.words) + line.indent for line in lines)
    broken.sort()
    stopped.sort()
    narrowest = max(_NARROWEST * measure("字"), _SQUEEZED * widths[int(len(widths) * (1 - _BEYOND))])
    able = (margin for margin in sorted(set(broken), reverse=True) if margin >= narrowest)
    best = max(able, key=lambda margin: _near(broken, margin), default=0)
    return best if _near(broken, best) >= max(_AT_MARGIN, _near(stopped, best)) else 0


def _near(widths: Sequence[int], margin: int) -> int:
    """How many lines end at a margin or a little before it."""
    return bisect_right(widths, margin) - bisect_left(widths, _SQUEEZED * margin)


def _columns(words: str) -> int:
    """The width of a line in columns: a Chinese character takes two of them, as it takes two bytes in GBK."""
    return len(words.encode("gbk", "replace"))


def _cuts(lines: Sequence[_Line], joined: Sequence[bool]) -> Iterator[Cut]:
    """The breaks to take out; lines that no stop ever ends are a list, unless a comma joins them."""
    for first, last in _runs(joined):
        prose = any(_PROSE.search(line.words) for line in lines[first : last + 1])
        for one, two in pairwise(lines[first : last + 1]):
            if prose or one.words[-1] in _COMMAS:
                apart = _LOWER.match(one.words[-1]) and _LOWER.match(two.words)
                yield Cut(one.end, two.start, " " if apart else "")


def _runs(joined: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and last line of each run of joined lines."""
    first = 0
    for index, goes_on in enumerate((*joined, False)):
        if not goes_on:
            if index > first:
                yield first, index
            first = index + 1
