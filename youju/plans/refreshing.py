"""Remaking: an item's dues brought to its content and to the calendar, units and groups as they are known now."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from youju.lib import clock
from youju.lib.refs import new_ref
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.plans.audiences import Places
from youju.plans.dues import PREFIX, Due, DueState
from youju.plans.items import ItemState, PlanItem
from youju.plans.making import Planned, planned
from youju.plans.meeting import restate
from youju.plans.settling import settle

_PLACED = ("window", "first", "last", "due_on", "provisional", "wanted")


def remake(*, item: PlanItem, places: Places, actor: Actor) -> int:
    """Make all dues of an item what it asks for now, those of the past too; gives how many were made or changed.

    A part of the verb that approves it: what it moves or withdraws is voided in the ledger and posted anew.
    """
    dues = _dues(item)
    rows = [] if item.ends else planned(item, places)
    made, moved = _applied(item, dues, rows)
    gone = _withdrawn(dues, {row.slot for row in rows})
    return _kept([*made, *moved, *gone], dues, actor)


@transaction.atomic
def items_refresh(*, actor: Actor) -> int:
    """Bring the dues still to come to what is known now: units opened and closed, people who came and left, days off
    announced. What has fallen due stays as it was asked. Gives how many were made or changed.
    """
    year = clock.today().year
    items = list(PlanItem.objects.filter(state=ItemState.APPROVED, year__in=(year - 1, year, year + 1)).order_by("pk"))
    if not items:
        return 0
    places = Places()
    return sum(_refreshed(item, places, actor) for item in items)


def _refreshed(item: PlanItem, places: Places, actor: Actor) -> int:
    today = clock.today()
    rows = planned(item, places)
    coming = {row.slot for row in rows}
    dues = [due for due in _dues(item) if not due.has_fallen(today)]
    fallen = set(item.dues.filter(due_on__lt=today).values_list("slot", flat=True))
    made, moved = _applied(item, dues, [row for row in rows if row.due_on >= today and row.slot not in fallen])
    gone = _withdrawn(dues, coming)
    changed = [*made, *moved, *gone]
    if changed:
        refs = [due.ref for due in changed]
        audit.write(actor=actor, action="plan.refresh", target=item.ref, dues=refs)
    return _kept(changed, dues, actor)


def _dues(item: PlanItem) -> list[Due]:
    return list(item.dues.select_related("item", "unit", "group", "person"))


def _applied(item: PlanItem, dues: Sequence[Due], rows: Iterable[Planned]) -> tuple[list[Due], list[Due]]:
    """Dues that are new, not saved yet, and those that were there and read differently now."""
    there = {due.slot: due for due in dues}
    made, moved = [], []
    for row in rows:
        due = there.get(row.slot)
        values = _placed(row)
        if due is None:
            made.append(_new(item, row, values))
        elif due.state == DueState.WITHDRAWN or any(getattr(due, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(due, name, value)
            due.state = DueState.DUE if due.state == DueState.WITHDRAWN else due.state
            moved.append(due)
    return made, moved


def _placed(row: Planned) -> dict[str, Any]:
    window, due_on = row.window, row.due_on
    given = (window.name, window.first, window.last, due_on, row.provisional, row.wanted)
    return dict(zip(_PLACED, given, strict=True))


def _new(item: PlanItem, row: Planned, values: dict[str, Any]) -> Due:
    unit, group, person = row.owing
    return Due(
        ref=new_ref(PREFIX), item=item, section=item.section, unit=unit, group=group, person=person, slot=row.slot,
        **values,
    )  # fmt: skip


def _withdrawn(dues: Iterable[Due], wanted: set[str]) -> list[Due]:
    gone = [due for due in dues if due.slot not in wanted and due.state != DueState.WITHDRAWN]
    for due in gone:
        due.state, due.on_time = DueState.WITHDRAWN, False
    return gone


def _kept(changed: list[Due], before: Sequence[Due], actor: Actor) -> int:
    """Save what changed, see what meets it, and settle all of it."""
    new = [due for due in changed if due.pk is None]
    moved = [due for due in changed if due.pk is not None]
    Due.objects.bulk_create(new, batch_size=400)
    touched = {due.pk: due for due in changed}
    restated = restate([*changed, *(due for due in before if due.pk not in touched)])
    Due.objects.bulk_update(moved, _PLACED, batch_size=400)
    settled = {due.pk: due for due in (*moved, *restated)}
    Due.objects.bulk_update(settled.values(), ["state", "on_time"], batch_size=400)
    settle(dues=list((touched | settled).values()), actor=actor)
    return len(changed)
