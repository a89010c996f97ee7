"""A text with its soft line breaks taken out, and the way between its places and those of the text as given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from youju.claims.reading.claim import Claim, Span


class Cut(NamedTuple):
    """A span to take out of a text, and what takes its place: nothing, or one space."""

    start: int
    end: int
    joint: str


class Flow:
    """A text without soft line breaks: `text` is what remains."""

    __slots__ = ("_begun", "_flowing", "_given", "_gone", "_resumed", "text")

    def __init__(self, given: str, cuts: Sequence[Cut] = ()) -> None:
        """Take cuts out of a text, in their order."""
        self._given = given
        # For each cut: where the text goes on, in both countings, and how many characters are gone by then.
        self._resumed = [cut.end for cut in cuts]
        self._begun = [cut.start for cut in cuts]
        self._flowing: list[int] = []
        self._gone: list[int] = []
        kept, reached, gone = [], 0, 0
        for cut in cuts:
            kept += [given[reached : cut.start], cut.joint]
            gone += cut.end - cut.start - len(cut.joint)
            self._flowing.append(cut.end - gone)
            self._gone.append(gone)
            reached = cut.end
        self.text = "".join((*kept, given[reached:])) if cuts else given

    def back(self, claim: Claim) -> Claim:
        """Give a claim of the flowing text as one of the text as given."""
        return _moved(claim, self.span_back, self._given) if self._gone else claim

    def forth(self, claim: Claim) -> Claim:
        """Give a claim of the text as given as one of the flowing text."""
        return _moved(claim, self._span_forth, self.text) if self._gone else claim

    def span_back(self, span: Span) -> Span:
        """Give a place of the flowing text as one of the text as given."""
        return self._back(span[0]), self._back(span[1] - 1) + 1

    def _span_forth(self, span: Span) -> Span:
        return self._forth(span[0]), self._forth(span[1] - 1) + 1

    def _back(self, at: int) -> int:
        index = bisect_right(self._flowing, at)
        back = at + self._gone[index - 1] if index else at
        # What was put into a table stands for the wall behind the cell before it.
        return min(back, max(0, self._begun[index] - 1)) if index < len(self._begun) else back

    def _forth(self, at: int) -> int:
        index = bisect_right(self._resumed, at)
        return at - self._gone[index - 1] if index else at


def _moved(claim: Claim, to: Callable[[Span], Span], text: str) -> Claim:
    start, end = to((claim.start, claim.end))
    return claim._replace(
        start=start,
        end=end,
        text=text[start:end],
        clause=to(claim.clause),
        sentence=to(claim.sentence),
        shared=tuple(to(each) for each in claim.shared),
    )
