"""An incident as somebody might report it."""

from datetime import UTC, date, datetime
from typing import Any

from youju.orgs.units import Unit
from youju.records.rights import workers


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for one that was noticed in the morning of a day."""
    return {
        "unit": unit,
        "title": "学校午餐",
        "noticed_at": datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC),
        "reported_at": None,
        "link": "https://bbs.example.cn/t/1024",
        "note": "称某校午餐分量不足",
        "owner": workers(unit.pk)[0],
    }
