"""A volunteer team as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.volunteering.team.models import TeamChange


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a team that was founded."""
    return {
        "unit": unit,
        "title": "“青松”志愿服务队成立",
        "happened": day,
        "change": TeamChange.FOUNDED,
        "number": 1,
        "publisher": "",
    }
