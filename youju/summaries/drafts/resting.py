"""The sentences of a text that rest on the records of one unit."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from youju.indicators.figure import Figure
from youju.orgs.units import Unit
from youju.summaries.binding.build import build
from youju.summaries.binding.markup import blocks
from youju.summaries.binding.summary import Block, Span
from youju.summaries.drafts.documents import Document

_END = re.compile(r"(?<=[。！？!?])")


class Resting(NamedTuple):
    """A figure of a sentence, and how many of its entries are the unit's."""

    figure: Figure
    printed: str
    entries: int


class Line(NamedTuple):
    """text: the sentence as it is printed now."""

    text: str
    figures: tuple[Resting, ...]

    @property
    def codes(self) -> list[str]:
        return [resting.figure.indicator.code for resting in self.figures]


def lines_resting_on(document: Document, unit: Unit) -> list[Line]:
    """Each sentence with a figure behind which are entries of the unit, in the order of the text; a document's own
    unit is asked as any other."""
    if not document.text.strip():
        return []
    summary = build(unit=document.unit, period=document.about, template=document.text, draft=True)
    found = (_line(sentence, unit) for block in blocks(summary) for sentence in _sentences(block))
    return [line for line in found if line.figures]


def _line(sentence: list[Span], unit: Unit) -> Line:
    figures = ((span.figure, span.text, _entries(span.figure, unit)) for span in sentence if span.figure)
    resting = tuple(Resting(figure, text, count) for figure, text, count in figures if count)
    return Line("".join(span.text for span in sentence).strip(), resting)


def _entries(figure: Figure, unit: Unit) -> int:
    """How many of the entries behind a figure are the unit's."""
    own = {row.entry for row in figure.source.live if row.unit == unit.code}
    return len(own.intersection(figure.entries)) if own else 0


def _sentences(block: Block) -> Iterator[list[Span]]:
    """The spans of a block, cut where a sentence of the prose ends."""
    sentence: list[Span] = []
    for span in block.spans:
        if span.figure or span.hand or span.cited or span.wrong:
            sentence.append(span)
            continue
        *ended, rest = _END.split(span.text)
        for text in ended:
            yield [*sentence, Span(text)]
            sentence = []
        sentence.append(Span(rest))
    yield sentence
