"""What a template holds, told from its text alone: for lists, where no figure is asked of the ledger."""

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from youju.claims.reading.extract import extract
from youju.summaries.binding.sentences import foundation
from youju.summaries.binding.tokens import FOUNDED, masked, tokens

_KEPT = 512  # texts; one is read again when it was written anew


class Outline(NamedTuple):
    """bound: tokens that ask for a figure; unbound: figures that the prose states by itself; todo: places still to be
    written; bare: sentences with neither a figure nor a record.
    """

    bound: int
    by_hand: int
    unbound: int
    todo: int
    sentences: int
    bare: int

    @property
    def bare_share(self) -> int:
        """Of a hundred sentences, how many are bare; rounded up, so that 0 is none."""
        return -(-100 * self.bare // self.sentences) if self.sentences else 0


@lru_cache(maxsize=_KEPT)
def outline(template: str) -> Outline:
    """The counts of a template."""
    sorts = Counter(token.sort for token in tokens(template))
    found = foundation(template)
    return Outline(
        bound=sum(sorts[sort] for sort in FOUNDED if sort != "hand"), by_hand=sorts["hand"],
        unbound=len(extract(masked(template))) + sorts["broken"], todo=sorts["todo"],
        sentences=found.sentences, bare=len(found.bare),
    )  # fmt: skip
