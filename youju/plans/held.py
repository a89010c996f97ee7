"""What the ledger holds that meets a due: verified, standing now, inside the window, fitting the item's filter."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.lib.batches import batches
from youju.lib.periods import yyyymm
from youju.orgs.mergers import canonical_tokens
from youju.plans.dues import Due
from youju.plans.items import Audience, PlanItem
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import specific

# What was there before the bureau began to work here answers nothing that was asked since.
_OPENING = "opening-"


class Held(NamedTuple):
    """One fact that counts: on which day, of whom, how much, from which record."""

    day: date
    ref: str
    quantity: int
    whom: str


class Met(NamedTuple):
    """refs: the records that count, oldest first. on_time: whether enough of it was handed in by the day due."""

    quantity: int
    refs: tuple[str, ...]
    on_time: bool


def met_by(dues: Sequence[Due]) -> dict[int, Met]:
    """For each of one item's dues, by its number, what the ledger holds now. Few queries, however many dues."""
    if not dues:
        return {}
    item = dues[0].item
    facts = _held(item, dues)
    handed_in = _handed_in({fact.ref for each in facts.values() for fact in each})
    return {due.pk: _met(due, facts.get(_whom(item, due), ()), handed_in) for due in dues}


def refs_meeting(due: Due) -> tuple[str, ...]:
    """The records that count for one due."""
    return met_by([due])[due.pk].refs


def _met(due: Due, facts: Iterable[Held], handed_in: dict[str, date]) -> Met:
    inside = [fact for fact in facts if due.first <= fact.day <= due.last]
    early = sum(fact.quantity for fact in inside if handed_in.get(fact.ref, date.max) <= due.due_on)
    refs = tuple(dict.fromkeys(fact.ref for fact in inside))
    return Met(sum(fact.quantity for fact in inside), refs, early >= due.wanted)


def _whom(item: PlanItem, due: Due) -> str:
    """Whose facts count for a due: a person's by token, a group's by code, else the unit's."""
    if item.audience == Audience.PERSONS and due.person:
        return due.person.token
    return due.group.code if item.audience == Audience.GROUPS and due.group else due.unit.code


def _held(item: PlanItem, dues: Sequence[Due]) -> dict[str, list[Held]]:
    first, last = min(due.first for due in dues), max(due.last for due in dues)
    months = [month for year in range(first.year, last.year + 1) for month in range(year * 100 + 1, year * 100 + 13)]
    wanted = [month for month in months if yyyymm(first) <= month <= yyyymm(last)]
    facts = live_facts().filter(measure=item.measure, period__in=wanted, day__range=(first, last), quantity__gt=0)
    for name in ("category", "level", "occasion"):
        if value := getattr(item, name):
            facts = facts.filter(Q(**{name: value}))
    if len(dues) < 20 and item.audience != Audience.PERSONS:
        facts = facts.filter(unit__in={due.unit.code for due in dues})
    rows = facts.order_by("day", "id").values_list("day", "entry__record_ref", "quantity", "unit", "subject")
    return _by_whom(item, [row for row in rows if not row[1].startswith(_OPENING)])


def _by_whom(item: PlanItem, rows: Sequence[tuple[date, str, int, str, str]]) -> dict[str, list[Held]]:
    survivors = canonical_tokens() if item.audience == Audience.PERSONS else {}
    groups = _groups_of({row[1] for row in rows}) if item.audience == Audience.GROUPS else {}
    found: dict[str, list[Held]] = defaultdict(list)
    for day, ref, quantity, unit, subject in rows:
        whom = {Audience.PERSONS: survivors.get(subject, subject), Audience.GROUPS: groups.get(ref, "")}
        held = Held(day, ref, quantity, whom.get(Audience(item.audience), unit))
        found[held.whom].append(held)
    return found


def _groups_of(refs: set[str]) -> dict[str, str]:
    """The code of the group that each record is of, where its kind says so."""
    found: dict[str, str] = {}
    for batch in batches(sorted(refs)):
        for row in specific(list(Ledgered.objects.filter(ref__in=batch))):
            if (group := getattr(row, "group", None)) is not None:
                found[row.ref] = group.code
    return found


def _handed_in(refs: set[str]) -> dict[str, date]:
    """The day on which each was first handed in; of a case, the day it was opened."""
    found: dict[str, date] = {}
    for batch in batches(sorted(refs)):
        heads = Ledgered.objects.filter(ref__in=batch).values_list("ref", "handed_in_on", "created_at")
        found.update((ref, handed_in or clock.day_of(created)) for ref, handed_in, created in heads)
    return found
