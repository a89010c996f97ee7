"""The numbers of the two demo years, drawn from the seed."""

import tomllib
from functools import cache
from random import Random
from typing import NamedTuple

from youju.records.kinds import kind_files

REFERENCE_SEED = 1

# From year to year a stock grows by a twentieth at most, any other number changes by a quarter; small ones by one.
_GROWTH, _CHANGE = 20, 4

Numbers = dict[str, int]


class Drawn(NamedTuple):
    """How one number is found: the reference value where there is one, else between low and high."""

    low: int
    high: int
    note: str
    reference: int | None = None
    stock: bool = False


@cache
def table() -> dict[str, Drawn]:
    """Every number of the demo, by its name, as the kinds' files give them. Raises ValueError where two give one."""
    found: dict[str, Drawn] = {}
    for file in kind_files("demo.toml"):
        rows = tomllib.loads(file.read_text("utf-8"))
        if twice := found.keys() & rows.keys():
            raise ValueError(f"{file}: another kind has a number of this name: {', '.join(sorted(twice))}")
        found |= {name: Drawn(**row) for name, row in rows.items()}
    return found


def numbers(seed: int) -> tuple[Numbers, Numbers]:
    """The numbers of the earlier and of the later year. Two seeds share no later number with the reference year."""
    pairs = {name: _pair(seed, name, drawn) for name, drawn in table().items()}
    return {name: pair[0] for name, pair in pairs.items()}, {name: pair[1] for name, pair in pairs.items()}


def _pair(seed: int, name: str, drawn: Drawn) -> tuple[int, int]:
    chance = Random(f"{seed}/{name}")
    if seed == REFERENCE_SEED:
        later = drawn.reference if drawn.reference is not None else chance.randint(drawn.low, drawn.high)
        return chance.choice(_earlier(drawn, later, {later})), later
    taken = {number for number in _pair(REFERENCE_SEED, name, drawn) if drawn.reference is not None}
    later = chance.choice([number for number in range(drawn.low, drawn.high + 1) if number not in taken])
    return chance.choice(_earlier(drawn, later, taken | {later})), later


def _earlier(drawn: Drawn, later: int, taken: set[int]) -> list[int]:
    """What the year before may have had: as near as can be, so that no reader wonders what has happened since."""
    near = later // (_GROWTH if drawn.stock else _CHANGE)
    while not (found := set(_about(drawn, later, near)) - taken):
        near += 1
    return sorted(found)


def _about(drawn: Drawn, later: int, near: int) -> range:
    if drawn.stock:
        return range(later - near, later)
    middle = min(max(later, drawn.low), drawn.high)
    return range(max(drawn.low, middle - near), min(drawn.high, middle + near) + 1)
