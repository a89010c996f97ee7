"""A topic as somebody might write it down."""

from typing import Any


def sample() -> dict[str, Any]:
    """Values for questions about enrolment."""
    return {"name": "招生入学", "other_names": "入学\n招生政策"}
