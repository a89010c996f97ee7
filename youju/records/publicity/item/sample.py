"""A publicity item as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.publicity.outlet.models import Outlet


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a report in the city's paper."""
    outlet, _new = Outlet.objects.get_or_create(
        code="wangchuanribao", defaults={"name": "望川日报", "sort": "press", "level": "city"}
    )
    return {
        "unit": unit,
        "title": "青山小学把课堂搬到田间",
        "happened": day,
        "outlet": outlet,
        "form": "feature",
        "link": "https://daily.example.com/2025/0310/a3",
    }
