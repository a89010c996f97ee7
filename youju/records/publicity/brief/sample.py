"""A brief as an officer might submit it."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.publicity.outlet.models import Outlet


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a brief to the city's bulletin."""
    adopter, _new = Outlet.objects.get_or_create(
        code="wangchuan-edu-info", defaults={"name": "望川教育信息", "sort": "bulletin", "level": "city"}
    )
    return {
        "unit": unit,
        "title": "青山小学三点半课堂便民",
        "happened": day,
        "adopter": adopter,
        "note": "课后服务到六点。",
    }
