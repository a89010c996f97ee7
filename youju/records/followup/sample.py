"""A follow-up as an officer might raise it."""

from datetime import date, timedelta
from typing import Any

from youju.orgs.units import Unit
from youju.records.rights import workers


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a follow-up in the charge of the first who works for the unit."""
    return {
        "unit": unit,
        "title": "补齐消防器材",
        "note": "三楼走廊缺灭火器两只",
        "happened": day,
        "due_on": day + timedelta(days=14),
        "owner": workers(unit.pk)[0],
    }
