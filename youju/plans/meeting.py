"""Meeting: the dues of items, set to what the ledger holds for them and to the zero reports there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import QuerySet

from youju.ledger import lock
from youju.ledger.reading import Fact, all_facts
from youju.ledger.tree import size
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.plans.dues import Due, DueState
from youju.plans.held import Met, met_by
from youju.plans.items import ItemState, PlanItem
from youju.plans.progress import LedgerRead
from youju.plans.settling import settle

_SETTLED = (DueState.EXCUSED, DueState.WITHDRAWN)


def restate(dues: Sequence[Due]) -> list[Due]:
    """Set state and punctuality of open dues to what the ledger holds now, in the rows given; gives those changed.

    What was excused or is no longer asked for stays so. Nothing is saved.
    """
    by_item: dict[int, list[Due]] = defaultdict(list)
    for due in dues:
        if due.state not in _SETTLED:
            by_item[due.item_id].append(due)
    changed = []
    for each in by_item.values():
        found = met_by(each)
        changed += [due for due in each if _restated(due, found[due.pk])]
    return changed


@transaction.atomic
def dues_meet(*, dues: Sequence[Due], actor: Actor) -> list[Due]:
    """Bring dues and ledger to what was verified or voided since; gives those that changed."""
    changed = restate(dues)
    Due.objects.bulk_update(changed, ["state", "on_time"], batch_size=400)
    _note(changed, actor)
    settle(dues=changed, actor=actor)
    return changed


@transaction.atomic
def ledger_read(*, actor: Actor) -> int:
    """Read what the ledger took in since the last time, and bring to it the dues that it may concern.

    Whatever is posted meanwhile is read the next time. Gives how many dues changed.
    """
    lock.hold()
    row = LedgerRead.objects.select_for_update().first() or LedgerRead()
    concerned = [due for item in _items(row.size) for due in _concerned(item, row.size)]
    changed = dues_meet(dues=concerned, actor=actor)
    row.size = size()
    row.save()
    return len(changed)


def unread() -> tuple[int, int]:
    """From which entry to which the ledger has news for some item of a plan; the same twice where it has none."""
    row = LedgerRead.objects.first()
    start = row.size if row else 0
    return (start, size()) if _items(start) else (start, start)


def _restated(due: Due, met: Met) -> bool:
    state = DueState.DUE
    if met.quantity >= due.wanted:
        state = DueState.MET
    elif due.zero_report_id:
        state = DueState.ZERO
    before = (due.state, due.on_time)
    due.state, due.on_time = state, state == DueState.MET and met.on_time
    return before != (due.state, due.on_time)


def _items(start: int) -> list[PlanItem]:
    """The items in force that ask for something the ledger has news of."""
    measures = PlanItem.objects.filter(state=ItemState.APPROVED).order_by().values("measure").distinct()
    news = _news(start).filter(measure__in=measures).order_by().values_list("measure", flat=True).distinct()
    return list(PlanItem.objects.filter(state=ItemState.APPROVED, measure__in=set(news)))


def _concerned(item: PlanItem, start: int) -> list[Due]:
    """The item's dues in whose window some unit has news; of persons, wherever they are now."""
    days = sorted(set(_news(start).filter(measure=item.measure).order_by().values_list("day", flat=True).distinct()))
    if not days:
        return []
    dues = item.dues.exclude(state__in=_SETTLED).filter(first__lte=days[-1], last__gte=days[0])
    return list(dues.select_related("item", "unit", "group", "person"))


def _news(start: int) -> QuerySet[Fact]:
    return all_facts().filter(entry_id__gte=start)


def _note(changed: Iterable[Due], actor: Actor) -> None:
    """One row an item: the dues by reference, with what they are now."""
    by_item: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for due in changed:
        by_item[due.item.ref][due.state].append(due.ref)
    for ref, states in by_item.items():
        audit.write(actor=actor, action="plan.meet", target=ref, **states)
