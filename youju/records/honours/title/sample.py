"""A title of honour as somebody might write it down."""

from typing import Any


def sample() -> dict[str, Any]:
    """Values for a title that the county gives each year."""
    return {
        "name": "县育人先锋",
        "level": "county",
        "goes_to": "person",
        "sort": "honour",
        "lasting": False,
        "issuer": "云溪县教育局",
        "co_issuers": "云溪县总工会",
        "counts_as": "",
        "other_names": "育人先锋",
    }
