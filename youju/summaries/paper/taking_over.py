"""What was changed by hand in a returned document, taken over into the template it was built from.

A changed figure becomes one typed by hand, with why, where it was read and who asked; changed words become the text,
and the figures that still stand in them stay bound. What has no one place in the template is left, and said.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from youju.claims.telling.typed_by_hand import MARK
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.binding.summary import Hand
from youju.summaries.paper.original import OriginalPiece
from youju.summaries.paper.returned import Edit, stands

_TOKEN = r"\{\{[^{}\n]*\}\}"
# Between two pieces of a sentence the template may hold marks of bold, and the citation of a record.
_BETWEEN = rf"(?:\*\*)?(?:\{{\{{记录{_TOKEN[4:]})?(?:\*\*)?"
_BREAKS = re.compile(r"[|{}\n]+")


class Change(NamedTuple):
    """What is taken over or left as one: a figure, or a sentence with the figures that were changed among its words."""

    edit: Edit
    figures: tuple[Edit, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        return self.edit, *self.figures

    @property
    def has_figure(self) -> bool:
        """Whether it types a figure by hand; one that was only taken out is not typed."""
        return any(edit.figure and edit.after.strip() for edit in self.edits)


def taken_over(
    template: str, edits: Sequence[Edit], hand: Hand, names: Mapping[str, str]
) -> tuple[str, tuple[Edit, ...]]:
    """The template with the edits in it, and those that were left.

    hand: what is told of every figure among them. names: what {{year}}, {{period}} and {{unit}} were printed as.
    """
    left: list[Edit] = []
    for edit in edits:
        if any(_is_sentence_of(other, edit) for other in edits):
            continue  # done with the sentence it stands in
        found = _found(template, edit.within, names)
        if found is None:
            left.append(edit)
            continue
        if edit.figure:
            start, end = found.span(f"p{edit.place}")
            template = template[:start] + _by_hand(edit.after, hand) + template[end:]
        else:
            beside = [other for other in edits if _is_sentence_of(edit, other)]
            template = template[: found.start()] + _written(edit, beside, found, hand) + template[found.end() :]
    return template, tuple(left)


def printed_names(unit: Unit, period: Period) -> dict[str, str]:
    """What the names of a template were printed as."""
    return {"year": str(period.last.year), "period": period.code, "unit": unit.name}


def changes_of(edits: Sequence[Edit]) -> list[Change]:
    """The edits of a returned document as a person decides on them, in their order."""
    figures: dict[tuple[int, object], list[Edit]] = defaultdict(list)
    for edit in edits:
        figures[edit.line, edit.within] += [edit] if edit.figure else []
    with_words = {(edit.line, edit.within) for edit in edits if not edit.figure}
    return [
        Change(edit, () if edit.figure else tuple(figures[edit.line, edit.within]))
        for edit in edits
        if not edit.figure or (edit.line, edit.within) not in with_words
    ]


def home_of(change: Change, texts: Sequence[str], names: Mapping[str, str]) -> int | None:
    """In which of the texts a change has its one place; None where it has none, or several."""
    homes = [number for number, text in enumerate(texts) for _match in _matches(text, change.edit.within, names)]
    return homes[0] if len(homes) == 1 else None


def _is_sentence_of(sentence: Edit, figure: Edit) -> bool:
    """Whether words were changed in the sentence in which a figure was."""
    together = (sentence.line, sentence.within) == (figure.line, figure.within)
    return together and not sentence.figure and bool(figure.figure)


def _found(template: str, pieces: Sequence[OriginalPiece], names: Mapping[str, str]) -> "re.Match[str] | None":
    """The one place of a sentence in the template; None where there is none, or several."""
    found = _matches(template, pieces, names)
    return found[0] if len(found) == 1 else None


def _matches(template: str, pieces: Sequence[OriginalPiece], names: Mapping[str, str]) -> "list[re.Match[str]]":
    """The places where a sentence stands as it went out; none for what was added."""
    if not pieces:
        return []
    parts = (
        f"(?P<p{place}>{_TOKEN})" if piece.tag else _prose(piece.text, names) for place, piece in enumerate(pieces)
    )
    return list(re.finditer(_BETWEEN.join(parts), template))


def _prose(text: str, names: Mapping[str, str]) -> str:
    pattern = re.escape(text)
    for name, value in names.items():
        if value:
            pattern = pattern.replace(re.escape(value), rf"(?:{re.escape(value)}|\{{\{{{name}\}}\}})")
    return pattern


def _written(edit: Edit, beside: Iterable[Edit], found: "re.Match[str]", hand: Hand) -> str:
    """The sentence as it came back, with tokens for the figures that still stand and those that were changed."""
    by_place = {other.place: other.after for other in beside}
    out, rest = "", edit.after
    for place, piece in enumerate(edit.within):
        if not piece.tag:
            continue
        letters = by_place.get(place, piece.text)
        at = rest.find(letters) if letters and (place in by_place or stands(letters, rest)) else -1
        if at >= 0:
            token = _by_hand(letters, hand) if place in by_place else found[f"p{place}"]
            out, rest = out + rest[:at] + token, rest[at + len(letters) :]
    return out + rest


def _by_hand(letters: str, hand: Hand) -> str:
    told = " | ".join(_BREAKS.sub(" ", text).strip() for text in (letters, *hand))
    return f"{{{{{MARK} {told}}}}}" if letters.strip() else ""
