"""A publication as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a school's own textbook."""
    return {
        "unit": unit,
        "title": "乡土植物观察手册",
        "happened": day,
        "sort": "textbook",
        "publisher": "青山小学",
        "number": "云教准字 2025-011",
    }
