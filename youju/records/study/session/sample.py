"""A study session as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.groups import Group
from youju.orgs.units import Unit
from youju.records.study.session.attendance import Mark, Marked, Marks


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a session of the unit's first group, of whom the first was away."""
    group = Group.objects.filter(unit=unit).order_by("pk")[0]
    away, *rest = group.on(day)
    return {
        "unit": unit,
        "title": "三月集中学习",
        "happened": day,
        "sort": "center_group",
        "group": group,
        "topic": "师德师风",
        "speaker": "",
        "guests": 2,
        "marks": Marks([Marked(away, Mark.LEAVE, "因公外出"), *(Marked(person, Mark.PRESENT) for person in rest)]),
    }
