"""Two texts compared word by word, as plain values."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

# A token of the grammar is one word, so is a run of Latin letters or digits, and so is each Chinese character.
_WORD = re.compile(r"\{\{[^{}\n]*\}\}|[A-Za-z]+|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)

Sort = Literal["same", "gone", "new"]


class Piece(NamedTuple):
    sort: Sort
    text: str


def compared(old: str, new: str) -> list[Piece]:
    """What stayed, what is gone and what is new, in the order of reading; what is gone before what came for it."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    return [piece for piece in _pieces(before, after) if piece.text]


def is_same(pieces: list[Piece]) -> bool:
    return all(piece.sort == "same" for piece in pieces)


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for how, first, last, start, end in matcher.get_opcodes():
        if how == "equal":
            yield Piece("same", "".join(before[first:last]))
            continue
        yield Piece("gone", "".join(before[first:last]))
        yield Piece("new", "".join(after[start:end]))
