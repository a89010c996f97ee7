"""Attendance as values: what is said of each person on the list of a session."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.orgs.people import Person
from youju.phrases import enumerated, side_by_side

REASON_LENGTH = 100


class Mark(models.TextChoices):
    PRESENT = "present", gettext_lazy("came")
    LEAVE = "leave", gettext_lazy("on leave")
    ABSENT = "absent", gettext_lazy("absent")


class Marked(NamedTuple):
    """One person and what is said of them; a leave has its reason."""

    person: Person
    mark: str
    reason: str = ""


class Marks(tuple[Marked, ...]):
    """What is said of everybody on a list; as text: each mark, how many have it and who, absent ones included."""

    __slots__ = ()

    def __new__(cls, marks: Iterable[Marked] = ()) -> "Marks":
        return super().__new__(cls, marks)

    def __str__(self) -> str:
        return side_by_side(self._lines())

    def _lines(self) -> Iterator[str]:
        for mark in Mark:
            names = [_name(marked) for marked in self if marked.mark == mark]
            if names:
                line = {"mark": mark.label, "count": len(names), "names": enumerated(names)}
                yield _("%(mark)s %(count)d: %(names)s") % line


def _name(marked: Marked) -> str:
    if not marked.reason:
        return str(marked.person)
    return _("%(name)s (%(reason)s)") % {"name": marked.person, "reason": marked.reason}
