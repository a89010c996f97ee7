"""A summary as PDF, set by typst in the layout of GB/T 9704-2012. The same summary and heads give the same bytes."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils.translation import override

from youju.lib.qr import qr_svg
from youju.lib.typesetting import typeset
from youju.orgs.fonts import FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG, families, own_folder, stands_in
from youju.summaries.binding.markup import told_of_hand
from youju.summaries.binding.summary import Chart, Summary
from youju.summaries.paper import words
from youju.summaries.paper.figure_list import told
from youju.summaries.paper.glyphs import remarks, shown
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.layout import Layout, Paragraph, Piece, layout_of
from youju.summaries.paper.title import title_lines

_TEMPLATE = Path(__file__).with_name("paper.typ")
_LATIN = "Libertinus Serif"  # comes with typst
_FACES = {"body": FANGSONG, "kai": KAITI, "hei": HEITI, "title": XIAOBIAOSONG, "song": SONGTI}


def to_pdf(summary: Summary, heads: Heads) -> bytes:
    """The document; it is in Chinese, whatever language is asked for. Raises NoChineseFont."""
    with override("zh-hans"):
        given = json.dumps(_data(layout_of(summary, heads)), ensure_ascii=False)
        return typeset(_TEMPLATE, {"sheet": shown(given)}, own_folder())


def _data(layout: Layout) -> dict[str, Any]:
    heads, summary = layout.heads, layout.summary
    return {
        "faces": {name: families(face) for name, face in _FACES.items()},
        "latin": _LATIN if stands_in(FANGSONG) else "",
        "bold_title": bool(stands_in(XIAOBIAOSONG)),
        "draft": words.draft(summary),
        "head": _head(heads),
        "title": title_lines(layout.title),
        "addressee": words.addressed(heads),
        "paragraphs": [
            (paragraph.level, _marked(paragraph.pieces), _bars(paragraph.chart), _table(paragraph))
            for paragraph in layout.paragraphs
        ],
        "attachments": heads.attachments,
        "sign": {"issuer": heads.issuer, "day": words.day(heads.day)} if heads.day else None,
        "back": _back(heads),
        "words": words.labels(),
        "notes": words.notes(summary),
        "root": words.spaced(summary.root),
        "hand": [(span.text, told_of_hand(span)) for span in summary.by_hand],
        "figures": [(line.text, line.name, line.counts, str(line.records)) for line in told(summary)],
        "address": heads.address,
        "qr": qr_svg(heads.address) if heads.address else None,
        "remarks": remarks(layout),
    }


def _marked(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    return [(piece.mark, piece.text) for piece in pieces]


def _table(paragraph: Paragraph) -> list[list[list[tuple[str, str]]]]:
    """Row by row, each as wide as the head; nothing where there is no table."""
    return [[_marked(cell) for cell in row] for row in paragraph.rows]


def _head(heads: Heads) -> dict[str, str] | None:
    if not heads.as_report:
        return None
    label = words.signer_label() if heads.signer else ""
    return {"mark": words.mark(heads), "symbol": heads.symbol, "signer_label": label, "signer": heads.signer}


def _bars(chart: Chart | None) -> list[tuple[str, float, str]]:
    """Name, share of the longest bar, and value of each; nothing where there is no chart."""
    parts = chart.parts if chart else ()
    top = max((float(part.value) for part in parts), default=0) or 1
    return [(part.name, float(part.value) / top, part.text) for part in parts]


def _back(heads: Heads) -> dict[str, str] | None:
    if not heads.copies_to:
        return None
    return {
        "copies_label": words.copies_label(),
        "copies": heads.copies_to.rstrip("。") + "。",
        "issuer": heads.issuer,
        "printed": words.printed(heads.printed_on) if heads.printed_on else "",
    }
