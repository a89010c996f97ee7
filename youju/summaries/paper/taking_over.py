"""What was changed by hand in a returned document, taken over into the template it was built from.

A changed figure becomes one typed by hand, with why, where it was read and who asked; changed words become the text,
and the figures that still stand in them stay bound. What was added goes beside the sentence that it was added to. What
has no one place in the template is left, and said.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from youju.claims.telling.typed_by_hand import MARK
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.binding.structure import as_written
from youju.summaries.binding.summary import Hand
from youju.summaries.paper.original import OriginalPiece
from youju.summaries.paper.returned import Edit, stands

_TOKEN = r"\{\{[^{}\n]*\}\}"
# Between two pieces of a sentence the template may hold marks of bold, and the citation of a record.
_BETWEEN = rf"(?:\*\*)?(?:\{{\{{记录{_TOKEN[4:]})?(?:\*\*)?"
_BREAKS = re.compile(r"[|{}\n]+")
_CELL = "\t"  # between two cells of a table, as a document is read back
_BETWEEN_CELLS = r" *\| *"
_EMPTY = re.compile(r"[ \t]*(?:[-*#]+|[0-9]+\.|\|[\s|]*)?[ \t]*")  # what is left of a line whose words are gone


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
    # What is added rests on sentences as they went out, and of two behind the same one the first is to stand first.
    for edit in [*(edit for edit in reversed(edits) if edit.where), *(edit for edit in edits if not edit.where)]:
        if any(_is_sentence_of(other, edit) for other in edits):
            continue  # done with the sentence it stands in
        found = _found(template, edit.within, names)
        if found is None or not _fits(edit):
            left.append(edit)
        elif edit.where:
            template = _with_added(template, edit, found)
        elif edit.figure:
            start, end = found.span(f"p{edit.place}")
            template = template[:start] + _by_hand(edit.after, hand) + template[end:]
        else:
            beside = [other for other in edits if _is_sentence_of(edit, other)]
            template = _with_written(template, _written(edit, beside, found, hand), found)
    return template, tuple(edit for edit in edits if edit in left)


def printed_names(unit: Unit, period: Period) -> dict[str, str]:
    """What the names of a template were printed as."""
    return {"year": str(period.last.year), "period": period.code, "unit": unit.name}


def changes_of(edits: Sequence[Edit]) -> list[Change]:
    """The edits of a returned document as a person decides on them, in their order."""
    figures: dict[tuple[int, object], list[Edit]] = defaultdict(list)
    for edit in edits:
        figures[edit.line, edit.within] += [edit] if edit.figure else []
    with_words = {(edit.line, edit.within) for edit in edits if not edit.figure and not edit.where}
    return [
        Change(edit, () if edit.figure or edit.where else tuple(figures[edit.line, edit.within]))
        for edit in edits
        if not edit.figure or (edit.line, edit.within) not in with_words
    ]


def home_of(change: Change, texts: Sequence[str], names: Mapping[str, str]) -> int | None:
    """In which of the texts a change has its one place; None where it has none, or several."""
    if not _fits(change.edit):
        return None
    homes = [number for number, text in enumerate(texts) for _match in _matches(text, change.edit.within, names)]
    return homes[0] if len(homes) == 1 else None


def _is_sentence_of(sentence: Edit, figure: Edit) -> bool:
    """Whether words were changed in the sentence in which a figure was."""
    together = (sentence.line, sentence.within) == (figure.line, figure.within)
    return together and not sentence.figure and not sentence.where and bool(figure.figure)


def _fits(edit: Edit) -> bool:
    """Whether the words can stand where they are to: a row of a table keeps the number of its cells."""
    if edit.figure or not edit.after:
        return _CELL not in edit.after
    cells = "".join(piece.text for piece in edit.within).count(_CELL)
    if edit.where in ("ahead", "behind"):
        return not cells and _CELL not in edit.after
    return edit.after.count(_CELL) == cells or (edit.where == "under" and _CELL not in edit.after)


def _with_added(template: str, edit: Edit, found: "re.Match[str]") -> str:
    """In the paragraph of its neighbour; or behind that paragraph; or as the next row of the table."""
    if edit.where != "under":
        at = found.start() if edit.where == "ahead" else found.end()
        return template[:at] + as_written(edit.after, begins=False) + template[at:]
    is_row = _CELL in edit.after
    end = template.find("\n" if is_row else "\n\n", found.end())
    at = len(template.rstrip("\n")) if end < 0 else end
    words = f"\n| {_in_cells(edit.after)} |" if is_row else f"\n\n{as_written(edit.after, begins=True)}"
    return template[:at] + words + template[at:]


def _with_written(template: str, words: str, found: "re.Match[str]") -> str:
    """With other words in the place of these; a line of which nothing is left goes with them."""
    changed = template[: found.start()] + words + template[found.end() :]
    start = changed.rfind("\n", 0, found.start()) + 1
    end = changed.find("\n", found.start() + len(words))
    line = changed[start:] if end < 0 else changed[start:end]
    return (
        changed if words or not _EMPTY.fullmatch(line) else changed[:start] + (changed[end + 1 :] if end >= 0 else "")
    )


def _in_cells(text: str) -> str:
    return text.replace("|", "｜").replace(_CELL, " | ")


def _found(template: str, pieces: Sequence[OriginalPiece], names: Mapping[str, str]) -> "re.Match[str] | None":
    """The one place of a sentence in the template; None where there is none, or several."""
    found = _matches(template, pieces, names)
    return found[0] if len(found) == 1 else None


def _matches(template: str, pieces: Sequence[OriginalPiece], names: Mapping[str, str]) -> "list[re.Match[str]]":
    """The places where a sentence stands as it went out."""
    if not pieces:
        return []
    parts = (
        f"(?P<p{place}>{_TOKEN})" if piece.tag else _prose(piece.text, names) for place, piece in enumerate(pieces)
    )
    return list(re.finditer(_BETWEEN.join(parts), template))


def _prose(text: str, names: Mapping[str, str]) -> str:
    pattern = re.escape(text).replace(re.escape(_CELL), _BETWEEN_CELLS)
    for name, value in names.items():
        if value:
            pattern = pattern.replace(re.escape(value), rf"(?:{re.escape(value)}|\{{\{{{name}\}}\}})")
    return pattern


def _written(edit: Edit, beside: Iterable[Edit], found: "re.Match[str]", hand: Hand) -> str:
    """The sentence as it came back, with tokens for the figures that still stand and those that were changed."""
    by_place = {other.place: other.after for other in beside}
    is_row = any(_CELL in piece.text for piece in edit.within)
    out, rest = "", edit.after
    for place, piece in enumerate(edit.within):
        if not piece.tag:
            continue
        letters = by_place.get(place, piece.text)
        at = rest.find(letters) if letters and (place in by_place or stands(letters, rest)) else -1
        if at >= 0:
            token = _by_hand(letters, hand) if place in by_place else found[f"p{place}"]
            out, rest = out + (_in_cells(rest[:at]) if is_row else rest[:at]) + token, rest[at + len(letters) :]
    return out + (_in_cells(rest) if is_row else rest)


def _by_hand(letters: str, hand: Hand) -> str:
    told = " | ".join(_BREAKS.sub(" ", text).strip() for text in (letters, *hand))
    return f"{{{{{MARK} {told}}}}}" if letters.strip() else ""
