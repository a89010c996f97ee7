"""Replacing names by masks: the same name has the same mask, two names never have one.

The county, city and province of the bureau are XX县, XX市 and XX省, as such texts write them; other places and
schools are told apart by a letter (A镇, B小学), persons by 某甲, 某乙, works by 《XXA》. Numbers, measure words and
levels stay, so that a text states the same figures before and after.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from youju.summaries.binding.own_ending import without_ending
from youju.summaries.masking.lexicon import Lexicon, Name
from youju.summaries.masking.masked import MaskedSpan, MaskedText, Sort
from youju.summaries.masking.patterns import matches
from youju.summaries.masking.remains import remains

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWYZ"  # without I and O, which are read as numbers, and X, which hides
_DIGITS = re.compile("[0-9]+")
_SHORT = 12  # characters; what is longer is an address
_STEMS = "甲乙丙丁戊己庚辛壬癸"


class _Hit(NamedTuple):
    """A place of the text that is masked."""

    start: int
    end: int
    said: str
    mask: str
    sort: Sort


def mask(text: str, lexicon: Lexicon, *, also: Collection[str] = ()) -> MaskedText:
    """The text with every name of the lexicon, and what the patterns find, replaced; without its list of figures.

    also: words that a person decided to leave out as well, as they stand in the masked text's remains.
    """
    text, masks = without_ending(text), _Masks()
    out: list[str] = []
    spans: list[MaskedSpan] = []
    reached = length = 0
    for hit in _apart([*_hits(text, lexicon, masks), *_chosen(text, also)]):
        kept = text[reached : hit.start]
        out += [kept, hit.mask]
        start = length + len(kept)
        length = start + len(hit.mask)
        spans.append(MaskedSpan(start, length, hit.said, hit.mask, hit.sort, hit.start))
        reached = hit.end
    masked = "".join((*out, text[reached:]))
    return MaskedText(masked, tuple(spans), tuple(remains(masked)))


class _Masks:
    """The masks given so far in one text, by what they stand for."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def of(self, name: Name) -> str:
        if name.key not in self._given:
            self._given[name.key] = self._new(name)
        return self._given[name.key]

    def of_title(self, said: str) -> str:
        return self._given.setdefault(f"title:{said}", f"XX{_letters(self._next('title'))}")

    def _new(self, name: Name) -> str:
        if name.own:
            return f"XX{name.kind}"
        number = self._next(f"{name.sort}:{name.kind}")
        return f"某{_stems(number)}" if name.sort == "person" else f"{_letters(number)}{name.kind}"

    def _next(self, series: str) -> int:
        self._counts[series] = self._counts.get(series, -1) + 1
        return self._counts[series]


def _hits(text: str, lexicon: Lexicon, masks: _Masks) -> Iterator[_Hit]:
    """Every place that may be masked; where two overlap the earlier and longer one is."""
    for start, end, name in lexicon.find(text):
        yield _Hit(start, end, text[start:end], masks.of(name), name.sort)
    for start, end, pattern in matches(text):
        said = text[start:end]
        yield _Hit(start, end, said, pattern.mask or masks.of_title(said), pattern.sort)


def _chosen(text: str, also: Collection[str]) -> Iterator[_Hit]:
    """What a person chose: the digits of a day or a number are blotted out, of anything else all."""
    words = [said for said in dict.fromkeys(also) if said.strip()]
    # In one pass over the text, however many they are.
    for number, start, end in AhoCorasick(words).find_matches_as_indexes(text, overlapping=True):
        said = words[number]
        hidden = _DIGITS.sub("X", said) if _DIGITS.search(said) and len(said) <= _SHORT else "XX"
        yield _Hit(start, end, said, hidden, "chosen")


def _apart(hits: Iterable[_Hit]) -> Iterator[_Hit]:
    """The hits in the order of the text without overlaps; a work's title hides the names in it."""
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= reached:
            yield hit
            reached = hit.end


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …"""
    high, low = divmod(number, len(_LETTERS))
    return (_letters(high - 1) if high else "") + _LETTERS[low]


def _stems(number: int) -> str:
    high, low = divmod(number, len(_STEMS))
    return (_stems(high - 1) if high else "") + _STEMS[low]
