"""The categories of a measure, and what tells the others from each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from youju.claims.candidates.terms import category_key, pairs_of

Others = Mapping[str, Sequence[frozenset[str]]]
"""What only other categories have: by each pair of characters, all such pairs of the names that hold it."""


@dataclass(frozen=True, slots=True)
class Siblings:
    """The keys of each category's names, and what tells the others from it, by its code."""

    keys: dict[str, tuple[str, ...]]
    others: dict[str, Others]

    @classmethod
    def of(cls, measure: str, names: dict[str, tuple[str, ...]]) -> "Siblings":
        """names: of each category by its code."""
        pairs = {code: [frozenset(pairs_of(name)) for name in some] for code, some in names.items()}
        others = {
            code: _others(frozenset().union(*own), (pairs[other] for other in pairs if other != code))
            for code, own in pairs.items()
        }
        return cls({code: tuple(category_key(measure, name) for name in some) for code, some in names.items()}, others)


def _others(own: frozenset[str], others: Iterable[list[frozenset[str]]]) -> Others:
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for rest in dict.fromkeys(name - own for names in others for name in names):
        for pair in rest:
            found[pair].append(rest)
    return dict(found)
