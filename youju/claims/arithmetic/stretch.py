"""A stretch: one sentence of a flowing text with its claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from youju.claims.reading import Claim
from youju.claims.reading.claim import Span

_STOP = re.compile(r"[。！？!?\n]")
_CLAUSE = "，。；：！？;,:\n"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence. `paragraph` numbers the lines of the text; what stands on one line belongs together."""

    text: str
    start: int
    end: int
    paragraph: int
    claims: tuple[Claim, ...]

    def gap(self, index: int) -> str:
        """Give the words between a claim and the one before it, or the beginning of the sentence."""
        claim = self.claims[index]
        return self.text[self.claims[index - 1].end if index else self.start : claim.start]

    def between(self, one: Claim, other: Claim) -> str:
        """Give the words from one claim's end to a later one's beginning."""
        return self.text[one.end : other.start]

    def before(self, claim: Claim, most: int = 60) -> str:
        """Give what the sentence says in front of a claim."""
        return self.text[max(self.start, claim.start - most) : claim.start]

    def behind(self, claim: Claim, most: int = 20) -> str:
        """Give what the sentence says behind a claim."""
        return self.text[claim.end : min(self.end, claim.end + most)]

    def label(self, index: int) -> str:
        """Give the words of the clause in front of a claim that no other claim takes."""
        return last_clause(self.gap(index))


def last_clause(words: str) -> str:
    """Give what stands behind the last comma."""
    return words[max(map(words.rfind, _CLAUSE)) + 1 :].strip()


def span(claim: Claim) -> Span:
    """Give the place of a claim."""
    return claim.start, claim.end


def spread(claims: list[Claim]) -> Span:
    """Give the place from the first of several claims to the last."""
    return claims[0].start, claims[-1].end


def stretches(text: str, claims: list[Claim]) -> list[Stretch]:
    """Cut a text into sentences and give those that hold claims."""
    ends = list(_ends(text))
    cut: list[Stretch] = []
    at = 0
    while at < len(claims):
        index = bisect_right(ends, (claims[at].start, len(text)))
        stop, paragraph = ends[index] if index < len(ends) else (len(text), ends[-1][1] + 1 if ends else 0)
        start = ends[index - 1][0] if index else 0
        first = at
        while at < len(claims) and claims[at].start < stop:
            at += 1
        cut.append(Stretch(text, start, stop, paragraph, tuple(claims[first:at])))
    return cut


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence ends, behind its stop, and the number of its paragraph."""
    paragraph = 0
    for stop in _STOP.finditer(text):
        yield stop.end(), paragraph
        paragraph += stop[0] == "\n"
