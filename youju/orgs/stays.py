"""Where units stand, month by month: plain values, painted in the order in which they were decided.

A month is a whole number yyyymm, as in the facts of the ledger.
"""

from collections.abc import Iterable
from typing import NamedTuple

BEGINNING = 0
"""Before every month that anything happened in."""
NEVER = 999_999
"""After every month there will be."""


class Stay(NamedTuple):
    """Where a unit is from the month ``since`` (inclusive) until the month ``until`` (exclusive).

    parent: the code of the unit above it; None at the top, and where it does not stand at all.
    stands: False from its closing on. heir: the unit that a closed one was merged into.
    """

    since: int
    until: int
    parent: str | None
    stands: bool = True
    heir: str | None = None

    def covers(self, month: int) -> bool:
        return self.since <= month < self.until


def painted(stays: Iterable[Stay]) -> tuple[Stay, ...]:
    """The stays in the order of their months: what was decided later covers what was decided before."""
    line: list[Stay] = []
    for stay in stays:
        line = [piece for old in line for piece in _beside(old, stay)]
        line.append(stay)
    return tuple(sorted(line))


def next_change(line: Iterable[Stay], month: int) -> int:
    """The first month after ``month`` in which something else begins; NEVER where nothing does."""
    return min((stay.since for stay in line if stay.since > month), default=NEVER)


def _beside(old: Stay, new: Stay) -> list[Stay]:
    """What is left of an old stay to the left and to the right of a new one."""
    left = old._replace(until=min(old.until, new.since))
    right = old._replace(since=max(old.since, new.until))
    return [piece for piece in (left, right) if piece.since < piece.until]
