"""Texts of an invented bureau in several registers, filled with the figures of its earlier year.

⟨code:way⟩ stands for a figure as a writer would print it. The ways are written here once more, apart from the forms of
summaries, so that what adopting makes of a text is held against what the text was made from.
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import NamedTuple

from youju.indicators.figure import Figure, Value
from youju.lib.numerals import to_chinese

TEXTS = sorted(Path(__file__).with_name("texts").glob("*.*"))
_BLANK = re.compile(r"⟨(?P<code>[\w.]+)(?::(?P<way>[^⟩]+))?⟩")


class Stated(NamedTuple):
    """Where a text states a figure, and which."""

    start: int
    end: int
    code: str


def filled(template: str, figures: Mapping[str, Figure]) -> tuple[str, list[Stated]]:
    """The text with its figures, and where each of them stands."""
    out, stated, reached, length = [], [], 0, 0
    for found in _BLANK.finditer(template):
        before = template[reached : found.start()]
        said = _said(figures[found["code"]].value, found["way"] or "n")
        length += len(before)
        stated.append(Stated(length, length + len(said), found["code"]))
        out += [before, said]
        length += len(said)
        reached = found.end()
    return "".join((*out, template[reached:])), stated


def _said(value: Value | None, way: str) -> str:
    if isinstance(value, tuple):
        assert way == "places"
        return "、".join(f"第{to_chinese(int(place))}" for place in value)
    assert value is not None
    if way.startswith("p"):
        exact = Decimal(value)
        said = exact.quantize(Decimal(1).scaleb(-int(way[1:])), ROUND_HALF_UP)
        return "100" if exact == 100 else str(said)
    if way.startswith("wan"):
        return str((Decimal(value) / 10_000).quantize(Decimal(1).scaleb(-int(way[3:])), ROUND_HALF_UP))
    if way.startswith("yi"):
        return str((Decimal(value) / 100_000_000).quantize(Decimal(1).scaleb(-int(way[2:])), ROUND_HALF_UP))
    if way == "t":
        return to_chinese(int(value) // 10)
    number = int(value)
    step = 10 if number < 1000 else 100
    match way:
        case "n":
            return str(value)
        case "cn":
            return "两" if number == 2 else to_chinese(number)
        case "rank":
            return f"第{to_chinese(number)}"
        case "ceil10":
            return str(-(-number // 10) * 10)
        case "floor10":
            return str((number - 1) // 10 * 10)
        case _:
            rest = number % step
            return f"{number - rest}{way.removeprefix('over')}" if rest else str(number)
