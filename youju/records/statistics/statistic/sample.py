"""A statistic as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for candidates of an examination."""
    return {
        "unit": unit,
        "title": "高考考生",
        "happened": day,
        "sort": "exam.candidates",
        "quantity": 17,
        "document": "高考报名统计表",
        "publisher": "",
    }
