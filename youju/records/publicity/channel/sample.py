"""A channel as somebody might write it down."""

from typing import Any


def sample() -> dict[str, Any]:
    """Values for the bureau's news."""
    return {"name": "教育新闻", "parent": None, "rhythm": "news", "rank": 10, "other_names": "新闻"}
