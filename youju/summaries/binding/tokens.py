"""What stands between double braces in a template.

{{code}} is the figure of an indicator, {{code|form}} the same in another printed form (see how.py). Behind the code
{{code@2024}}, {{code@-1}} or {{code@03}} ask for another period, {{code@unit:CODE}} for a unit below (see scope.py).
{{change code|form}} is how the figure stands to the year before (see change.py).
{{手填 12次 | reason | source | who asked}} is a figure typed by hand: why no record carries it, where it was read,
and who asked for it to be told.
{{记录 REF}} cites a record: it prints nothing, and stands for the sentence before it (see sentences.py).
{{列表 code | by}} names what is behind a figure by level, title, unit or month; {{图 code | by}}, on a line of its own,
draws it.
{{待写 what}} is a hint what to write in its place; a text with one is not frozen.
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

BLOT = "□"
"""What stands for each letter of a token where only the prose is read."""

Sort = Literal["figure", "change", "hand", "cited", "list", "chart", "todo", "name", "broken"]

# The word that a token of this sort begins with. A token that begins with none is a figure, a change or a name.
MARKS: dict[str, Sort] = {MARK: "hand", "记录": "cited", "列表": "list", "图": "chart", "待写": "todo"}

# What tells a figure, so that the sentence it stands in is founded.
FOUNDED: tuple[Sort, ...] = ("figure", "change", "hand", "list", "chart")


class Token(NamedTuple):
    """One pair of braces.

    text: code of an indicator, the figure typed by hand, a record's reference, or a name. rest: what stands behind
    the first bar (form, reason, or by what is listed); more: what stands behind further bars.
    period, unit: what stands behind @ signs, as it is written there; "" is the document's own.
    """

    start: int
    end: int
    sort: Sort
    text: str = ""
    rest: str = ""
    period: str = ""
    unit: str = ""
    more: tuple[str, ...] = ()


def tokens(template: str) -> Iterator[Token]:
    """The tokens of a template in their order; braces without their partner are broken ones."""
    for found in _BRACES.finditer(template):
        yield _token(found.start(), found.end(), found["inside"])


def masked(template: str) -> str:
    """The template with each token blotted out, letter for letter: the prose as typed, at the same offsets."""
    return _BRACES.sub(lambda found: BLOT * len(found[0]), template)


def written(code: str, *, form: str = "", period: str = "", unit: str = "", change: bool = False) -> str:
    """A token as ``tokens`` reads it back."""
    asked = "".join(f"@{part}" for part in (period, f"{_UNIT}{unit}" if unit else "") if part)
    return f"{{{{{'change ' if change else ''}{code}{asked}{f'|{form}' if form else ''}}}}}"


def _token(start: int, end: int, inside: str | None) -> Token:
    if inside is None or not inside.strip():
        return Token(start, end, "broken")
    text, *behind = (part.strip() for part in inside.split("|"))
    rest, more = (behind[0], tuple(behind[1:])) if behind else ("", ())
    sort, text = _sorted(text)
    if sort == "name":
        name, _at, when = (part.strip() for part in text.partition("@"))
        return Token(start, end, sort, name, rest, when)
    if sort in ("hand", "cited", "todo"):
        return Token(start, end, sort, text, rest, more=more)
    code, *asked = (part.strip() for part in text.split("@"))
    period = next((part for part in asked if not part.startswith(_UNIT)), "")
    unit = next((part.removeprefix(_UNIT).strip() for part in asked if part.startswith(_UNIT)), "")
    return Token(start, end, sort, code, rest, period, unit, more)


def _sorted(text: str) -> tuple[Sort, str]:
    """What a token is by the word that it begins with, and what stands behind the word."""
    for mark, sort in MARKS.items():
        if text.startswith(mark):
            return sort, text.removeprefix(mark).strip()
    if text.partition("@")[0].strip() in NAMES:
        return "name", text
    changed = _CHANGE.match(text)
    return ("change", text[changed.end() :]) if changed else ("figure", text)
