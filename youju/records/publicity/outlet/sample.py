"""An outlet as somebody might write it down."""

from typing import Any


def sample() -> dict[str, Any]:
    """Values for the county's paper."""
    return {"name": "云溪日报", "sort": "press", "level": "county", "official": False, "other_names": "县报"}
