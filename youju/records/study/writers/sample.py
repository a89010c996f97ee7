"""A list of expected writers as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.groups import Group
from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for the unit's first group, of whom the first owes nothing."""
    group = Group.objects.filter(unit=unit).order_by("pk")[0]
    away, *rest = group.on(day)
    return {
        "unit": unit,
        "group": group,
        "title": "学习报告应写人员",
        "happened": day,
        "expected": [{"person": away, "exempt": "全年病假"}, *({"person": person, "exempt": ""} for person in rest)],
    }
