"""What stands between double braces in a template.

{{code}} is the figure of an indicator, {{code|form}} the same in another printed form (see how.py). Behind the code
{{code@2024}}, {{code@-1}} or {{code@03}} ask for another period, {{code@unit:CODE}} for a unit below (see scope.py).
{{change code|form}} is how the figure stands to the year before (see change.py).
{{手填 12次 | reason}} is a figure typed by hand, with the reason why no record carries it.
{{year}}, {{period}} and {{unit}} are what the summary is about, {{year@-1}} the year before (see names.py).
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from youju.claims.telling.typed_by_hand import MARK

NAMES = ("year", "period", "unit")
_BRACES = re.compile(r"\{\{(?P<inside>[^{}\n]*)\}\}|\{\{|\}\}")
_CHANGE = re.compile(r"change\s+")
_UNIT = "unit:"

Sort = Literal["figure", "change", "hand", "name", "broken"]


class Token(NamedTuple):
    """One pair of braces. text: code of an indicator, the figure typed by hand, or a name; rest: form or reason.

    period, unit: what stands behind @ signs, as it is written there; "" is the document's own.
    """

    start: int
    end: int
    sort: Sort
    text: str = ""
    rest: str = ""
    period: str = ""
    unit: str = ""


def tokens(template: str) -> Iterator[Token]:
    """The tokens of a template in their order; braces without their partner are broken ones."""
    for found in _BRACES.finditer(template):
        yield _token(found.start(), found.end(), found["inside"])


def masked(template: str) -> str:
    """The template with each token blotted out, letter for letter: the prose as typed, at the same offsets."""
    return _BRACES.sub(lambda found: "□" * len(found[0]), template)


def written(code: str, *, form: str = "", period: str = "", unit: str = "", change: bool = False) -> str:
    """A token as ``tokens`` reads it back."""
    asked = "".join(f"@{part}" for part in (period, f"{_UNIT}{unit}" if unit else "") if part)
    return f"{{{{{'change ' if change else ''}{code}{asked}{f'|{form}' if form else ''}}}}}"


def _token(start: int, end: int, inside: str | None) -> Token:
    if inside is None or not inside.strip():
        return Token(start, end, "broken")
    text, _bar, rest = (part.strip() for part in inside.partition("|"))
    if text.startswith(MARK):
        return Token(start, end, "hand", text.removeprefix(MARK).strip(), rest)
    name, _at, when = text.partition("@")
    if name.strip() in NAMES:
        return Token(start, end, "name", name.strip(), rest, when.strip())
    changed = _CHANGE.match(text)
    code, *asked = (part.strip() for part in text[changed.end() if changed else 0 :].split("@"))
    period = next((part for part in asked if not part.startswith(_UNIT)), "")
    unit = next((part.removeprefix(_UNIT).strip() for part in asked if part.startswith(_UNIT)), "")
    return Token(start, end, "change" if changed else "figure", code, rest, period, unit)
