"""Households and enterprises as an officer of the section keeps them: which there are, and what was paid to each."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q

from youju.errors import NotAllowed, NotFound
from youju.lib.batches import batches
from youju.orgs.members import Member, Role
from youju.records.heads.sections import Section
from youju.records.heads.states import State
from youju.records.rights import reached_units
from youju.records.volunteering.visit.errors import VisitedMerged
from youju.records.volunteering.visit.models import Visit
from youju.records.volunteering.visit.visited import Visited, VisitedRows


class Paid(NamedTuple):
    """How many verified visits there are, the day of the last, and the years they are of."""

    visits: int
    last: date | None
    years: frozenset[int]


def keeps_visited(member: Member) -> bool:
    """Whether a member is an officer of the section."""
    return bool(reached_units(member, Role.OFFICER, section=Section.VOLUNTEERING))


def visited_for(member: Member) -> VisitedRows:
    """Those that units in an officer's reach wrote down, merged ones too; whose names the officer thus reads.

    Without those of whom drafts alone tell: these are their unit's business. Raises NotAllowed for whoever is no
    officer of the section.
    """
    if not keeps_visited(member):
        raise NotAllowed()
    reached = reached_units(member, Role.OFFICER, section=Section.VOLUNTEERING)
    told = Exists(Visit.objects.filter(visited=OuterRef("pk")).exclude(state=State.DRAFT))
    merged = Q(merged_into__isnull=False) | Exists(Visited.objects.filter(merged_into=OuterRef("pk")))
    return Visited.objects.filter(merged | told, unit__in=reached)


def get_visited_for(member: Member, token: str) -> Visited:
    """One of them. Raises NotAllowed, NotFound, VisitedMerged where it counts as another one."""
    found = visited_for(member).select_related("unit").filter(token=token).first()
    if found is None:
        raise NotFound()
    if found.merged_into_id is not None:
        raise VisitedMerged()
    return found


def survivors(merged: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Each merged row, by its number, and the one that it counts as. merged: a row and the one it was merged into."""
    into = dict(merged)
    found = {}
    for row in into:
        found[row] = into[row]
        while found[row] in into:
            found[row] = into[found[row]]
    return found


def paid_to(rows: Collection[int]) -> dict[int, Paid]:
    """What was paid to each of the rows, to those merged into it too. rows: numbers of rows that live on."""
    into = survivors(Visited.objects.exclude(merged_into=None).values_list("pk", "merged_into_id"))
    counted = {gone: kept for gone, kept in into.items() if kept in rows} | {row: row for row in rows}
    days: dict[int, list[date]] = {row: [] for row in rows}
    for batch in batches(list(counted)):
        verified = Visit.objects.filter(state=State.VERIFIED, visited__in=batch)
        for visited, day in verified.values_list("visited", "happened"):
            days[counted[visited]].append(day)
    return {
        row: Paid(len(each), max(each, default=None), frozenset(day.year for day in each)) for row, each in days.items()
    }
