"""The days off that were announced when this version of Youju was made: a table beside this file.

docs/days_off.py writes it from the package chinesecalendar, which an installation never needs.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

SOURCE = "国务院办公厅节假日安排 (chinesecalendar)"

_FILE = Path(__file__).with_name("days_off.tsv")


class DayRow(NamedTuple):
    """One line of an announcement: a day off, or (work) a weekend day that is worked."""

    day: date
    work: bool
    name: str


def announced_days() -> list[DayRow]:
    """Every day of the table, by date."""
    lines = _FILE.read_text("utf-8").splitlines()
    return [DayRow(date.fromisoformat(day), what == "work", name) for day, what, name in map(str.split, lines)]
