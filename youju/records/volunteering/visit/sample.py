"""A visit as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.volunteering.visit.visited import VisitSort, visited_named


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a visit to a household."""
    return {
        "unit": unit,
        "title": "走访王家沟村农户",
        "happened": day,
        "sort": VisitSort.HOUSEHOLD,
        "visited": visited_named(VisitSort.HOUSEHOLD, "王家沟村", "李长顺", unit),
        "went": "张敏、周立",
        "brought": "送去春耕种子两袋",
        "need": "孙女上小学路远，希望安排校车",
    }
