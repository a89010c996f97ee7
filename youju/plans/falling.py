"""Falling due: what the clock does. Once its day is over a due stands in the ledger, met or not."""

from datetime import date

from django.db import transaction
from django.db.models import Min, QuerySet

from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.plans.dues import Due, DueState
from youju.plans.meeting import restate
from youju.plans.reminding import liaisons_of
from youju.plans.settling import settle
from youju.records.alerts import AlertSort, alert


def falling(day: date) -> list[str]:
    """What has fallen due by the end of the day before ``day``: a key for each item and day, with its first due."""
    rows = _open().filter(due_on__lt=day).order_by().values("item__ref", "due_on").annotate(first=Min("pk"))
    return sorted(f"{row['item__ref']}#due-{row['due_on']}-{row['first']}" for row in rows)


@transaction.atomic
def dues_fall(*, key: str, actor: Actor) -> int:
    """Post what one item owes of one day, met or not, and tell who has not met it; gives how many dues that were."""
    ref, _hash, rest = key.partition("#due-")
    day = date.fromisoformat(rest[:10])
    rows = _open().filter(item__ref=ref, due_on=day).select_for_update(of=("self",))
    dues = list(rows.select_related("item", "unit", "group", "person"))
    if not dues:
        return 0
    Due.objects.bulk_update(restate(dues), ["state", "on_time"], batch_size=400)
    audit.write(actor=actor, action="plan.fall", target=ref, day=day.isoformat(), dues=[due.ref for due in dues])
    alert(told=liaisons_of(due for due in dues if due.state == DueState.DUE), sort=AlertSort.DUE_OVER, actor=actor)
    settle(dues=dues, actor=actor)
    return len(dues)


def _open() -> QuerySet[Due]:
    return Due.objects.filter(fallen=False).exclude(state=DueState.WITHDRAWN)
