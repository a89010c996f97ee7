"""What stands between double braces in a template.

{{code}} is the figure of an indicator, {{code|form}} the same in another printed form (see forms.py).
{{手填 12次 | reason}} is a figure typed by hand, with the reason why no record carries it.
{{year}}, {{period}} and {{unit}} are what the summary is about.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from youju.claims.telling.typed_by_hand import MARK

NAMES = ("year", "period", "unit")
_BRACES = re.compile(r"\{\{(?P<inside>[^{}\n]*)\}\}|\{\{|\}\}")

Sort = Literal["figure", "hand", "name", "broken"]


class Token(NamedTuple):
    """One pair of braces. text: code of an indicator, the figure typed by hand, or a name; rest: form or reason."""

    start: int
    end: int
    sort: Sort
    text: str = ""
    rest: str = ""


def tokens(template: str) -> Iterator[Token]:
    """The tokens of a template in their order; braces without their partner are broken ones."""
    for found in _BRACES.finditer(template):
        yield _token(found.start(), found.end(), found["inside"])


def masked(template: str) -> str:
    """The template with each token blotted out, letter for letter: the prose as typed, at the same offsets."""
    return _BRACES.sub(lambda found: "□" * len(found[0]), template)


def _token(start: int, end: int, inside: str | None) -> Token:
    if inside is None or not inside.strip():
        return Token(start, end, "broken")
    text, _bar, rest = (part.strip() for part in inside.partition("|"))
    if text.startswith(MARK):
        return Token(start, end, "hand", text.removeprefix(MARK).strip(), rest)
    return Token(start, end, "name" if text in NAMES else "figure", text, rest)
