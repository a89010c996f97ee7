"""Who has a place and who waits: by the order in which they were signed up, and by nothing else."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

_Each = TypeVar("_Each")


class Queue(NamedTuple, Generic[_Each]):
    """seated: as many as there are places; waiting: the others, the first in line first."""

    seated: list[_Each]
    waiting: list[_Each]


def queue(signed_up: Sequence[_Each], places: int) -> Queue[_Each]:
    """Of those who are signed up and have not left, in their order. When one leaves, the next has the place."""
    return Queue(list(signed_up[:places]), list(signed_up[places:]))
