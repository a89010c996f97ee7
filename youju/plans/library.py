"""The library of ready-made items: what bureaus ask for every year, offered where its measure is declared."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from youju.plans.countable import countable

FILE = Path(__file__).parent / "library.toml"


def offered() -> dict[str, dict[str, Any]]:
    """Ready-made items by code, each as the values of a draft without year and owner; only what can be asked for."""
    known = countable()
    found = {}
    for table in ready_made():
        code = next((measure for measure in table["measures"] if measure in known), "")
        if code and table.get("category", "") in ("", *known[code].categories):
            found[table["code"]] = _values(table) | {"measure": code}
    return found


@cache
def ready_made() -> list[dict[str, Any]]:
    """All of them, as the file has them."""
    tables: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["item"]
    return tables


def _values(table: dict[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in table.items() if name != "measures"}
    return {"audience": "kinds", "kinds": ["school"], "rhythm": "monthly"} | values
