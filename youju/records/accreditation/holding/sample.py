"""A title held as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a title of the city, in force for some years."""
    return {
        "unit": unit,
        "title": "青山小学获评市级文明校园",
        "happened": day,
        "due_on": date(day.year + 3, 12, 31),
        "sort": "civilised_campus",
        "name": "",
        "level": "city",
        "issuer": "澜江市文明委",
        "document": "澜文明委〔2025〕3号",
    }
