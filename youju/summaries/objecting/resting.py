"""The sentences of a text that rest on the records of one unit."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from youju.indicators.figure import Figure
from youju.ledger.reading import all_facts
from youju.orgs.units import Unit
from youju.summaries.binding.build import build
from youju.summaries.binding.markup import blocks
from youju.summaries.binding.summary import Block, Span, Summary
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.frozen import summary_of

Cell = Sequence[Span]
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
    unit is asked as any other. What is no draft any more says what was frozen, whatever came to the ledger since.
    """
    edition = document.editions.last() if document.is_frozen else None
    if edition is None and not document.text.strip():
        return []
    if edition is not None:
        summary = summary_of(edition)
        own_of = _kept_entries(summary, unit)
    else:
        summary = build(unit=document.unit, period=document.about, template=document.text, draft=True)
        own_of = partial(_entries, unit)
    found = (_line(sentence, own_of) for block in blocks(summary) for sentence in _sentences(block))
    return [line for line in found if line.figures]


def _row(head: Sequence[Cell], row: Sequence[Cell]) -> list[Span]:
    """A row of a table as it is read aloud: 学科带头人：市级61，县级101."""
    told = [[*name, *cell] for name, cell in zip(head[1:], row[1:], strict=False) if any(span.text for span in cell)]
    return [*row[0], *(span for place, cell in enumerate(told) for span in (Span("，" if place else "："), *cell))]


def _line(sentence: list[Span], own_of: Callable[[Figure], set[int]]) -> Line:
    figures = ((span.figure, span.text) for span in sentence if span.figure)
    counted = ((figure, text, len(own_of(figure).intersection(figure.entries))) for figure, text in figures)
    return Line(
        "".join(span.text for span in sentence).strip(), tuple(Resting(*each) for each in counted if each[2])
    )  # fmt: skip


def _entries(unit: Unit, figure: Figure) -> set[int]:
    """The entries that the unit adds to a figure."""
    return {row.entry for row in figure.source.live if row.unit == unit.code}


def _kept_entries(summary: Summary, unit: Unit) -> Callable[[Figure], set[int]]:
    """The same of figures that were frozen, by the facts themselves: an edition keeps only which entries there were."""
    measures = {measure for figure in summary.figures for measure in figure.indicator.measures}
    own: dict[str, set[int]] = defaultdict(set)
    facts = all_facts(summary.size).filter(unit=unit.code, measure__in=measures)
    for measure, seq in facts.values_list("measure", "entry__seq"):
        own[measure].add(seq)
    return lambda figure: {seq for measure in figure.indicator.measures for seq in own.get(measure, ())}


def _sentences(block: Block) -> Iterator[list[Span]]:
    """The spans of a block, cut where a sentence of the prose ends; of a table row by row."""
    if block.rows:
        head, *rows = block.rows
        yield from (_row(head, row) for row in rows)
        return
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
