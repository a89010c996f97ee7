"""An activity as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a contest of the county: a teacher, some pupils and the unit itself won something."""
    teacher, _new = Person.objects.get_or_create(name="孙五")
    Tenure.objects.get_or_create(person=teacher, unit=unit)
    empty = {"prize": "", "rank": None, "genre": "", "person": None, "pupils": None, "stage": "", "work": ""}
    return {
        "unit": unit,
        "sort": "contest",
        "title": "师生经典诵读比赛",
        "happened": day,
        "place": "学校礼堂",
        "venue": None,
        "adults": 12,
        "pupils": 60,
        "level": "county",
        "host": "",
        "works": 25,
        "results": [
            empty | {"prize": "first_prize", "person": teacher, "unit": unit, "work": "将进酒"},
            empty | {"prize": "second_prize", "pupils": 8, "unit": unit, "stage": "primary"},
            empty | {"prize": "first_prize", "rank": 1, "unit": unit, "work": "诵读社"},
        ],
    }
