"""A call for volunteers as somebody might open it."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for twenty places on a day."""
    return {
        "unit": unit,
        "title": "河堤公园清洁志愿服务",
        "happened": day,
        "due_on": day,
        "starts": "8:30",
        "minutes": 90,
        "place": "河堤公园",
        "places": 20,
        "minors_allowed": False,
        "note": "自带手套",
        "partners": [],
    }
