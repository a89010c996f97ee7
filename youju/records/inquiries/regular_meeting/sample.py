"""A regular meeting as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a meeting with two items, one of which left something to do."""
    return {
        "unit": unit,
        "title": "第一次网评员会议",
        "happened": day,
        "sort": "online_work",
        "place": "三楼会议室",
        "chair": "",
        "agenda": [
            {"about": "上半年答复情况", "outcome": ""},
            {"about": "常见问题口径", "outcome": "四月底前编印问答手册"},
        ],
    }
