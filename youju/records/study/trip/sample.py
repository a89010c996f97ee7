"""A study trip as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for the first batch of a field study of three days: one who is named, five who are not."""
    teacher, _new = Person.objects.get_or_create(name="钱四")
    Tenure.objects.get_or_create(person=teacher, unit=unit)
    return {
        "unit": unit,
        "sort": "field_study",
        "title": "党务干部外出学习第一批",
        "happened": day,
        "days": 3,
        "place": "青岚市委党校",
        "batch": 1,
        "participants": [
            {"person": teacher, "unit": unit, "number": None, "reason": ""},
            {"person": None, "unit": unit, "number": 5, "reason": "主办方未提供名单"},
        ],
    }
