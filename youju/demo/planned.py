"""What the demo bureau will record, as plain values, before any of it is written."""

from datetime import date
from typing import NamedTuple

from youju.demo.papers import Paper


class Stated(NamedTuple):
    """A statistic: one measure of one unit, with the paper that states it."""

    unit: str
    title: str
    day: date
    measure: str
    quantity: int
    paper: Paper
    category: str = ""
    level: str = ""
    occasion: str = ""
    whole: int | None = None
    publisher: str = ""
    opening: bool = False


class Session(NamedTuple):
    """A study session; ``away`` are places of the unit's roster."""

    unit: str
    title: str
    day: date
    sort: str
    topic: str
    paper: Paper
    away: tuple[int, ...] = ()


Planned = Stated | Session
