"""The lexicons of the folder lexicon/, read once and compiled into what the readers look up."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "lexicon"


class Unit(NamedTuple):
    """A measure word: what it measures, the kind of claim it makes, and how free it is after 三."""

    word: str
    group: str
    kind: str
    chinese: str
    barred: re.Pattern[str] | None


@cache
def load(name: str) -> dict[str, Any]:
    """Read one lexicon."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def words(line: str) -> list[str]:
    """Split a lexicon's line into its words, the longest first."""
    return sorted(line.split(), key=len, reverse=True)


def either(line: str) -> str:
    """Write the words of a line as one alternative of a regular expression."""
    return "(?:" + "|".join(re.escape(word) for word in words(line)) + ")"


def _with_times(found: list[str], kind: str) -> list[str]:
    """Add 次 to each measure word that counts things: 人次, 辆次, 家次."""
    times = [word + "次" for word in found if kind == "count" and not word.endswith("次")]
    return found + times


def _units() -> dict[str, tuple[Unit, ...]]:
    """Index every measure word by its first character, the longest first."""
    table = load("measures")
    barred = {word: re.compile(pattern) for word, pattern in table["not_before"].items()}
    found: dict[str, dict[str, Unit]] = {}
    for group in table["group"]:
        for word in _with_times(group["words"].split(), group["kind"]):
            last = "次" if word.endswith("次") else word
            unit = Unit(word, group["class"], group["kind"], group["chinese"], barred.get(last))
            found.setdefault(word[0], {}).setdefault(word, unit)
    return {first: tuple(sorted(units.values(), key=lambda unit: -len(unit.word))) for first, units in found.items()}


UNITS = _units()
UNIT_FIRSTS = "".join(sorted(UNITS))


def unit_at(plain: str, at: int) -> Unit | None:
    """Find the measure word that stands at a place, unless it only begins another word."""
    for unit in UNITS.get(plain[at : at + 1], ()):
        if plain.startswith(unit.word, at):
            end = at + len(unit.word)
            if unit.barred is None or not unit.barred.match(plain, end):
                return unit
    return None


def unit_behind(plain: str, end: int) -> tuple[Unit | None, int]:
    """Find the measure word behind a number, over a space or a line break, and where it ends."""
    at = end
    while at < end + 3 and plain[at : at + 1].isspace():
        at += 1
    unit = unit_at(plain, at)
    return unit, at + len(unit.word) if unit else end
