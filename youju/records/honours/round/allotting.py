"""Quotas: places shared out over units in proportion to how many they have, by the largest remainders."""

from collections.abc import Mapping
from typing import TypeVar

_Unit = TypeVar("_Unit", bound=str)


def allot(places: int, bases: Mapping[_Unit, int]) -> dict[_Unit, int]:
    """So many places over units, in all just as many. Raises ValueError where there is nothing to go by.

    Each has the whole part of its share; the places left go to the largest remainders, of equal ones to the larger
    unit, then in the order of the codes: the same for whoever works it out.
    """
    whole = sum(bases.values())
    if places < 0 or whole <= 0 or min(bases.values()) < 0:
        raise ValueError(f"{places} places over {whole}")
    shares = {unit: divmod(places * base, whole) for unit, base in bases.items()}
    found = {unit: share for unit, (share, _rest) in shares.items()}
    first = sorted(bases, key=lambda unit: (-shares[unit][1], -bases[unit], unit))
    for unit in first[: places - sum(found.values())]:
        found[unit] += 1
    return found
