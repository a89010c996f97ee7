"""The categories of a measure, and what tells the others from each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from youju.claims.terms import category_key, pairs_of


class Others(NamedTuple):
    """The pairs of characters that only other categories have: by each of their names, and all of them."""

    by_name: tuple[frozenset[str], ...]
    pairs: frozenset[str]


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
    rests = tuple(dict.fromkeys(rest for names in others for name in names if (rest := name - own)))
    return Others(rests, frozenset().union(*rests))
