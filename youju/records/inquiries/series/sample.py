"""A series as somebody might write it down."""

from typing import Any


def sample() -> dict[str, Any]:
    """Values for a monthly meeting on safety."""
    return {"name": "校园安全例会", "rhythm": "month", "takes_part": "各校安全员", "other_names": "安全例会"}
