"""A registration of volunteers as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit
from youju.records.volunteering.register.models import Change


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for two of the unit's roster and thirty pupils."""
    return {
        "unit": unit,
        "title": "登记志愿者32人",
        "happened": day,
        "change": Change.JOINED,
        "volunteers": [{"person": person} for person in _roster(unit, day)],
        "pupils": 30,
        "consents": "德育处2025年第3号档案盒",
    }


def _roster(unit: Unit, day: date) -> list[Person]:
    """The first two of the roster, or two who are given a post first where there is none."""
    people = list(Person.objects.on_roster(unit, day).order_by("pk")[:2])
    if len(people) < 2:
        people = [Person.objects.create(name=name) for name in ("孙立", "吴芳")]
        Tenure.objects.bulk_create(Tenure(person=person, unit=unit) for person in people)
    return people
