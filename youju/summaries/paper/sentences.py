"""The sentences of a text that went out, and of one that came back, each knowing what figures stand in it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from youju.summaries.paper.original import OriginalLine, OriginalPiece

_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）》]*|[^。！？]+")


class Sentence(NamedTuple):
    """text: without blanks around it. section: the heading above. line: its number. pieces: prose and figures."""

    text: str
    section: str
    line: int
    pieces: tuple[OriginalPiece, ...]

    @property
    def figures(self) -> tuple[OriginalPiece, ...]:
        return tuple(piece for piece in self.pieces if piece.tag)


def sentences_out(lines: Iterable[OriginalLine]) -> list[Sentence]:
    """Those of a text as it went out."""
    found: list[Sentence] = []
    section = ""
    for number, line in enumerate(lines):
        section = line.text if line.level > 0 else section if not line.level else ""
        found += (
            Sentence(text, section, number, tuple(_within(line.pieces, start, start + len(text))))
            for start, text in _split(line.text)
        )
    return found


def sentences_back(lines: Iterable[str]) -> list[Sentence]:
    """Those of a text that came back; which figures stand in them is not known."""
    return [
        Sentence(text, "", number, (OriginalPiece(text),))
        for number, line in enumerate(lines)
        for _start, text in _split(line)
    ]


def _split(text: str) -> Iterator[tuple[int, str]]:
    """Where each sentence begins, and its letters."""
    for found in _SENTENCE.finditer(text):
        stripped = found[0].strip()
        if stripped:
            yield found.start() + found[0].index(stripped), stripped


def _within(pieces: Iterable[OriginalPiece], start: int, end: int) -> Iterator[OriginalPiece]:
    """The pieces between two places of their line, cut there."""
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            yield piece._replace(text=piece.text[first:last])
        at += len(piece.text)
