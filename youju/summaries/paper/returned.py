"""A Word document that comes back: what was changed in it by hand, figure by figure and sentence by sentence.

Nothing is changed by reading it: whoever drafts the text takes an edit over, or leaves it; the ledger is not touched.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from io import BytesIO
from itertools import groupby
from typing import Literal, NamedTuple

from django.utils.translation import gettext_lazy as _

from youju.claims.documents.document import read_document
from youju.errors import YoujuError
from youju.evidence.names import safe_name
from youju.evidence.office import inspect_office
from youju.evidence.upload import Upload
from youju.summaries.paper.aligned import Pair, Run, differing
from youju.summaries.paper.original import Original, OriginalPiece, read_original
from youju.summaries.paper.sentences import Sentence, sentences_back, sentences_out

_LONGEST = 2000
"""Characters of a sentence that is compared letter by letter; nobody writes longer ones."""
_DIGIT = "0-9０-９.,%％〇一二三四五六七八九十百千万亿两"


class NotReturned(YoujuError):
    code, status = "not-returned", 422
    sentence = _(
        "“%(name)s” does not say how it went out: it was not downloaded here as a Word document, or the program that "
        "saved it dropped that. Compare it by eye, or check it as any other text."
    )


# Where added words stand to a sentence that went out: in its paragraph, or as the next paragraph or row of a table.
Where = Literal["", "ahead", "behind", "under"]


class Edit(NamedTuple):
    """section: the heading it stands under. line: its place in the document that went out, or came back if added.

    before, after: the sentences, or the figure's letters; empty where something was added or taken out.
    figure: the figure that was changed by hand; None where only words were. within: the sentences as they went out, in
    pieces; place: which of these pieces the figure is. where: of what was added, how it stands to ``within``, which is
    then its neighbour; none has a place that was added to an empty text.
    """

    section: str
    line: int
    before: str
    after: str
    figure: OriginalPiece | None = None
    within: tuple[OriginalPiece, ...] = ()
    place: int = -1
    where: Where = ""


class Returned(NamedTuple):
    original: Original
    edits: tuple[Edit, ...]


def read_returned(content: bytes, name: str) -> Returned:
    """What was changed in a document since it was downloaded, in the order of its text.

    Raises NotReturned, and what evidence and read_document raise of files that are damaged, protected, of another kind,
    or hold macros.
    """
    text = read_document(content, name)
    if not name.lower().endswith(".docx"):
        raise NotReturned(name=name)
    inspect_office(Upload(BytesIO(content), safe_name(name), len(content)))
    original = read_original(content)
    if original is None:
        raise NotReturned(name=name)
    runs = differing(sentences_out(original.lines), sentences_back(text.split("\n")))
    return Returned(original, tuple(edit for run in runs for edit in _edits(run)))


def _edits(run: Run) -> Iterator[Edit]:
    """Sentences of one paragraph that were added or taken out together are one edit."""
    ahead, left = run.ahead, len(run.pairs)
    for (is_out, is_back, _line), group in groupby(run.pairs, key=_kind):
        some = list(group)
        left -= len(some)
        if is_out and is_back:
            for before, after in some:
                assert before is not None and after is not None
                yield from _changed(before, after)
            ahead = some[-1]
        elif is_out:
            there = [before for before, _after in some if before is not None]
            within = tuple(piece for sentence in there for piece in sentence.pieces)
            yield Edit(there[0].section, there[0].line, _text(there), "", within=within)
        else:
            later = run.pairs[len(run.pairs) - left :]
            behind = next((pair for pair in later if all(pair)), run.behind)
            yield _added([after for _before, after in some if after is not None], ahead, behind)


def _added(there: Sequence[Sentence], ahead: Pair | None, behind: Pair | None) -> Edit:
    """What was added, beside its neighbour: the sentence ahead of it, or the one behind it in the same paragraph."""
    line, text = there[0].line, _text(there)
    neighbour, where = ahead, _where(ahead, line, "behind", "under")
    if where != "behind" and (same := _where(behind, line, "ahead", "")):
        neighbour, where = behind, same
    beside = neighbour[0] if neighbour and where else None
    return (
        Edit(beside.section, line, "", text, within=beside.pieces, where=where) if beside else Edit("", line, "", text)
    )


def _where(neighbour: Pair | None, line: int, same: Where, other: Where) -> Where:
    back = neighbour[1] if neighbour else None
    return "" if back is None else same if back.line == line else other


def _text(sentences: Iterable[Sentence]) -> str:
    return "".join(sentence.text for sentence in sentences)


def _kind(pair: Pair) -> tuple[bool, bool, int]:
    before, after = pair
    only = before if after is None else after if before is None else None
    return before is not None, after is not None, only.line if only else -1


def _changed(before: Sentence, after: Sentence) -> Iterator[Edit]:
    """Figures alone where the words are the same; else the sentence, and the figures that are not in it any more."""
    taken = figures_alone(before, after.text)
    if taken is None:
        yield Edit(before.section, before.line, before.text, after.text, within=before.pieces)
        taken = figures_among_words(before, after.text)
    for place, letters in taken.items():
        figure = before.pieces[place]
        yield Edit(before.section, before.line, figure.text, letters, figure, before.pieces, place)


def figures_alone(before: Sentence, after: str) -> dict[int, str] | None:
    """What stands for each changed figure, by its place; None where the words around them differ too."""
    words, places = [""], []
    for place, piece in enumerate(before.pieces):
        if piece.tag:
            places.append(place)
            words.append("")
        else:
            words[-1] += piece.text
    stand = _between([words[0].lstrip(), *words[1:-1], words[-1].rstrip()] if places else words, after)
    if stand is None:
        return None
    found = dict(zip(places, stand, strict=True))
    changed = {place: text for place, text in found.items() if text != before.pieces[place].text}
    # Words written around a figure that still stands are words.
    return None if any(stands(before.pieces[place].text, text) for place, text in changed.items()) else changed


def _between(words: Sequence[str], text: str) -> list[str] | None:
    """What stands between these words, each taken where it first stands, so that the time grows with the text alone.

    None where the text does not begin and end with the outer ones and hold the others in their order.
    """
    first, *inner = words
    if not inner:
        return [] if text == first else None
    last, at, found = inner.pop(), len(first), []
    for word in inner:
        place = text.find(word, at)
        if place < 0:
            return None
        found.append(text[at:place])
        at = place + len(word)
    end = len(text) - len(last)
    return [*found, text[at:end]] if text.startswith(first) and text.endswith(last) and at <= end else None


def figures_among_words(before: Sentence, after: str) -> dict[int, str]:
    """What is in the place of the figures that the sentence does not hold any more; not told of endless sentences."""
    if max(len(before.text), len(after)) > _LONGEST:
        return {}
    moves = SequenceMatcher(None, before.text, after, autojunk=False).get_opcodes()
    start, found = 0, {}
    for place, piece in enumerate(before.pieces):
        end = start + len(piece.text)
        if piece.tag and not stands(piece.text, after):
            found[place] = "".join(_mapped(moves, after, start, end))
        start = end
    return found


def _mapped(moves: Iterable[tuple[str, int, int, int, int]], after: str, start: int, end: int) -> Iterator[str]:
    """What became of the letters from start to end."""
    for kind, first, last, begins, ends in moves:
        if first >= end or last < start or (last == start and first < last):
            continue
        if kind == "equal":
            begins, ends = begins + max(start - first, 0), ends - max(last - end, 0)
        yield after[begins:ends]


def stands(figure: str, text: str) -> bool:
    """Whether a figure stands in a text as a number of its own."""
    return bool(re.search(f"(?<![{_DIGIT}]){re.escape(figure)}(?![{_DIGIT}])", text))
