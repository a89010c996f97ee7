"""Scene: what a kind's ``demo.py`` is written from: one year of the demo bureau, with its numbers and chance."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import Protocol

from youju.orgs.groups import Group
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.declared.planned import Form, Paper
from youju.records.heads.attachments import Grade
from youju.records.heads.occasions import Occasion


class Scene(Protocol):
    """One year as one kind sees it. Units are named by their codes.

    numbers: by the names in ``demo.toml`` of all kinds. before: those of the year before, None in the first year.
    chance: the kind's own, so that what one kind draws changes nothing in another.
    """

    @property
    def year(self) -> int: ...
    @property
    def numbers(self) -> Mapping[str, int]: ...
    @property
    def before(self) -> Mapping[str, int] | None: ...
    @property
    def chance(self) -> Random: ...

    @property
    def county(self) -> str: ...
    @property
    def offices(self) -> Sequence[str]: ...
    @property
    def towns(self) -> Sequence[str]: ...
    @property
    def schools(self) -> Sequence[str]:
        """All schools: those of the towns and those directly below the bureau."""

    @property
    def direct(self) -> Sequence[str]: ...

    def office(self, name: str) -> str:
        """The code of the office whose own code ends in ``name``."""

    def above(self, code: str) -> str:
        """The code of the unit above one."""

    def unit(self, code: str) -> Unit: ...

    def name(self, code: str) -> str: ...

    def roster(self, code: str) -> Sequence[Person]:
        """Who works in a unit, the head first."""

    def group(self, code: str, sort: str) -> Group:
        """A unit's group of a sort: leading_group (the bureau), leaders, branch, staff (each school)."""

    def people(self, code: str, sort: str) -> Sequence[Person]:
        """Who is in that group, in both years."""

    def member(self, name: str) -> Member:
        """An account of the demo: officer, colleague, signer, …"""

    def liaison(self, code: str) -> Member:
        """Who records for a unit."""

    def occasion(self, code: str) -> Occasion:
        """A declared occasion, by its code in youju/demo/occasions.toml."""

    def day(self, first_month: int = 1, last_month: int = 12) -> date:
        """Some day between two months on which offices work."""

    def worked(self, day: date) -> date:
        """The day, or the next in its month on which offices work; where none is left, the last one."""

    def months(self, count: int) -> list[int]:
        """``count`` months in order, spread over the year; beyond twelve some come twice."""

    def some(self, pool: Sequence[str], count: int) -> list[str]:
        """``count`` different ones of a pool, in the pool's order."""

    def paper(self, name: str, *lines: str, day: date, form: Form = "docx", grade: Grade = Grade.FILE) -> Paper:
        """A paper of the year."""

    def decision(self, publisher: str, about: str, day: date) -> Paper:
        """A list that another body has published: anybody may check it there."""
