"""A summary: prose whose figures are bound to the ledger, as plain values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from youju.indicators.figure import Figure
from youju.lib.periods import Period

# A span's place in the text, in letters that no template can hold.
OPEN, CLOSE = "\ue000", "\ue001"
_PLACE = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Span(NamedTuple):
    """A piece of prose. figure: where it is bound; reason: why it was typed by hand, or is blank in a draft.

    strong: set in bold, as the text marks it.
    """

    text: str
    figure: Figure | None = None
    reason: str = ""
    strong: bool = False


class Block(NamedTuple):
    """A heading (level 1 to 6) or a paragraph (level 0)."""

    level: int
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Summary:
    """marked: the template in Markdown with a place for each span; size and root: the ledger it was read from."""

    unit: str
    unit_name: str
    period: Period
    size: int
    root: bytes
    marked: str
    spans: tuple[Span, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the order of the text; one may stand twice."""
        return tuple(span.figure for span in self.spans if span.figure is not None)

    @property
    def blanks(self) -> tuple[Span, ...]:
        """What a draft cannot print yet, each figure once."""
        found = {span.figure.indicator.code: span for span in self.spans if span.figure is not None and span.reason}
        return tuple(found.values())

    @property
    def by_hand(self) -> tuple[Span, ...]:
        return tuple(span for span in self.spans if span.figure is None)


def place(number: int) -> str:
    """What stands in ``marked`` for the span of this number."""
    return f"{OPEN}{number}{CLOSE}"


def split(text: str, spans: tuple[Span, ...]) -> Iterator[Span]:
    """A piece of marked text as prose and spans, in order."""
    reached = 0
    for found in _PLACE.finditer(text):
        if found.start() > reached:
            yield Span(text[reached : found.start()])
        yield spans[int(found[1])]
        reached = found.end()
    if reached < len(text):
        yield Span(text[reached:])
