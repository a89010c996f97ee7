"""The words by which a group message is taken for one kind or another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

# Words that a kind declares for messages say more than the names of what it counts; a first line says it best.
_DECLARED, _COUNTED, _CATEGORY = 3.0, 1.0, 0.5
_IN_FIRST_LINE = 1.5
_LEAST = 2


class KindWords(NamedTuple):
    """declared: what the kind says it is recognised by. counted: names of its measures. categories: of their sorts.

    A category alone says nothing: 幼儿园 stands in the name of whoever writes.
    """

    kind: str
    declared: tuple[str, ...]
    counted: tuple[str, ...]
    categories: tuple[str, ...] = ()

    def weights(self) -> dict[str, float]:
        given = ((self.categories, _CATEGORY), (self.counted, _COUNTED), (self.declared, _DECLARED))
        return {word: weight for words, weight in given for word in words if len(word) >= _LEAST}


def rank_kinds(text: str, vocabulary: Iterable[KindWords]) -> list[tuple[str, float]]:
    """The kinds of which the message holds words, the likeliest first, each with its score above 0.

    A word counts once, longer ones more, and less the more kinds share it; what lies within a longer word is not
    counted. Equal ones stay in the order given.
    """
    kinds = {words.kind: words.weights() for words in vocabulary}
    holders: dict[str, list[str]] = defaultdict(list)
    for kind, weights in kinds.items():
        for word in weights:
            holders[word].append(kind)
    first = len(text.strip().split("\n")[0]) + text.find(text.strip()[:1])
    scores: dict[str, float] = dict.fromkeys(kinds, 0.0)
    meant: set[str] = set()
    for word, start in _longest(text, holders).items():
        early = _IN_FIRST_LINE if start < first else 1.0
        for kind in holders[word]:
            scores[kind] += early * kinds[kind][word] * len(word) / len(holders[word])
            meant |= {kind} if kinds[kind][word] > _CATEGORY else set()
    return sorted(((kind, scores[kind]) for kind in kinds if kind in meant), key=lambda pair: -pair[1])


def _longest(text: str, words: Mapping[str, object]) -> dict[str, int]:
    """The words that the text holds outside of longer ones, and where each stands first."""
    taken: list[tuple[int, int]] = []
    found: dict[str, int] = {}
    for word in sorted(words, key=len, reverse=True):
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not any(begin <= start and end <= stop for begin, stop in taken):
                taken.append((start, end))
                found.setdefault(word, start)
            start = text.find(word, end)
    return found
