"""An on-site inspection as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit, UnitKind


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for one at the last other school, with two findings."""
    seen = Unit.objects.filter(kind=UnitKind.SCHOOL).exclude(pk=unit.pk).order_by("pk").last()
    return {
        "unit": unit,
        "seen": seen,
        "title": "食堂配餐现场调查",
        "happened": day,
        "place": "食堂后厨",
        "went": "钱四、周五",
        "notes": "查看留样与配餐记录，配餐车晚到二十分钟。",
        "findings": [{"text": "留样标签未写时间"}, {"text": "配餐车没有备用车"}],
    }
