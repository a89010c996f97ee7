"""Study reports as somebody might write them down."""

from datetime import date
from typing import Any

from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for three texts of two writers."""
    first, second = (Person.objects.get_or_create(name=name)[0] for name in ("钱四", "周五"))
    for person in (first, second):
        Tenure.objects.get_or_create(person=person, unit=unit)
    return {
        "unit": unit,
        "sort": "report",
        "title": "领导班子成员学习报告",
        "happened": day,
        "writings": [
            {"person": first, "name": "课堂教学改革的思考"},
            {"person": first, "name": "读《给教师的建议》"},
            {"person": second, "name": "寄宿制学校的德育"},
        ],
    }
