"""A school's return as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.statistics.school_return.models import last_day_of_counting


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a nine-year school, as of the 1 September before ``day``."""
    primary = {"stage": "primary", "classes": 12, "pupils": 510, "boarders": 0, "entrants": 84, "leavers": 79}
    junior = {"stage": "junior", "classes": 6, "pupils": 262, "boarders": 40, "entrants": 90, "leavers": 85}
    return {
        "unit": unit,
        "title": "学校基本情况",
        "happened": last_day_of_counting(day),
        "sort": "nine_year",
        "ownership": "public",
        "teaching_points": 1,
        "staff": 63,
        "teachers": 58,
        "area": 8600,
        "stages": [primary, junior],
    }
