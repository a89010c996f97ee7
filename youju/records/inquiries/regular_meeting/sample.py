"""A regular meeting as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.inquiries.series.models import Series


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a meeting with two items, one of which left something to do."""
    series, _new = Series.objects.get_or_create(code="online_work", defaults={"name": "网评员会议"})
    return {
        "unit": unit,
        "title": "第一次网评员会议",
        "happened": day,
        "series": series,
        "place": "三楼会议室",
        "chair": "",
        "agenda": [
            {"about": "上半年答复情况", "outcome": ""},
            {"about": "常见问题口径", "outcome": "四月底前编印问答手册"},
        ],
    }
