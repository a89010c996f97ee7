"""A review meeting as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a meeting to which eighteen of twenty guests came, with two opinions."""
    return {
        "unit": unit,
        "title": "教育行风评议会",
        "happened": day,
        "place": "学校会议室",
        "presentations": "学校行风建设情况汇报",
        "guests": [
            {"group": "deputies", "invited": 5, "came": 4},
            {"group": "parents", "invited": 15, "came": 14},
        ],
        "opinions": [
            {"text": "希望课后服务多开体育项目", "group": "parents"},
            {"text": "校门口放学时段车辆拥堵", "group": ""},
        ],
    }
