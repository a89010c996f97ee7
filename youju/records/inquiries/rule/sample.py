"""A time limit as somebody might write it down."""

from typing import Any


def sample() -> dict[str, Any]:
    """Values for the hotline of a city that gives three working days."""
    return {
        "name": "热线加急件",
        "channel": "hotline",
        "sort": "",
        "days": 3,
        "day_type": "working",
        "extension": 2,
        "decline_days": 1,
        "settle_days": 0,
        "settle_type": "calendar",
        "update_days": 5,
        "review_days": 0,
        "source": "市热线办件规程",
        "other_names": "",
    }
