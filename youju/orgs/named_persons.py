"""Persons found by what somebody typed: a name, and in brackets behind it the unit and post of the one who is meant."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from youju.lib.sheets.values import normal
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit
from youju.phrases import bracketed

_MASK = "某"
# Outside of brackets, where places stand. A number in front of a name (1. 2、) parts names too.
_BETWEEN = re.compile(r"(?:[、,;/\n\t]|(?<!\d)\d{1,3}[.、)]\s*(?=[^\d\s]))+(?![^(]*\))")
_NAME = re.compile(r"[一-鿿·]{2,}(?:\([^()]*\))?")


class NamedPerson(NamedTuple):
    """A person with the tenures by which they were found; none where they are on no roster any more."""

    person: Person
    tenures: tuple[Tenure, ...]

    @property
    def where(self) -> str:
        """Units and posts, in words."""
        return "、".join(f"{tenure.unit} {tenure.post}".strip() for tenure in self.tenures)

    @property
    def label(self) -> str:
        """Name and place; a minor's name is masked."""
        return bracketed(self.person, self.where)

    def is_called(self, text: str) -> bool:
        """Whether ``text``, as ``split_name`` reads it, can mean this one."""
        name, place = split_name(text)
        if name not in (self.person.name, str(self.person)):
            return False
        return place in ("", self.person.token, normal(self.where)) or any(_is_at(each, place) for each in self.tenures)


def split_name(text: str) -> tuple[str, str]:
    """The name, and what stands in brackets behind it: “王芳（青山小学 教师）”."""
    plain = " ".join(normal(text).split())
    name, _bracket, place = plain.partition("(")
    return name.strip(), place.removesuffix(")").strip()


def split_names(text: str) -> list[str]:
    """The names of a list that was pasted: parted by 、 commas, lines, or by blanks where each part is a Chinese name.

    “王 芳” and “Wang Fang” are one name.
    """
    parts = [part.strip() for part in _BETWEEN.split(normal(text)) if part.strip()]
    return [name for part in parts for name in _by_blanks(part)]


def _by_blanks(text: str) -> list[str]:
    words = text.split()
    return words if all(_NAME.fullmatch(word) for word in words) else [text]


def named_persons(
    names: Iterable[str], *, day: date, unit: Unit | None = None, kept: Sequence[Person] = ()
) -> Mapping[str, list[NamedPerson]]:
    """By each name, who is so called on the roster of ``unit`` on ``day``, or on any where none is given.

    A masked name finds minors alone. kept: who may be named though they are on no such roster any more.
    """
    wanted = {name for name in names if name}
    tenures = Tenure.objects.on(day).filter(_called(wanted, day), person__merged_into=None)
    if unit is not None:
        tenures = tenures.filter(unit=unit)
    held: dict[Person, list[Tenure]] = {person: [] for person in kept if {person.name, str(person)} & wanted}
    for tenure in tenures.select_related("person", "unit").order_by("pk"):
        held.setdefault(tenure.person, []).append(tenure)
    found: dict[str, list[NamedPerson]] = defaultdict(list)
    for named in _named(held):
        for name in {named.person.name, str(named.person)} & wanted:
            found[name].append(named)
    return found


def persons_like(text: str, *, day: date, units: Iterable[int], most: int) -> list[NamedPerson]:
    """Who on the rosters of these units has a name that holds ``text``: some of them, by name. A minor's is not looked
    into."""
    name, _place = split_name(text)
    tenures = Tenure.objects.on(day).filter(unit__in=units, person__merged_into=None, person__name__contains=name)
    adults = tenures.filter(Q(person__minor_until=None) | Q(person__minor_until__lt=day))
    held: dict[Person, list[Tenure]] = {}
    for tenure in adults.select_related("person", "unit").order_by("person__name", "pk")[: most * 3]:
        held.setdefault(tenure.person, []).append(tenure)
    return _named(held)[:most]


def _named(held: Mapping[Person, Sequence[Tenure]]) -> list[NamedPerson]:
    return [NamedPerson(person, tuple(tenures)) for person, tenures in held.items()]


def _is_at(tenure: Tenure, place: str) -> bool:
    """Whether the words name this unit, by any of its names or its code, and where they say more, this post."""
    first, _blank, rest = place.partition(" ")
    unit = tenure.unit
    names = {normal(name) for name in (unit.name, unit.short_name, unit.code)}
    return place in names or (first in names and rest == normal(tenure.post)) or place == normal(tenure.post)


def _called(names: set[str], day: date) -> Q:
    called = Q(person__name__in=names)
    for name in names:
        if name.endswith(_MASK):
            called |= Q(person__name__startswith=name[:1], person__minor_until__gte=day)
    return called
