"""What each sentence of a template rests on: a figure, a cited record, or neither."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from youju.summaries.binding.tokens import FOUNDED, Token, tokens

# A sentence ends with its mark and what closes behind it, a line ends one too; citations behind it are its own.
_TOKEN, _CITATION = "□", "■"
_SENTENCE = re.compile(rf"[^。！？!?\n{_CITATION}]*\w[^。！？!?\n]*(?:[。！？!?]+[”」』）)]*)?(?:[ \t]*{_CITATION}+)*")


class Sentence(NamedTuple):
    """A sentence of the prose, as written. founded: by a figure, bound or typed by hand; cited: by a record."""

    start: int
    text: str
    founded: bool
    cited: bool


class Foundation(NamedTuple):
    """How many sentences are founded. cited: those that only a record stands for; bare: those without either."""

    sentences: int
    founded: int
    cited: int
    bare: tuple[Sentence, ...]


def foundation(template: str) -> Foundation:
    """Over the sentences of all paragraphs; headings are none."""
    found = list(sentences(template))
    bare = tuple(one for one in found if not (one.founded or one.cited))
    founded = sum(one.founded for one in found)
    return Foundation(len(found), founded, len(found) - founded - len(bare), bare)


def sentences(template: str) -> Iterator[Sentence]:
    """The sentences of the paragraphs, in order."""
    found = list(tokens(template))
    blotted = _blotted(template, found)
    for match in _SENTENCE.finditer(blotted):
        begins = blotted.rfind("\n", 0, match.start()) + 1
        if blotted.startswith("#", begins):
            continue
        inside = [token.sort for token in found if match.start() <= token.start < match.end()]
        founded = any(sort in FOUNDED for sort in inside)
        if blotted.startswith("|", begins) and not inside:  # the head of a table, or a row of words
            continue
        yield Sentence(match.start(), template[match.start() : match.end()].strip(), founded, "cited" in inside)


def _blotted(template: str, found: list[Token]) -> str:
    """The template with its tokens blotted out, letter for letter."""
    letters = list(template)
    for token in found:
        letters[token.start : token.end] = (token.end - token.start) * (_CITATION if token.sort == "cited" else _TOKEN)
    return "".join(letters)
