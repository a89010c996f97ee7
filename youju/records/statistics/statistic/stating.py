"""Statistics of the demo: one measure of one unit, with the paper that states it."""

from collections.abc import Iterator, Sequence
from typing import Any

from youju.lib.spread import share
from youju.records.declared.planned import Paper, Planned
from youju.records.declared.scene import Scene


def stated(scene: Scene, title: str, measure: str, quantity: int, paper: Paper, **rest: Any) -> Planned:
    """One statistic, of the bureau itself on the paper's day unless ``rest`` names a unit or a day.

    rest: category, level, whole, publisher, and the code of an occasion.
    """
    unit, day = rest.pop("unit", scene.county), rest.pop("day", paper.day)
    if "occasion" in rest:
        rest["occasion"] = scene.occasion(rest["occasion"])
    document = paper.name if rest.get("publisher") else ""
    values = {"sort": measure, "quantity": quantity, "document": document, **rest}
    return Planned("statistic", unit, title, day, values, (paper,))


def shared(
    scene: Scene, total: int, pool: Sequence[str], most: int, title: str, measure: str, paper: Paper, **rest: Any
) -> Iterator[Planned]:
    """``total`` of a measure as statistics of at most ``most`` units of the pool, each with one at least.

    title: follows the unit's name. rest: as of ``stated``.
    """
    units = scene.some(pool, min(total, most, len(pool)))
    for unit, quantity in zip(units, share(total, len(units), scene.chance, least=1), strict=True):
        yield stated(scene, f"{scene.name(unit)}{title}", measure, quantity, paper, unit=unit, **rest)
