"""Long lists cut into pieces that a database takes as the parameters of one query."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

# SQLite promises no more than 999 parameters a query.
SIZE = 500

_Item = TypeVar("_Item")


def batches(items: Iterable[_Item], size: int = SIZE) -> Iterator[list[_Item]]:
    """The items in their order, at most ``size`` at a time; nothing where there are none."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
