"""What a demo year is to record, as plain values: what the ``demo.py`` in a kind's folder yields.

Nothing here writes; youju/demo takes the values and calls the verbs that the desk calls.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from youju.records.heads.attachments import Grade

Form = Literal["docx", "pdf", "txt", "png"]
NOTHING: Mapping[str, Any] = MappingProxyType({})


class Paper(NamedTuple):
    """One file of evidence: what it is called, what it says, and how much it proves. The same paper is kept once."""

    name: str
    lines: tuple[str, ...]
    day: date
    form: Form = "docx"
    grade: Grade = Grade.FILE

    @property
    def file_name(self) -> str:
        return f"{self.name}.{self.form}"

    @property
    def text(self) -> tuple[str, ...]:
        """Title, lines and day, as every form but a picture prints them."""
        return self.name, *self.lines, f"{self.day.year}年{self.day.month}月{self.day.day}日"


class Later(NamedTuple):
    """What becomes of a verified record on a later day.

    verb: a later milestone of the kind that is reached, by its name; or a verb of the kind's own, called with
    ``record`` and ``actor``. by: as in PlannedMove. values: the milestone's columns, or the verb's other arguments.
    """

    day: date
    verb: str | Callable[..., object]
    by: str = "liaison"
    values: Mapping[str, Any] = NOTHING


class Planned(NamedTuple):
    """A record to be: written down and handed in on a Friday within two weeks of ``day``, verified at the month's end.

    kind, unit: their codes. values: cleaned values of the kind's form beside unit, title and ``happened``; a function
    among them is asked for its value when the record is written.
    What is of a day before the year, as an opening figure is, comes with the first month's records.
    """

    kind: str
    unit: str
    title: str
    day: date
    values: Mapping[str, Any] = NOTHING
    papers: tuple[Paper, ...] = ()
    later: tuple[Later, ...] = ()


class PlannedMove(NamedTuple):
    """A move of a case on a day. by: ``liaison`` for the unit's own, else the name of an account of the demo.

    action: of the kind's moves; or a verb of the kind's own, called with ``case``, ``actor`` and the values.
    values: of the fields that it asks; a function among them is asked for its value, of the case, when it is made.
    """

    action: str | Callable[..., object]
    day: date
    by: str = "liaison"
    values: Mapping[str, Any] = NOTHING
    reason: str = ""
    papers: tuple[Paper, ...] = ()


class PlannedCase(NamedTuple):
    """A case to be opened on ``day`` by ``by``, with its moves in their order. values: of the form that opens it."""

    kind: str
    unit: str
    title: str
    day: date
    values: Mapping[str, Any] = NOTHING
    by: str = "liaison"
    moves: tuple[PlannedMove, ...] = ()
    papers: tuple[Paper, ...] = ()
