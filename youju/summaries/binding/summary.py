"""A summary: prose whose figures are bound to the ledger, as plain values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from youju.indicators.figure import Figure
from youju.lib.periods import Period
from youju.summaries.binding.errors import Problem
from youju.summaries.binding.parts import NamedPart

# A span's place in the text, in letters that no template can hold.
OPEN, CLOSE = "\ue000", "\ue001"
_PLACE = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Hand(NamedTuple):
    """What is told of a figure typed by hand: why no record carries it, where it was read, who asked for it."""

    reason: str
    source: str
    asked_by: str


class Chart(NamedTuple):
    """A small chart of a figure's parts, in their order. title: what it shows; also its caption in print."""

    title: str
    parts: tuple[NamedPart, ...]


class Span(NamedTuple):
    """A piece of prose.

    figure: where it is bound. hand: where it was typed by hand. cited: the reference of a record that stands for the
    sentence before; it has no text. chart: drawn in place of the text, which is its caption.
    wrong: only in a draft, what is neither bound nor hand-entered. reason: why a draft has a blank here, or what is
    wrong with it. before: of a change, the figure of the year before that it is told against.
    strong: set in bold, as the text marks it. todo: only in a draft, a hint what is to be written here.
    """

    text: str
    figure: Figure | None = None
    reason: str = ""
    before: Figure | None = None
    hand: Hand | None = None
    cited: str = ""
    chart: Chart | None = None
    wrong: bool = False
    strong: bool = False
    todo: bool = False


Cells = tuple[tuple[Span, ...], ...]
"""A row of a table, cell by cell."""


class Block(NamedTuple):
    """A heading (level 1 to 6), a paragraph or a table (level 0). rows: of a table, its head first; else none."""

    level: int
    spans: tuple[Span, ...]
    rows: tuple[Cells, ...] = ()

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def chart(self) -> Chart | None:
        """The chart that this block is; None where it is prose."""
        return self.spans[0].chart if len(self.spans) == 1 else None


@dataclass(frozen=True, slots=True)
class Summary:
    """marked: the template in Markdown with a place for each span; size and root: the ledger it was read from.

    root is empty where a text was read from none, as a masked one is.

    problems: what keeps a draft from being frozen, by line; a summary that is no draft has none.
    """

    unit: str
    unit_name: str
    period: Period
    size: int
    root: bytes
    marked: str
    spans: tuple[Span, ...]
    problems: tuple[Problem, ...] = ()

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
        return tuple(span for span in self.spans if span.hand is not None)

    @property
    def cited(self) -> tuple[str, ...]:
        """The references of the records cited, each once."""
        return tuple(dict.fromkeys(span.cited for span in self.spans if span.cited))

    @property
    def wrong(self) -> tuple[Span, ...]:
        """What a draft states without its being bound or hand-entered."""
        return tuple(span for span in self.spans if span.wrong)

    @property
    def told(self) -> int:
        """How many figures it tells, bound or typed by hand."""
        return len(self.figures) + len(self.by_hand)


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
