"""A summary as it is set on paper, before anybody says in which format: its title and its paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, NamedTuple

from youju.lib.text import visible
from youju.summaries.binding.markup import blocks
from youju.summaries.binding.summary import Block, Chart, Span, Summary
from youju.summaries.paper.heads import Heads

Mark = Literal["", "strong", "figure", "hand", "blank", "wrong"]


class Piece(NamedTuple):
    """Letters set alike. span: what they are in the summary, where they are more than prose."""

    text: str
    mark: Mark = ""
    span: Span | None = None


class Paragraph(NamedTuple):
    """level: 0 for text, 1 for 一、, 2 for (一), 3 for 1. and so on. chart: drawn, with the text as its caption.

    rows: of a table, cell by cell, its head first; its pieces are then those of all cells.
    """

    level: int
    pieces: tuple[Piece, ...]
    chart: Chart | None = None
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Layout:
    """title: as its heads or its text give it, strokes included."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    summary: Summary
    heads: Heads


def layout_of(summary: Summary, heads: Heads) -> Layout:
    """A heading of the first level that stands first is the title; each break of a line begins a paragraph."""
    seen: dict[str, Any] = {name: visible(value) for name, value in _texts(heads)}
    heads = replace(heads, **seen)
    first, *rest = blocks(summary)
    title, body = (first.text, rest) if first.level == 1 else ("", [first, *rest])
    paragraphs = tuple(paragraph for block in body for paragraph in _paragraphs(block))
    return Layout(heads.title or title or summary.unit_name, paragraphs, summary, heads)


def _texts(heads: Heads) -> Iterator[tuple[str, str]]:
    named = ((field.name, getattr(heads, field.name)) for field in fields(heads))
    return ((name, value) for name, value in named if isinstance(value, str))


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if block.rows:
        rows = tuple(tuple(tuple(_piece(span, span.text) for span in cell) for cell in row) for row in block.rows)
        yield Paragraph(0, tuple(piece for row in rows for cell in row for piece in cell), rows=rows)
        return
    level = max(block.level - 1, 1) if block.level else 0
    lines: list[list[Piece]] = [[]]
    for span in block.spans:
        first, *more = span.text.split("\n")
        lines[-1].append(_piece(span, first))
        lines += [[_piece(span, text)] for text in more]
    for line in lines:
        pieces = tuple(piece for piece in line if piece.text)
        if pieces:
            yield Paragraph(level, pieces, block.chart)


def _piece(span: Span, text: str) -> Piece:
    if span.wrong:
        return Piece(text, "wrong", span if span.todo else None)  # as it is written, it is prose
    if span.hand is not None:
        return Piece(text, "hand", span)
    if span.figure is not None:
        return Piece(text, "blank" if span.reason else "figure", span)
    return Piece(text, "strong" if span.strong else "")
