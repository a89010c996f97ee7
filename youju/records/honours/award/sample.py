"""An award list as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit
from youju.records.honours.title.models import Title


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a list that honours a teacher, some pupils and a unit."""
    ethics, _new = Title.objects.get_or_create(
        code="ethics", defaults={"name": "县师德标兵", "level": "county", "counts_as": "ethics_model"}
    )
    youth, _new = Title.objects.get_or_create(
        code="youth", defaults={"name": "县最美少年", "level": "county", "counts_as": "youth"}
    )
    service, _new = Title.objects.get_or_create(
        code="service",
        defaults={"name": "县优质服务科室", "level": "county", "goes_to": "unit", "counts_as": "service"},
    )
    teacher, _new = Person.objects.get_or_create(name="钱四")
    Tenure.objects.get_or_create(person=teacher, unit=unit)
    return {
        "unit": unit,
        "title": "关于表彰先进的决定",
        "happened": day,
        "document": "云教〔2025〕12号",
        "issuer": "云溪县教育局",
        "holders": [
            {"title": ethics, "person": teacher, "unit": unit, "pupils": None},
            {"title": youth, "person": None, "unit": unit, "pupils": 7},
            {"title": service, "person": None, "unit": unit, "pupils": None},
        ],
    }
