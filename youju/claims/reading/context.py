"""Place, period and level a claim stands under: from its clause, its sentence, the sentence before, the heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from youju.claims.reading.claim import Span
from youju.claims.reading.layout import Heading, Layout
from youju.claims.reading.lexicon import load

_TABLE = load("places")
_NAME = rf"(?:[X×x]{{2}}|[^\x00-\u4dff\ua000-\uffff{_TABLE['not_in_names']}]{{2,4}}?)"
_FOUND = re.compile(
    rf"(?P<period>{_TABLE['period']})|(?P<level>{_TABLE['level']})"
    rf"|(?P<place>{_TABLE['relative']}|{_NAME}(?:{_TABLE['suffixes']})(?!级))"
)
_LONGEST = 2000
"""Longer sentences are no sentences; only their beginning is searched."""


class Under(NamedTuple):
    """The words for place, period and level that are in force."""

    place: str = ""
    period: str = ""
    level: str = ""

    def or_else(self, other: Under) -> Under:
        """Fill what is missing from another."""
        return Under(self.place or other.place, self.period or other.period, self.level or other.level)


_NOTHING = Under()


class Context:
    """Looks up what a claim stands under; each sentence and heading is searched once."""

    __slots__ = ("_headings", "_layout", "_plain", "_sentences")

    def __init__(self, plain: str, layout: Layout) -> None:
        self._plain, self._layout = plain, layout
        self._sentences: dict[int, tuple[list[int], list[Under], list[str]]] = {}
        self._headings: dict[str, Under] = {}

    def under(self, at: int, clause: Span, sentence: Span, heading: Heading) -> Under:
        """Give place, period and level for a claim, the nearest word first."""
        found = self._before(at, sentence)
        if not all(found):
            found = found.or_else(self._behind(at, clause, sentence))
        if not all(found) and sentence[0] > 1:
            found = found.or_else(self._before(sentence[0] - 1, self._layout.sentence(sentence[0] - 1)))
        return found if all(found) else found.or_else(self._heading(heading))

    def _before(self, at: int, sentence: Span) -> Under:
        places, states, _ = self._search(sentence)
        index = bisect_right(places, at)
        return states[index - 1] if index else _NOTHING

    def _behind(self, at: int, clause: Span, sentence: Span) -> Under:
        """Collect the first words behind the claim in its own clause (… 12所学校创建市级…)."""
        places, states, kinds = self._search(sentence)
        found = _NOTHING
        first = bisect_right(places, at)
        for index in range(first, min(first + 4, len(places))):
            if places[index] >= clause[1]:
                break
            found = found.or_else(_NOTHING._replace(**{kinds[index]: getattr(states[index], kinds[index])}))
        return found

    def _search(self, sentence: Span) -> tuple[list[int], list[Under], list[str]]:
        known = self._sentences.get(sentence[0])
        if known is None:
            stop = min(sentence[1], sentence[0] + _LONGEST)
            known = self._sentences[sentence[0]] = _states(self._plain, sentence[0], stop)
        return known

    def _heading(self, heading: Heading) -> Under:
        known = self._headings.get(heading.text)
        if known is None:
            states = _states(heading.text, 0, len(heading.text))[1]
            known = self._headings[heading.text] = states[-1] if states else _NOTHING
        return known


def _states(plain: str, start: int, stop: int) -> tuple[list[int], list[Under], list[str]]:
    """Give the places of all such words, what is in force from each on, and of which sort each is."""
    places: list[int] = []
    states: list[Under] = []
    kinds: list[str] = []
    state = _NOTHING
    for found in _FOUND.finditer(plain, start, stop):
        kind = found.lastgroup or "place"
        state = state._replace(**{kind: found[0]})
        places.append(found.start())
        states.append(state)
        kinds.append(kind)
    return places, states, kinds
