"""The sixty figures of docs/figures.md: indicator, and what the reference year states."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

DOCUMENT = Path(__file__).parents[2] / "docs" / "figures.md"
_ROW = re.compile(r"\| (\d+) \| ([\d.]+)[^|]*\| ([^|]+) \| `([^`]+)` \| (\w+) \| (\w+) \|")


class Row(NamedTuple):
    number: int
    value: Decimal
    name: str
    indicator: str
    shape: str
    scope: str


def reference_rows() -> list[Row]:
    return [
        Row(int(number), Decimal(value), name, indicator, shape, scope)
        for number, value, name, indicator, shape, scope in _ROW.findall(DOCUMENT.read_text("utf-8"))
    ]
