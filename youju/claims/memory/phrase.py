"""What stays of a claim from one year's text to the next: whom it counts, in which sort of word, for which level.

Two claims with one phrase speak of the same thing. Numbers, dates, punctuation and the little words of time that
change with each draft are left out; what tells 一等奖 from 二等奖 or 省级 from 市级 stays. The heading does not belong
to the phrase: headings are written anew each year. A phrase never holds the figure's own value.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from youju.claims.lexicon.measure_words import class_of
from youju.lib.traditional import simplified

# A table of what was said needs no reading of texts, whose patterns take long to make.
if TYPE_CHECKING:
    from youju.claims.reading import Claim

SUBJECT_LENGTH, WORD_LENGTH, SCOPE_LENGTH = 120, 20, 60
_HERE = "¤"  # the place of the claim in its clause
_NUMBER = "#"
# Below this a subject (我市, 文科) could be that of many claims: its whole clause says more.
_TELLING = 4
_NEAR = 80  # characters of the clause on either side: a text without marks is one clause
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?")
_TIME = re.compile(
    "#年度?|#月份?|#日|今年以来|一年来|全年|今年|本年度?|年内|截至|目前|累计|合计|总计|共计|一共|总共|共|已经?"
)
_DROPPED = re.compile(r"[^\w#¤%]|_")


class Phrase(NamedTuple):
    """The key under which a person's word on a claim is kept."""

    subject: str
    word: str
    scope: str

    @property
    def id(self) -> str:
        """The phrase as a name for form fields."""
        return sha256("\0".join(self).encode()).hexdigest()[:16]


def phrase_of(text: str, claim: Claim) -> Phrase:
    """The phrase of a claim of this text."""
    subject = normal(claim.subject)
    if len(subject.strip(_NUMBER)) < _TELLING:
        start, end = max(claim.clause[0], claim.start - _NEAR), min(claim.clause[1], claim.end + _NEAR)
        subject = normal(f"{text[start : claim.start]}{_HERE}{text[claim.end : end]}")
    return Phrase(
        subject=_within(subject, SUBJECT_LENGTH),
        word=_within(_sort_of_word(claim), WORD_LENGTH),
        scope=_within("/".join(map(normal, (claim.level, claim.place))).strip("/"), SCOPE_LENGTH),
    )


def normal(words: str) -> str:
    """Words without what changes from draft to draft; the same again when applied twice."""
    # Folding may compose anew, and taking one word out may bring another together (全累计年): go on until all is still.
    while (stiller := _once(words)) != words:
        words = stiller
    return words


def _once(words: str) -> str:
    folded = simplified(unicodedata.normalize("NFKC", words)).casefold()
    numbered = _DIGITS.sub(_NUMBER, "".join(folded.split()))
    return _TIME.sub("", _DROPPED.sub("", numbered))


def _sort_of_word(claim: Claim) -> str:
    """人 and 名 count alike; a place in a ranking and a percentage are no counts, whatever word they carry."""
    if claim.kind in ("percent", "rank"):
        return claim.kind
    return class_of(normal(claim.unit)) or "个"


def _within(words: str, length: int) -> str:
    """Both ends of what is too long for its column: clauses that long differ there."""
    half = length // 2
    return words if len(words) <= length else words[:half] + words[-half:]
