"""The wordings with which a bureau begins: first_wordings.toml. It changes, retires and adds as it needs."""

import tomllib
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("first_wordings.toml")
_UNSAID = {"topic": None, "sort": "", "basis": "", "other_names": "", "since": None}


def first_wordings() -> list[tuple[str, dict[str, Any]]]:
    """Each row: its code, and the values of the register's form."""
    rows = tomllib.loads(_FILE.read_text("utf-8"))["wording"]
    return [(row.pop("code"), _UNSAID | row) for row in rows]
