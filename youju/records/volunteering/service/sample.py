"""A service of volunteers as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for two adults, of whom one signed in and out, and twelve pupils."""
    signed, other = _roster(unit, day)
    return {
        "unit": unit,
        "title": "护学岗志愿服务",
        "happened": day,
        "place": "校门口",
        "minutes": 40,
        "volunteers": [
            {"person": signed, "came": "7:20", "left": "8:10", "minutes": None},
            {"person": other, "came": "", "left": "", "minutes": None},
        ],
        "pupils": 12,
        "pupil_minutes": 30,
    }


def _roster(unit: Unit, day: date) -> list[Person]:
    """The first two of the roster, or two who are given a post first where there is none."""
    people = list(Person.objects.on_roster(unit, day).order_by("pk")[:2])
    if len(people) < 2:
        people = [Person.objects.create(name=name) for name in ("孙立", "吴芳")]
        Tenure.objects.bulk_create(Tenure(person=person, unit=unit) for person in people)
    return people
