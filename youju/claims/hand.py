"""Figures that their writer marked as typed by hand, with the reason why no record carries them.

The mark is the one of summaries, {{手填 12次 | reason}}, or what any writer puts behind a figure: 12次（手填：reason）.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from youju.claims.checked import Checked
from youju.claims.notes import Note
from youju.claims.reading.claim import Span

MARK = "手填"
_MARKED = re.compile(rf"\{{\{{\s*{MARK}(?P<figure>[^{{}}|\n]*)(?:\|(?P<reason>[^{{}}\n]*))?\}}\}}")

_BEHIND = re.compile(rf"[\u4e00-\u9fff]{{0,8}}[（(]\s*{MARK}\s*(?:[:：，,;；]\s*(?P<reason>[^（）()\n]*))?[）)]")


def noted(text: str, checked: Iterable[Checked]) -> list[Checked]:
    """Claims of a text, those that it marks as typed by hand with a note that says so."""
    marks = [(found.span("figure"), found) for found in _MARKED.finditer(text)]
    return [_noted(text, one, marks) for one in checked]


def _noted(text: str, one: Checked, marks: list[tuple[Span, re.Match[str]]]) -> Checked:
    claim = one.claim
    around = (mark for (start, end), mark in marks if start <= claim.start and claim.end <= end)
    mark = next(around, None) or _BEHIND.match(text, claim.end)
    if mark is None:
        return one
    return replace(one, notes=(*one.notes, Note("by-hand", 1, (mark["reason"] or "").strip())))
