"""Upkeep as somebody might write it down."""

from datetime import date
from typing import Any

from youju.orgs.units import Unit
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.standing.upkeep.models import Condition


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a notice board with a broken pane."""
    board, _new = Occasion.objects.get_or_create(
        code=f"thing-board-{unit.code}", defaults={"sort": OccasionSort.THING, "name": "校门宣传栏", "unit": unit}
    )
    return {
        "unit": unit,
        "title": "校门宣传栏巡查",
        "happened": day,
        "occasion": board,
        "sort": Condition.BROKEN,
        "found": "右侧玻璃破裂",
    }
