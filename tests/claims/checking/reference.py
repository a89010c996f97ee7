"""The reference summary with the indicator of each figure; its words stay in the shared folder."""

import csv
import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[4] / "shared" / "reference"
DOCUMENT = Path(__file__).parents[3] / "docs" / "figures.md"
ALIASES = {"镇江市": "@city", "江苏省": "@province", "XX市": "@county"}

_ROW = re.compile(r"^\| \d+ \| [^|]+ \| [^|]+ \| `([^`]+)`", re.MULTILINE)
_NUMBER = re.compile(r"[0-9]+(?:\.([0-9]+))?")
_CHINESE = "一两三四五六七八九十"


class Stated(NamedTuple):
    """A figure as it stands in the summary."""

    start: int
    end: int
    text: str
    kind: str
    approx: str
    indicator: str


def summary() -> str:
    return (FOLDER / "annual-summary.txt").read_text("utf-8")


def stated() -> list[Stated]:
    """The figures that count, in the order of the text, which is that of docs/figures.md."""
    with (FOLDER / "figures.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["optional"] != "yes"]
    codes = _ROW.findall(DOCUMENT.read_text("utf-8"))
    return [
        Stated(int(row["start"]), int(row["end"]), row["text"], row["kind"], row["approx"], code)
        for row, code in zip(rows, codes, strict=True)
    ]


def no_figures() -> list[tuple[int, int]]:
    """Where a number stands that is no figure."""
    with (FOLDER / "not-figures.tsv").open(encoding="utf-8") as file:
        return [(int(row["start"]), int(row["end"])) for row in csv.DictReader(file, delimiter="\t")]


def falsified(one: Stated) -> list[str]:
    """The same figure moved by one unit of its last printed place; none for ranks and rounded ones."""
    if one.kind == "rank" or one.approx != "exact":
        return []
    found = _NUMBER.search(one.text)
    if found is None:
        place = next(_CHINESE.index(sign) for sign in one.text if sign in _CHINESE[:-1])
        return [one.text.replace(_CHINESE[place], _CHINESE[place + 1])]
    step = Decimal(1).scaleb(-len(found[1] or ""))
    moved = [value for value in (Decimal(found[0]) + step, Decimal(found[0]) - step) if value > 0]
    return [one.text[: found.start()] + str(value) + one.text[found.end() :] for value in moved]


OUTSIDE = {
    "近百篇": ("近两百篇", "120余篇"),
    "数十篇": ("数百篇", "100余篇"),
    "30多支": ("40多支", "20多支"),
    "近千人": ("近两千人", "近九百人"),
    "1篇": ("2篇",),
}
"""Each rounded figure, and numbers whose interval the ledger's value lies outside of."""
