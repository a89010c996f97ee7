"""Whole texts of a bureau, a school and a town, with what each number should come to marked by hand.

{{156条|g}} is the ledger's and must be green; r is wrong, n is the ledger's number about something else, x is nothing
that the ledger knows: none of the three may be.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.demo_bureaus import YEAR

FOLDER = Path(__file__).with_name("whole")
UNITS = {"bureau": "999901", "school": "999901.chalong.middle", "town": "999901.chalong"}
_MARKED = re.compile(r"\{\{([^|}]+)\|([grnx])\}\}")


class Told(NamedTuple):
    """A marked number and the verdict on it; "" where it was not read."""

    said: str
    mark: str
    verdict: str


def texts(unit: str) -> list[str]:
    """The marked texts about a unit."""
    return [file.read_text("utf-8") for file in sorted(FOLDER.glob(f"{unit}*.txt"))]


def told(unit: str, marked: str) -> Iterator[Told]:
    """What is said of each marked number of a text about a unit."""
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import find_unit

    text, numbers, at = "", list[tuple[int, int, str]](), 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        numbers.append((len(text), len(text) + len(found[1]), found[2]))
        text, at = text + found[1], found.end()
    text += marked[at:]
    every = check(text, unit=find_unit(UNITS[unit]), period=Period.year(YEAR), aliases={})
    for start, end, mark in numbers:
        one = next((one for one in every if one.claim.start < end and start < one.claim.end), None)
        yield Told(text[max(0, start - 12) : end], mark, one.verdict.value if one else "")


def counted(some: list[Told]) -> Counter[str]:
    """How many are green: right for those that should be, false for the others; and how many of each there are."""
    found = Counter[str]()
    for one in some:
        sort = "right" if one.mark == "g" else "other"
        found[sort] += 1
        found[f"{sort} green"] += one.verdict == "supported"
    return found
