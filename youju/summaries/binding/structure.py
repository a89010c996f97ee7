"""The headings of a text written for print as headings of Markdown, every other line as a paragraph.

一、 begins a section of the second level, （一） one of the third; the first short lines are the title. 1. and 一是
stay words. A heading that goes on as a paragraph (一、强化学习。全年…) is parted from it behind its first stop.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CN = "一二三四五六七八九十"
_FIRST = re.compile(rf"(?:第[{_CN}]{{1,3}}(?:部分|章|篇)[、\s]?|[{_CN}]{{1,3}}、)")
_SECOND = re.compile(rf"[（(][{_CN}]{{1,3}}[）)]")
_MARKED = re.compile(r"#{1,6}\s")
_STOPS = "。；！？;!?"
_LONGEST_HEADING = 40  # characters
_LONGEST_RUN_IN = 30
_LONGEST_CLAUSE = 20  # of a title that has a comma in it
_MOST_TITLE_LINES = 3
_IN_BRACKETS = re.compile(r"[（(〔].*[）)〕]$")
# What Markdown would take for a list, a quotation or a heading.
_LISTED = re.compile(r"(\d{1,3})([.)])[ \u3000]*(?=\S)")
_MARKUP = re.compile(r"[-+*>](?=\s)|#(?!#{0,5}\s)|(?:---|===|\*\*\*)")
_STRUCK = re.compile("[{}]{2,}")
_BROKEN = re.compile(r"\s*\n\s*")  # a title over several lines
_WIDE = str.maketrans("{}", "｛｝")
_FULL = {".": "．", ")": "）"}


class Line(NamedTuple):
    """A line of the Markdown: its level (1 to 6, 0 for a paragraph), and the span of the source it shows."""

    level: int
    start: int
    end: int


def lines(source: str) -> list[Line]:
    """The headings and paragraphs of a text in their order, without blank lines; the lines of a title are one."""
    rows = [(found.start(), found.end()) for found in re.finditer(r"[^\n]*\S[^\n]*", source)]
    rows = [_trimmed(source, *row) for row in rows]
    title = _title_rows(source, rows)
    head = [Line(1, rows[0][0], rows[title - 1][1])] if title else []
    return head + [line for row in rows[title:] for line in _lines(source, row)]


def heading_mark(line: Line) -> str:
    """What stands before the line's words in Markdown."""
    return "#" * line.level + " " if line.level else ""


def as_written(words: str, *, begins: bool) -> str:
    """Words of a source so that Markdown shows them as they are. begins: they stand at the head of a line."""
    words = _BROKEN.sub("", _STRUCK.sub(lambda found: found[0].translate(_WIDE), words)).replace("\t", "　")
    if not begins:
        return words
    words = _LISTED.sub(lambda found: found[1] + _FULL[found[2]], words, count=1) if _LISTED.match(words) else words
    return f"\\{words}" if _MARKUP.match(words) else words


def _lines(source: str, row: tuple[int, int]) -> Iterator[Line]:
    start, end = row
    words = source[start:end]
    if marked := _MARKED.match(words):
        yield Line(marked[0].count("#"), start + marked.end(), end)
    elif _FIRST.match(words) and (behind := _run_in(words)):
        yield Line(2, start, start + behind)
        yield Line(0, *_trimmed(source, start + behind, end))
    else:
        yield Line(_level(words), start, end)


def _level(words: str) -> int:
    if len(words) > _LONGEST_HEADING or any(stop in words[:-1] for stop in _STOPS) or words[-1] in "，、：；":
        return 0
    if _FIRST.match(words):
        return 2
    return 3 if _SECOND.match(words) and words[-1] not in _STOPS else 0


def _run_in(words: str) -> int:
    """Behind which character the heading ends that a paragraph begins with; 0 where there is none."""
    stop = words.find("。")
    return stop + 1 if 0 < stop <= _LONGEST_RUN_IN and stop + 1 < len(words) and not _counts(words[:stop]) else 0


def _counts(words: str) -> bool:
    return bool(re.search(r"\d", words))


def _title_rows(source: str, rows: Sequence[tuple[int, int]]) -> int:
    """How many rows at the beginning are the title: short, without a stop, and with prose after them."""
    count = 0
    for start, end in rows[:_MOST_TITLE_LINES]:
        words = source[start:end]
        if len(words) > _LONGEST_HEADING or any(stop in words for stop in (*_STOPS, "：", "\t")):
            break
        if "，" in words and len(words) > _LONGEST_CLAUSE:
            break
        if words[0] in "-—–" or any(sign.match(words) for sign in (_FIRST, _SECOND, _MARKED, _IN_BRACKETS)):
            break
        count += 1
    return count if count < len(rows) else 0


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    words = source[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
