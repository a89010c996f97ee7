"""A group message → what it most likely tells: a kind, and what its form would hold.

Pure: the message, the words of the kinds, what the form's choices are called, and the day on which it is read.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from youju.records.messages.days import find_day
from youju.records.messages.reading import Found, Reader
from youju.records.messages.titles import find_title
from youju.records.messages.words import KindWords, rank_kinds

MOST = 4000
"""Characters of a message; what goes on longer is cut off there."""


class Offered(NamedTuple):
    """One choice of a field: the value that its form takes, and what people call it."""

    value: str
    names: tuple[str, ...]


class Asked(NamedTuple):
    """What a kind's form asks: its fields by name, what those with choices offer, and how the kind reads the rest."""

    fields: tuple[str, ...]
    offered: Mapping[str, Sequence[Offered]]
    reads: Mapping[str, Reader]


def likely_kinds(message: str, vocabulary: Sequence[KindWords]) -> list[str]:
    """The codes of the kinds that a message may tell of, likeliest first; [] where no word says anything."""
    return [kind for kind, _score in rank_kinds(message, vocabulary)]


def guess_fields(message: str, *, words: KindWords, asked: Asked, today: date) -> dict[str, Found]:
    """What the form of a kind would hold."""
    found = _days(message, today) | _named(message, asked.offered)
    title = find_title(message, words.weights())
    if title:
        found["title"] = title
    for field, read in asked.reads.items():
        if said := read(message):
            found[field] = said
    return {field: said for field, said in found.items() if field in asked.fields}


def _days(message: str, today: date) -> dict[str, Found]:
    day = find_day(message, today)
    if day is None:
        return {"happened": Found(today.isoformat(), 0, 0)}
    found = {"happened": Found(day.first.isoformat(), day.start, day.end)}
    if day.last != day.first:
        found["happened_until"] = Found(day.last.isoformat(), day.start, day.end)
    return found


def _named(message: str, offered: Mapping[str, Sequence[Offered]]) -> dict[str, Found]:
    """Of each field with choices the one whose name the message holds: the longest name, then the first."""
    found = {}
    for field, choices in offered.items():
        names = [(choice.value, name, place) for choice in choices for name in choice.names
                 if len(name) > 1 and (place := message.find(name)) >= 0]  # fmt: skip
        if names:
            value, name, place = min(names, key=lambda named: (-len(named[1]), named[2]))
            found[field] = Found(value, place, place + len(name))
    return found
