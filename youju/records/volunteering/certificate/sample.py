"""A certificate as somebody might request it."""

from datetime import date
from typing import Any

from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for one of the unit's roster, of the year up to a day."""
    person = Person.objects.on_roster(unit, day).order_by("pk").first()
    if person is None:
        person = Person.objects.create(name="孙立")
        Tenure.objects.create(person=person, unit=unit)
    return {
        "unit": unit,
        "person": person,
        "happened": day.replace(month=1, day=1),
        "happened_until": day,
        "responsible": "周校长",
        "contact": "85550001",
        "note": "评优",
    }
