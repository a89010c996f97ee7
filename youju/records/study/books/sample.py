"""Books handed out as somebody might write them down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for forty copies of two titles."""
    titles = [{"name": "论语译注", "copies": 25}, {"name": "给教师的建议", "copies": 15}]
    return {"unit": unit, "sort": "staff", "title": "配发学习书籍", "happened": day, "titles": titles}
