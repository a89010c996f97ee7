"""Guidance of study as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit, UnitKind


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for sitting in on a session of the last other school, with two findings."""
    seen = Unit.objects.filter(kind=UnitKind.SCHOOL).exclude(pk=unit.pk).order_by("pk").last()
    return {
        "unit": unit,
        "sort": "listening",
        "seen": seen,
        "title": "旁听支部集中学习",
        "happened": day,
        "topic": "三月集中学习",
        "went": "钱四、周五",
        "findings": [{"text": "学习记录未写明讨论发言"}, {"text": "补学没有安排"}],
    }
