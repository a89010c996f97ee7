"""Where a figure stands, for somebody who looks it up: its line, and a few words on either side.

Nothing in it turns the direction of a line or speaks to a terminal, whatever the text holds.
"""

import re
from typing import NamedTuple

from youju.claims.reading import Claim
from youju.lib.text import visible

_IN_NUMBER = re.compile(r"[0-9０-９.,]{2}")
_LONGEST_NUMBER = 24  # characters: what is longer is no figure of a summary
_BEFORE, _AFTER = 14, 8  # characters
_BREAK = re.compile(r"\s*[\r\n]\s*")
_SPACES = re.compile(r"\s+")
_LINE_END = re.compile(r"\r\n?|\n")


class Excerpt(NamedTuple):
    """line: from 1; before, after: within the sentence, with … where it goes on."""

    line: int
    before: str
    after: str


def excerpt_of(text: str, claim: Claim) -> Excerpt:
    """Where a claim of the text stands."""
    first = max(claim.sentence[0], _start_of_number(text, max(0, claim.start - _BEFORE)))
    last = min(claim.sentence[1], _end_of_number(text, min(len(text), claim.end + _AFTER)))
    before, after = _on_one_line(text[first : claim.start]), _on_one_line(text[claim.end : last])
    return Excerpt(
        line=len(_LINE_END.findall(text, 0, claim.start)) + 1,
        before=("…" if first > claim.sentence[0] else "") + before.lstrip(),
        after=after.rstrip() + ("…" if last < claim.sentence[1] else ""),
    )


def _start_of_number(text: str, place: int) -> int:
    """The place, or where the number begins that it would cut in two: “…70户” is not what “170户” said."""
    for _step in range(_LONGEST_NUMBER):
        if not _IN_NUMBER.fullmatch(text[max(0, place - 1) : place + 1]):
            break
        place -= 1
    return place


def _end_of_number(text: str, place: int) -> int:
    for _step in range(_LONGEST_NUMBER):
        if not _IN_NUMBER.fullmatch(text[max(0, place - 1) : place + 1]):
            break
        place += 1
    return place


def _on_one_line(text: str) -> str:
    # A line that a margin broke goes on without a space, as Chinese does; cells of a table stay apart.
    return visible(_SPACES.sub(" ", _BREAK.sub("", text)))
