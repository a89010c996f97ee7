"""Sentences, clauses and headings of a text, found once and looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from youju.claims.reading.claim import Span

# 【安全卫生】 at the head of a line is a heading of its own.
_BOXED = r"(?:^|(?<=\n))[ \t\u3000>*]{0,24}【[^】\n]{1,20}】"
_CLAUSE = re.compile(rf"{_BOXED}|[，。；：！？;!?\n,:](?<![0-9][,:](?=[0-9]))")
_SENTENCE = re.compile(rf"{_BOXED}|[。！？!?\n]")
_CN = "一二三四五六七八九十百"
_HEADING = re.compile(
    rf"""\n[ \t\u3000>*\-•]{{0,24}}(?:(?P<hashes>\#{{1,6}})[ \t]*)?(?:
        第(?P<part>[{_CN}]{{1,3}})(?:章|部分|篇|编)[、\s]?
      | (?P<first>[{_CN}]{{1,3}})、
      | [（(](?P<second>[{_CN}]{{1,3}})[）)]
      | (?P<third>[0-9]{{1,2}})[.、．](?=(?:19|20)[0-9]{{2}}\s?年|[^0-9])
      | [（(](?P<fourth>[0-9]{{1,2}})[）)]
      | 【(?P<boxed>)(?=[^】\n]{{1,20}}】)
      | (?(hashes)|(?!))
    )""",
    re.VERBOSE,
)
_LEVELS = {"part": 0, "first": 1, "second": 2, "third": 3, "fourth": 4, "boxed": 5}
_TITLE_END = re.compile(r"[。；;】\n]")
_TITLE_LONGEST = 40


class Heading(NamedTuple):
    """What a place stands under: 四.4 and the headings' words."""

    section: str
    text: str


_NONE = Heading("", "")


class Layout:
    """Looks up the clause, the sentence and the heading of a place."""

    __slots__ = ("_clause", "_clauses", "_heading_starts", "_headings", "_length", "_plain", "_sentence", "_sentences")

    def __init__(self, plain: str) -> None:
        self._plain, self._length = plain, len(plain)
        self._clauses = [found.end() for found in _CLAUSE.finditer(plain)]
        self._sentences = [found.end() for found in _SENTENCE.finditer(plain)]
        # Who reads a text from its beginning asks for one clause many times.
        self._clause = self._sentence = (0, 0)
        self._heading_starts: list[int] = []
        self._headings: list[Heading] = []
        self._read_headings()

    def clause(self, at: int) -> Span:
        """Give the clause round a place, without the mark that ends it."""
        if not self._clause[0] <= at < self._clause[1]:
            self._clause = self._between(self._clauses, at)
        return self._clause

    def sentence(self, at: int) -> Span:
        """Give the sentence round a place, without the mark that ends it."""
        if not self._sentence[0] <= at < self._sentence[1]:
            self._sentence = self._between(self._sentences, at)
        return self._sentence

    def heading(self, at: int) -> Heading:
        """Give the headings a place stands under."""
        index = bisect_right(self._heading_starts, at) - 1
        return self._headings[index] if index >= 0 else _NONE

    def _between(self, ends: list[int], at: int) -> Span:
        index = bisect_right(ends, at)
        start = ends[index - 1] if index else 0
        return start, ends[index] - 1 if index < len(ends) else self._length

    def _read_headings(self) -> None:
        stack: list[tuple[int, str, str]] = []
        # The line break in front lets the first line be a heading too.
        for found in _HEADING.finditer("\n" + self._plain[:80]):
            if found.start() == 0:
                self._push(stack, found, 0, found.end() - 1)
        for found in _HEADING.finditer(self._plain):
            self._push(stack, found, found.start() + 1, found.end())

    def _push(self, stack: list[tuple[int, str, str]], found: re.Match[str], start: int, end: int) -> None:
        kind = found.lastgroup or "hashes"
        level = _LEVELS.get(kind, 0)
        while stack and stack[-1][0] >= level:
            stack.pop()
        stack.append((level, found[kind] if kind in _LEVELS else "", self._title(end)))
        self._heading_starts.append(start)
        section = ".".join(label for _, label, _ in stack if label)
        self._headings.append(Heading(section, " ".join(title for _, _, title in stack if title)))

    def _title(self, start: int) -> str:
        ended = _TITLE_END.search(self._plain, start, start + _TITLE_LONGEST)
        return self._plain[start : ended.start() if ended else start + _TITLE_LONGEST].strip()
