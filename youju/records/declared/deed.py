"""Deed: one thing that a kind tells on a person's own page: an honour, a service; never that somebody attended."""

from datetime import date
from typing import NamedTuple


class Deed(NamedTuple):
    """day: when. what: its name. detail: by whom, for how long. ref: the record that tells it."""

    day: date
    what: str
    detail: str
    ref: str
