"""Two texts compared word by word, long ones sentence by sentence, as plain values."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

# A token of the grammar is one word, so is a run of Latin letters or digits, and so is each Chinese character.
_WORD = re.compile(r"\{\{[^{}\n]*\}\}|[A-Za-z]+|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)

_SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]|[^。！？\n]+")
_LONGEST = 5000
"""Words of a text that is compared by them. The time grows with their square."""

Sort = Literal["same", "gone", "new"]


class Piece(NamedTuple):
    sort: Sort
    text: str


def compared(old: str, new: str) -> list[Piece]:
    """What stayed, what is gone and what is new, in the order of reading; what is gone before what came for it."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if is_long := max(len(before), len(after)) > _LONGEST:
        before, after = _SENTENCE.findall(old), _SENTENCE.findall(new)
    return [piece for piece in _pieces(before, after, is_long) if piece.text]


def is_same(pieces: list[Piece]) -> bool:
    return all(piece.sort == "same" for piece in pieces)


def _pieces(before: list[str], after: list[str], is_long: bool) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=is_long)  # what stands everywhere is not looked for
    for how, first, last, start, end in matcher.get_opcodes():
        if how == "equal":
            yield Piece("same", "".join(before[first:last]))
            continue
        yield Piece("gone", "".join(before[first:last]))
        yield Piece("new", "".join(after[start:end]))
