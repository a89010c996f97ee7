"""The numbers of the two demo years, drawn from the seed."""

import tomllib
from functools import cache
from random import Random
from typing import NamedTuple

from youju.records.kinds import kind_files

REFERENCE_SEED = 1

# A stock grows by one to this many from the earlier year to the later.
_GROWTH = 4

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
        return _draw(chance, _earlier(drawn, later), {later}), later
    taken = {number for number in _pair(REFERENCE_SEED, name, drawn) if drawn.reference is not None}
    later = _draw(chance, range(drawn.low, drawn.high + 1), taken)
    return _draw(chance, _earlier(drawn, later), taken | {later}), later


def _earlier(drawn: Drawn, later: int) -> range:
    return range(later - _GROWTH, later) if drawn.stock else range(drawn.low, drawn.high + 1)


def _draw(chance: Random, among: range, taken: set[int]) -> int:
    return chance.choice([number for number in among if number not in taken])
