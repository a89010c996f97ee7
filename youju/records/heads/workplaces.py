"""At which unit a person is counted: the one where they hold a post on the day, unless a row says which."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit


def rows_placed(rows: list[dict[str, Any]], day: date) -> tuple[list[dict[str, Any]], list[int]]:
    """The rows with ``unit`` filled in for each ``person``; the places of those that have to say it. One query."""
    units = workplaces((row["person"] for row in rows), day)
    placed, unclear = [], []
    for at, row in enumerate(rows):
        own = units.get(row["person"].pk, []) if row["person"] else []
        if row["person"] and row["unit"] is None and len(own) != 1:
            unclear.append(at)
        unit = own[0] if row["unit"] is None and len(own) == 1 else row["unit"]
        placed.append(row | {"unit": unit})
    return placed, unclear


def workplaces(persons: Iterable[Person | None], day: date) -> dict[int, list[Unit]]:
    """The units in which each person holds a post on a day, by the person's id, each once. One query."""
    wanted = {person.pk for person in persons if person is not None}
    found: dict[int, list[Unit]] = defaultdict(list)
    for tenure in Tenure.objects.on(day).filter(person__in=wanted).select_related("unit").order_by("pk"):
        if tenure.unit not in found[tenure.person_id]:
            found[tenure.person_id].append(tenure.unit)
    return found
