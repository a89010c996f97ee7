"""A summary as a Word document in the layout of GB/T 9704-2012, to be edited. The same input gives the same bytes.

Each figure stands in a content control whose tag carries its fingerprint (fingerprints.py); the text as it went out
stands in a part of its own (original.py), so that a returned file shows what was changed by hand.
"""

from io import BytesIO
from itertools import chain

from django.utils.translation import override
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor

from youju.lib.qr import qr_png
from youju.summaries.binding.markup import told_of_hand
from youju.summaries.binding.summary import Summary
from youju.summaries.paper import words
from youju.summaries.paper.controls import controlled
from youju.summaries.paper.docx_page import (
    FANGSONG,
    HEITI,
    KAITI,
    SIZE,
    XIAOBIAOSONG,
    blank_document,
    paragraph_in,
    run,
    set_at_foot,
)
from youju.summaries.paper.docx_table import add_table, paragraphs_of
from youju.summaries.paper.figure_list import told
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.layout import Layout, Paragraph, layout_of
from youju.summaries.paper.original import attach
from youju.summaries.paper.repacked import repacked
from youju.summaries.paper.title import title_lines

_RED = RGBColor(0xD7, 0x00, 0x0F)
_WIDTHS = (12, 24, 42, 63, 15)  # millimetres
_QR = Mm(24)
_CHART_WIDTHS = (110, 46)
_TYPE_WIDTH = 156
_LEVELS = 3


def to_docx(summary: Summary, heads: Heads) -> bytes:
    """The document; it is in Chinese, whatever language is asked for."""
    with override("zh-hans"):
        layout = layout_of(summary, heads)
        document = blank_document(layout.title)
        _front(document, layout)
        body = [
            (_tabled(document, number, paragraph) if paragraph.rows else _body(document, number, paragraph), paragraph)
            for number, paragraph in enumerate(layout.paragraphs)
            if not _charted(document, paragraph)
        ]
        _end(document, heads)
        if summary.root:
            _list(document, summary, heads)
        attach(document, summary, body)
        content = BytesIO()
        document.save(content)
    return repacked(content.getvalue())


def _front(document: DocumentType, layout: Layout) -> None:
    heads = layout.heads
    if heads.as_report:
        mark = paragraph_in(document, "RedMark")
        run(mark, words.mark(heads), XIAOBIAOSONG, Pt(min(52, 424 // max(len(words.mark(heads)), 1))), color=_RED)
        number = paragraph_in(document, "RedLine")
        signed = f"{words.signer_label()}" if heads.signer else ""
        run(number, f"　{heads.symbol}\t{signed}")
        run(number, heads.signer, KAITI)
    title = paragraph_in(document, "Title")
    for place, line in enumerate(title_lines(layout.title)):
        if place:
            title.add_run().add_break()
        run(title, line, XIAOBIAOSONG, Pt(22))
    document.add_paragraph()
    if heads.addressee:
        run(paragraph_in(document, "Flush"), words.addressed(heads))


def _body(document: DocumentType, number: int, paragraph: Paragraph) -> BaseOxmlElement:
    level = min(paragraph.level, _LEVELS)
    face = (FANGSONG, HEITI, KAITI, FANGSONG)[level]
    added = paragraph_in(document, f"Heading{level}" if level else "BodyText")
    for place, piece in enumerate(paragraph.pieces):
        made = run(added, piece.text, face, bold=piece.mark == "strong", dashed=piece.mark == "hand")
        if piece.span is not None:
            controlled(made, piece.span, number=1000 * (number + 1) + place)
    return added._p


def _charted(document: DocumentType, paragraph: Paragraph) -> bool:
    """The values of a chart, as a table under its title, as bars could not be edited; False where it is none."""
    chart = paragraph.chart
    if chart is None:
        return False
    add_table(document, (chart.title, ""), [(part.name, part.text) for part in chart.parts], _CHART_WIDTHS)
    return True


def _tabled(document: DocumentType, number: int, paragraph: Paragraph) -> BaseOxmlElement:
    """A table of the text, each figure in a control of its own."""
    head, *rows = paragraph.rows
    widths = [_TYPE_WIDTH // len(head)] * len(head)
    table = add_table(document, [""] * len(head), [[""] * len(head) for _row in rows], widths)
    cells = paragraphs_of(table, document)
    for place, (cell, pieces) in enumerate(zip(cells, chain.from_iterable(paragraph.rows), strict=True)):
        face = HEITI if place < len(head) else FANGSONG
        for piece in pieces:
            made = run(cell, piece.text, face, Pt(12), dashed=piece.mark == "hand")
            if piece.span is not None:
                controlled(made, piece.span, number=1000 * (number + 1) + place)
    return table


def _end(document: DocumentType, heads: Heads) -> None:
    if heads.attachments:
        document.add_paragraph()
        several = len(heads.attachments) > 1
        for place, name in enumerate(heads.attachments):
            before = str(words.labels()["attachment"]) if not place else "　　　"
            run(paragraph_in(document, "BodyText"), before + (f"{place + 1}. " if several else "") + name)
    if heads.day:
        document.add_paragraph()
        day = words.day(heads.day)
        inset = max(0.0, 4 - (len(heads.issuer) - _letters(day)) / 2)
        for text, characters in ((heads.issuer, inset), (day, 4.0)):
            if text:
                added = paragraph_in(document, "Flush")
                added.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                added.paragraph_format.right_indent = Pt(characters * SIZE)
                run(added, text)
    if heads.copies_to:
        _back(document, heads)


def _letters(text: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text)


def _back(document: DocumentType, heads: Heads) -> None:
    copies = paragraph_in(document, "BackMatter")
    set_at_foot(copies)
    run(copies, f"　{words.copies_label()}{heads.copies_to.rstrip('。')}。", size=Pt(14))
    if heads.printed_on:
        added = paragraph_in(document, "BackMatter")
        set_at_foot(added)
        run(added, f"　{heads.issuer}\t{words.printed(heads.printed_on)}", size=Pt(14))
    document.add_paragraph()  # what the frame at the foot of the page hangs on


def _list(document: DocumentType, summary: Summary, heads: Heads) -> None:
    """The last page: every figure with what it counts, and the ledger it was read from."""
    labels = words.labels()
    head = paragraph_in(document, "ListTitle")
    run(head, str(labels["list"]), HEITI)
    notes = [*words.notes(summary), words.spaced(summary.root)]
    notes += [f"{labels['where']}{heads.address}"] if heads.address else []
    notes += [f"{labels['hand']}："] if summary.by_hand else []
    notes += [f"{place}. {span.text}　{told_of_hand(span)}" for place, span in enumerate(summary.by_hand, 1)]
    for note in notes:
        run(paragraph_in(document, "Note"), note, size=Pt(10.5))
    if heads.address:
        code = paragraph_in(document, "Note")
        code.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        code.paragraph_format.space_after = Pt(6)
        code.add_run().add_picture(BytesIO(qr_png(heads.address)), width=_QR)
    lines = told(summary)
    if lines:
        rows = [(str(place), *map(str, line)) for place, line in enumerate(lines, 1)]
        add_table(document, tuple(labels["columns"]), rows, _WIDTHS)
