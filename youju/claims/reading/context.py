"""Place, period and level a claim stands under: from its clause, its sentence, the sentence before, the heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from youju.claims.reading.claim import Span
from youju.claims.reading.layout import Heading, Layout
from youju.claims.reading.lexicon import load

_TABLE = load("places")
_PATTERNS = [_TABLE[name] for name in ("period", "level", "suffixes", "relative")]
_BEGINNINGS = "0-9" + "".join(sorted({mark for pattern in _PATTERNS for mark in pattern if mark > "\u4dff"}))
# One set of characters in front lets the search run at the speed of a scan; what begins there is looked at behind it.
_FOUND = re.compile(
    rf"[{_BEGINNINGS}](?<=(?=(?P<period>{_TABLE['period']})|(?P<level>{_TABLE['level']})"
    rf"|(?P<place>(?:{_TABLE['suffixes']})(?!级))|(?P<relative>{_TABLE['relative']})).)"
)
_RELATIVE = re.compile(_TABLE["relative"])
_NOT_IN_NAMES = frozenset(_TABLE["not_in_names"])
_NAME_SHORTEST, _NAME_LONGEST = 2, 4
_LONGEST = 2000
"""Longer sentences are no sentences; only their beginning is searched."""


class Under(NamedTuple):
    """The words for place, period and level that are in force."""

    place: str = ""
    period: str = ""
    level: str = ""

    def or_else(self, other: Under) -> Under:
        """Fill what is missing from another."""
        if other is _NOTHING:
            return self
        return Under(self.place or other.place, self.period or other.period, self.level or other.level)


_NOTHING = Under()


class _Words(NamedTuple):
    """Where a stretch of text has such words, what is in force from each on, and of which sort each is."""

    places: list[int]
    states: list[Under]
    kinds: list[str]

    def before(self, at: int) -> Under:
        """Give what is in force at a place."""
        index = bisect_right(self.places, at)
        return self.states[index - 1] if index else _NOTHING

    def behind(self, at: int, end: int) -> Under:
        """Collect the first words behind a claim in its own clause (… 12所学校创建市级…)."""
        found = _NOTHING
        first = bisect_right(self.places, at)
        for index in range(first, min(first + 4, len(self.places))):
            if self.places[index] >= end:
                break
            kind = self.kinds[index]
            found = found.or_else(_NOTHING._replace(**{kind: getattr(self.states[index], kind)}))
        return found


class Context:
    """Looks up what a claim stands under; each sentence and heading is searched once."""

    __slots__ = ("_headings", "_layout", "_outsides", "_plain", "_sentences")

    def __init__(self, plain: str, layout: Layout) -> None:
        self._plain, self._layout = plain, layout
        self._sentences: dict[int, _Words] = {}
        self._headings: dict[str, Under] = {}
        self._outsides: dict[tuple[int, str], Under] = {}

    def under(self, at: int, clause: Span, sentence: Span, heading: Heading) -> Under:
        """Give place, period and level for a claim, the nearest word first."""
        words = self._words(sentence)
        found = words.before(at)
        if all(found):
            return found
        if words.places and words.places[-1] > at:
            found = found.or_else(words.behind(at, clause[1]))
        return found.or_else(self._outside(sentence, heading))

    def _outside(self, sentence: Span, heading: Heading) -> Under:
        """Give what the sentence before says, then the heading; the same for every claim of a sentence."""
        key = (sentence[0], heading.text)
        known = self._outsides.get(key)
        if known is None:
            known = self._heading(heading)
            if sentence[0] > 1:
                at = sentence[0] - 1
                known = self._words(self._layout.sentence(at)).before(at).or_else(known)
            self._outsides[key] = known
        return known

    def _words(self, sentence: Span) -> _Words:
        known = self._sentences.get(sentence[0])
        if known is None:
            stop = min(sentence[1], sentence[0] + _LONGEST)
            known = self._sentences[sentence[0]] = _words(self._plain, sentence[0], stop)
        return known

    def _heading(self, heading: Heading) -> Under:
        known = self._headings.get(heading.text)
        if known is None:
            known = _words(heading.text, 0, len(heading.text)).before(len(heading.text))
            self._headings[heading.text] = known
        return known


def _words(plain: str, start: int, stop: int) -> _Words:
    """Find all such words of a stretch."""
    words = _Words([], [], [])
    state, reached = _NOTHING, start
    for found in _FOUND.finditer(plain, start, stop):
        if found.start() < reached:
            continue
        kind, begin, reached_next = _word(plain, found, reached)
        if not kind:
            continue
        reached = reached_next
        state = state._replace(**{kind: plain[begin:reached]})
        words.places.append(begin)
        words.states.append(state)
        words.kinds.append(kind)
    return words


def _word(plain: str, found: re.Match[str], floor: int) -> tuple[str, int, int]:
    """Give the sort, the beginning and the end of a word that was found; a place begins with its name."""
    kind = found.lastgroup or ""
    begin, end = found.span(kind)
    if kind == "place":
        named = _name_before(plain, begin, floor)
        if named == begin:
            relative = _RELATIVE.match(plain, begin)
            return ("place", begin, relative.end()) if relative else ("", begin, begin)
        return kind, named, end
    return ("place" if kind == "relative" else kind), begin, end


def _name_before(plain: str, at: int, floor: int) -> int:
    """Find where the name before 市 or 村 begins; `at` where there is none."""
    begin = at
    while begin > floor and at - begin < _NAME_LONGEST and _in_name(plain[begin - 1]):
        begin -= 1
    if at - begin >= _NAME_SHORTEST:
        return begin
    hidden = at - _NAME_SHORTEST
    return hidden if hidden >= floor and plain[hidden:at].strip("X×x") == "" else at


def _in_name(mark: str) -> bool:
    return "\u4e00" <= mark <= "\u9fff" and mark not in _NOT_IN_NAMES
