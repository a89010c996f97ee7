"""An opening figure as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a year's candidates, up to the day."""
    return {
        "unit": unit,
        "title": "高考考生",
        "happened": day,
        "counted_from": day.replace(month=1, day=1),
        "sort": "exam.candidates",
        "quantity": 170,
        "document": "上年度工作总结",
        "publisher": "",
    }
