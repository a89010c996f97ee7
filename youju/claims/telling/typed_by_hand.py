"""Figures that their writer marked as typed by hand, with the reason why no record carries them.

The mark is the one of summaries, {{手填 12次 | reason | source | who asked}}, or what any writer puts behind a figure:
12次（手填：reason）.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from youju.claims.ranking.notes import Note
from youju.claims.telling.checked import Checked

MARK = "手填"
_MARKED = re.compile(rf"\{{\{{\s*{MARK}(?P<figure>[^{{}}|\n]*)(?:\|(?P<reason>[^{{}}\n]*))?\}}\}}")
_BEHIND = re.compile(rf"[\u4e00-\u9fff]{{0,8}}[（(]\s*{MARK}\s*(?:[:：，,;；]\s*(?P<reason>[^（）()\n]*))?[）)]")


def with_hand_notes(text: str, checked: Iterable[Checked]) -> list[Checked]:
    """Claims of a text, those that it marks as typed by hand with a note that says so."""
    marks = list(_MARKED.finditer(text))
    return [_noted(text, one, marks) for one in checked]


def _noted(text: str, one: Checked, marks: list[re.Match[str]]) -> Checked:
    claim = one.claim
    last = bisect_right(marks, claim.start, key=lambda mark: mark.start("figure")) - 1
    around = marks[last] if last >= 0 and claim.end <= marks[last].end("figure") else None
    mark = around or _BEHIND.match(text, claim.end)
    if mark is None:
        return one
    return replace(
        one,
        notes=(*one.notes, Note("by-hand", 1, "；".join(part.strip() for part in (mark["reason"] or "").split("|")))),
    )
