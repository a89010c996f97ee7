"""Words of plain talk and the written words they stand for, from plain_words.toml.

Names and texts are compared in written words, so that either way of saying a thing names it. A written word need not
be as long as the plain one: what is found is told by its place in the text as it is.
"""

import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

_FILE = Path(__file__).with_suffix(".toml")

_READ = tomllib.loads(_FILE.read_text("utf-8"))


def _by_plain(table: str) -> dict[str, str]:
    return {plain: written for written, some in _READ[table].items() for plain in some.split()}


WRITTEN = _by_plain("written")
"""The written word for each one of plain talk."""

ALONE = _by_plain("alone")
"""What a noun names that is all its clause says of a number."""

_PLAIN = tuple(WRITTEN)
_START = attrgetter("start")
_AUTOMATON = AhoCorasick(_PLAIN, matchkind=MatchKind.LeftmostLongest)


class Plain(NamedTuple):
    """A word of plain talk in a text, and the written word for it."""

    start: int
    end: int
    written: str


def plain_in(text: str) -> Iterator[Plain]:
    """The words of plain talk in a text, in order, the longest first."""
    found = _AUTOMATON.find_matches_as_indexes(text)
    return (Plain(start, end, WRITTEN[_PLAIN[number]]) for number, start, end in found)


class _Changed(NamedTuple):
    """Where a written word stands in the text of written words, and the plain one it stands for."""

    start: int
    end: int
    plain: Plain


class Written(NamedTuple):
    """A text in written words, and which of them stand for others."""

    text: str
    changed: tuple[_Changed, ...]

    @classmethod
    def of(cls, text: str) -> "Written":
        """Write a text in written words."""
        pieces: list[str] = []
        changed: list[_Changed] = []
        last = length = 0
        for plain in plain_in(text):
            start = length + plain.start - last
            length = start + len(plain.written)
            changed.append(_Changed(start, length, plain))
            pieces += text[last : plain.start], plain.written
            last = plain.end
        return cls("".join((*pieces, text[last:])), tuple(changed))

    def as_it_stands(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it stands in the text as it is."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, at: int) -> tuple[int, int]:
        """A character's place there; within a written word, the whole of the plain one."""
        before = bisect_right(self.changed, at, key=_START)
        if not before:
            return at, at + 1
        _, end, plain = self.changed[before - 1]
        if at < end:
            return plain.start, plain.end
        return at - end + plain.end, at - end + plain.end + 1


def as_written(text: str) -> str:
    """A text that names by the written word what plain talk names otherwise: 教师 for 老师."""
    return Written.of(text).text
