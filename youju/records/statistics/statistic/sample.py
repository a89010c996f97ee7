"""A statistic as somebody might write it down."""

from datetime import date

from youju.orgs.units import Unit
from youju.records.verbs import Values


def sample(unit: Unit, day: date) -> Values:
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
