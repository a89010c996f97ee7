"""Audiences: who owes what an item asks for within a window."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from youju.lib.periods import yyyymm
from youju.orgs.calendar import Term
from youju.orgs.groups import Group, Membership
from youju.orgs.people import Person
from youju.orgs.timeline import Timeline
from youju.orgs.tree import home_unit, timeline
from youju.orgs.units import Unit, UnitKind
from youju.plans.items import Audience, PlanItem
from youju.plans.windows import Window


class Owing(NamedTuple):
    """One that owes: a unit, a group of it, or a person of that group."""

    unit: Unit
    group: Group | None = None
    person: Person | None = None

    @property
    def slot(self) -> str:
        parts = [
            self.unit.code,
            *([self.group.code] if self.group else []),
            *([self.person.token] if self.person else []),
        ]
        return "/".join(parts)


class Places:
    """The units, groups and people of the bureau, read once for many items."""

    def __init__(self) -> None:
        self.tree: Timeline = timeline()
        self.home = home_unit()
        self.units = {unit.code: unit for unit in Unit.objects.exclude(kind=UnitKind.PRACTICE)}
        self.groups = list(Group.objects.select_related("unit").order_by("unit__code", "code"))
        self._members: dict[int, list[Membership]] | None = None
        self.terms: dict[str, list[Term]] = {}
        for term in Term.objects.select_related("unit"):
            self.terms.setdefault(term.unit.code, []).append(term)

    def standing(self, window: Window) -> set[str]:
        """Codes of the units of this bureau that are open from the window's first month to its last."""
        first, last = yyyymm(window.first), yyyymm(window.last)
        below = self.tree.below([self.home.code], last)
        return {code for code in below if self.tree.stands(code, first) and self.tree.stands(code, last)}

    def members(self, group: Group, day: date) -> list[Person]:
        if self._members is None:
            self._members = {}
            for each in Membership.objects.select_related("person").order_by("pk"):
                self._members.setdefault(each.group_id, []).append(each)
        found = {
            each.person.token: each.person
            for each in self._members.get(group.pk, [])
            if (each.since is None or each.since <= day) and (each.until is None or day <= each.until)
        }
        return list(found.values())

    def terms_of(self, unit: str, year: int) -> list[Term]:
        """The terms that begin in a year: the unit's own, else those of the nearest unit above that has any."""
        for code in self.tree.above(unit, year * 100 + 12):
            if code in self.terms:
                return [term for term in self.terms[code] if term.first.year == year]
        return []


def owing(item: PlanItem, window: Window, places: Places) -> Iterator[Owing]:
    """Who owes an item within a window; of persons, those who belong to the group on the window's last day."""
    standing = places.standing(window)
    if item.audience in (Audience.KINDS, Audience.UNITS):
        for code in sorted(standing):
            unit = places.units.get(code)
            if unit and (unit.kind in item.kinds if item.audience == Audience.KINDS else code in item.units):
                yield Owing(unit)
        return
    for group in places.groups:
        if group.sort == item.group_sort and group.unit.code in standing and group.is_open(window.last):
            if item.audience == Audience.GROUPS:
                yield Owing(group.unit, group)
            else:
                yield from (Owing(group.unit, group, person) for person in places.members(group, window.last))
