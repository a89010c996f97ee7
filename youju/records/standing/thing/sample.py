"""A thing as somebody might report it."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.standing.thing.parts import Listed
from youju.records.standing.thing.sorts import ThingSort, Topic


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a programme in which the unit itself takes part."""
    return {
        "unit": unit,
        "sort": ThingSort.PROGRAMME,
        "topic": Topic.HERITAGE,
        "title": "剪纸进课堂",
        "happened": day,
        "place": "美术教室",
        "document": "关于开设剪纸课程的通知",
        "listed": [Listed(unit, None, day, None)._asdict()],
    }
