"""Arithmetic of sharing a number out over places."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

_Thing = TypeVar("_Thing")


def share(total: int, places: int, chance: Random, least: int = 0) -> list[int]:
    """``total`` in so many random parts, none below ``least``. Raises ValueError where that cannot be."""
    rest = total - places * least
    if places < 1 or rest < 0:
        raise ValueError(f"{total} cannot be shared over {places} places of at least {least}")
    cuts = sorted(chance.randint(0, rest) for _ in range(places - 1))
    return [least + end - start for start, end in zip([0, *cuts], [*cuts, rest], strict=True)]


def about_evenly(total: int, places: int, chance: Random) -> list[int]:
    """``total`` in so many random parts, none below two thirds of the usual one."""
    return share(total, places, chance, least=total * 2 // (3 * places))


def evenly(pool: Sequence[_Thing], count: int) -> list[_Thing]:
    """``count`` of a pool at equal distances, in its order: the same for whoever asks."""
    return [pool[place * len(pool) // count] for place in range(count)]


def fill(total: int, rooms: Sequence[int], chance: Random) -> list[int]:
    """``total`` put at random into rooms of limited size. Raises ValueError where it does not fit."""
    if total > sum(rooms):
        raise ValueError(f"{total} does not fit into {sum(rooms)}")
    beds = [room for room, size in enumerate(rooms) for _ in range(size)]
    taken = chance.sample(beds, total)
    return [taken.count(room) for room in range(len(rooms))]
