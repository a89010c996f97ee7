"""What is found in a text, in the order of its places."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, TypeVar

_START = itemgetter(0)
_Placed = TypeVar("_Placed", bound=tuple[Any, ...])


def spans_in(found: Sequence[_Placed], start: int, end: int) -> Sequence[_Placed]:
    """Those of some finds, each told by where it starts, that begin in a stretch of the text."""
    first = bisect_left(found, start, key=_START)
    return found[first : bisect_left(found, end, lo=first, key=_START)]
