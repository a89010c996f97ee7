"""A statistic as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for households visited in a month."""
    return {
        "unit": unit,
        "title": "走访农户",
        "happened": day,
        "sort": "visits.households",
        "quantity": 17,
        "document": "走访登记表",
        "publisher": "",
    }
