"""What a plan consists of: steps, each with the lines that tell of it before it is taken."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, NamedTuple

from django.utils.translation import gettext_lazy as _

from youju.lib.sheets import Said
from youju.orgs.actors import Actor
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.tree import find_unit
from youju.orgs.units import Unit


class Action(Enum):
    """What becomes of something, in the order in which a preview tells it."""

    OPENED = _("new units")
    RENAMED = _("units renamed")
    MOVED = _("units moved")
    MERGED = _("units merged")
    CLOSED = _("units closed")
    ALIASED = _("further names")
    JOINED = _("persons who joined")
    TRANSFERRED = _("persons who moved")
    LEFT = _("persons who left")
    CORRECTED = _("entries put right")
    ENROLLED = _("new accounts")
    GRANTED = _("roles granted")
    ENDED = _("roles ended")
    DEACTIVATED = _("accounts closed")
    FORMED = _("new groups")
    TAKEN_IN = _("joined a group")
    GONE_OUT = _("left a group")
    DISSOLVED = _("groups closed")
    KEPT_BY = _("list keepers changed")
    STATED = _("opening figures, to be confirmed")
    DAYS = _("days off and worked")
    TERMS = _("terms")
    DECLARED = _("new occasions")
    CHANGED = _("occasions changed")


class Line(NamedTuple):
    """place: ``sheet!cell`` that asks for it; things: how many of them the line tells of."""

    place: str
    action: Action
    said: Said
    things: int = 1


@dataclass
class Hands:
    """What acts: as whom, for what reason, and what was made on the way."""

    actor: Actor
    reason: str
    _units: dict[str, Unit] = field(default_factory=dict)

    def unit(self, code: str) -> Unit:
        if code not in self._units:
            self._units[code] = find_unit(code)
        return self._units[code]

    def member(self, username: str) -> Member:
        return Member.objects.get(username=username)


@dataclass(frozen=True)
class Step(ABC):
    """One act of a plan, by the verb that does it everywhere else too. ground: whether later steps stand on it."""

    lines: tuple[Line, ...]
    ground: ClassVar[bool] = False

    @property
    def place(self) -> str:
        """The cell that a refusal of the step is told at."""
        return self.lines[0].place

    @abstractmethod
    def act(self, hands: Hands) -> None:
        """Do it. Raises what the verb raises."""


@dataclass(eq=False)
class Human:
    """One person of a plan. person: as it is on record; None until it is put there."""

    name: str
    person: Person | None = None
    pk: int | None = None

    def on_record(self) -> Person:
        if self.person is None:
            assert self.pk is not None
            self.person = Person.objects.get(pk=self.pk)
        return self.person
