"""The question card (问答卡) as PDF, set by typst. The same card gives the same bytes."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from youju.lib.typesetting import typeset
from youju.orgs.fonts import BODY, HEADS, chinese

_TEMPLATE = Path(__file__).with_name("card.typ")


class CardRow(NamedTuple):
    """A headline figure in words. why: which units changed it; evidence: name and grade of each piece."""

    text: str
    name: str
    parts: str
    before: str
    change: str
    why: Sequence[str]
    evidence: Sequence[tuple[str, str]]


class CardSheet(NamedTuple):
    """What the card says. weakest: a heading, the figure and why; others, empty: a sentence, or ""."""

    title: str
    note: str
    weakest: tuple[str, str, str]
    columns: tuple[str, str, str, str]
    rows: Sequence[CardRow]
    others: str
    empty: str


def card_paper(sheet: CardSheet) -> bytes:
    """The PDF. Raises NoChineseFont."""
    given = sheet._asdict() | {
        "body": chinese(BODY),
        "heads": chinese(HEADS),
        "weakest": dict(zip(("title", "text", "why"), sheet.weakest, strict=True)),
        "rows": [row._asdict() for row in sheet.rows],
    }
    return typeset(_TEMPLATE, {"given": json.dumps(given, ensure_ascii=False)})
