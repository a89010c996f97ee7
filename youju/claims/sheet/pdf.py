"""A check sheet as PDF, set by typst. The same sheet gives the same bytes."""

import json
from pathlib import Path

from youju.claims.sheet.sheet import Open, Sheet, meaning
from youju.claims.sheet.words import facts, words
from youju.lib.typesetting import typeset
from youju.orgs.fonts import BODY, HEADS, chinese
from youju.phrases import reader_language

_TEMPLATE = Path(__file__).with_name("sheet.typ")


def to_pdf(sheet: Sheet) -> bytes:
    """The document. Raises NoChineseFont."""
    return typeset(_TEMPLATE, {"sheet": json.dumps(_data(sheet), ensure_ascii=False)})


def _data(sheet: Sheet) -> dict[str, object]:
    return {
        "body": chinese(BODY),
        "heads": chinese(HEADS),
        "lang": reader_language(),
        "words": words(sheet)._asdict(),
        "facts": facts(sheet),
        "verdicts": sheet.verdicts,
        "notes": sheet.notes,
        "open": [_line(each) for each in sheet.open],
        "sums": sheet.sums,
        "meaning": meaning(),
        "root": sheet.spaced_root,
        "foot": " · ".join(filter(None, (sheet.title, sheet.short_root))),
    }


def _line(line: Open) -> dict[str, str]:
    return {
        "before": line.before,
        "text": line.text,
        "verdict": str(line.verdict.label),
        "ledger": line.ledger or "—",
        "reason": line.reason,
        "notes": line.notes,
    }
