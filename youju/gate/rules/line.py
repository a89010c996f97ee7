"""What the rules look at and what they answer. No rule knows a file, a database or the language of the page."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

PlaceSort = Literal[
    "text", "name", "page", "cell", "hidden", "comment", "deleted", "property", "heading", "picture", "link", "inside"
]


class Line(NamedTuple):
    """A line of what is to go out. part: the file or field; at: where in it (a page); row: of the sheet ``at``, from 1.

    The cells of a row stand between tabs, column A first.
    """

    part: str
    sort: PlaceSort
    at: str
    text: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What the bureau knows beside the text.

    children: names on its rosters of those too young to be named; grown: of grown-ups, by which 李明珠 is not taken
    for a child 李明; released: names that a valid consent lets be told.
    child_age: in years; who is younger counts as a child.
    """

    today: date
    children: Collection[str] = field(default_factory=frozenset)
    grown: Collection[str] = field(default_factory=frozenset)
    released: Collection[str] = field(default_factory=frozenset)
    child_age: int = 14


class Hit(NamedTuple):
    """A place that a rule found: characters start to end (exclusive) of line number ``line`` as ``plain`` reads it."""

    line: int
    start: int
    end: int
