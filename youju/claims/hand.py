"""Figures that their writer marked as typed by hand, with the reason why no record carries them.

The mark is the one of summaries: {{手填 12次 | reason}}.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from youju.claims.checked import Checked
from youju.claims.notes import Note

MARK = "手填"
_MARKED = re.compile(rf"\{{\{{\s*{MARK}(?P<figure>[^{{}}|\n]*)(?:\|(?P<reason>[^{{}}\n]*))?\}}\}}")


def noted(text: str, checked: Iterable[Checked]) -> list[Checked]:
    """Claims of a text, those that it marks as typed by hand with a note that says so."""
    marks = [(found.span("figure"), (found["reason"] or "").strip()) for found in _MARKED.finditer(text)]
    if not marks:
        return list(checked)
    return [_noted(one, marks) for one in checked]


def _noted(one: Checked, marks: list[tuple[tuple[int, int], str]]) -> Checked:
    for (start, end), reason in marks:
        if start <= one.claim.start and one.claim.end <= end:
            return replace(one, notes=(*one.notes, Note("by-hand", 1, reason)))
    return one
