"""Cases that should have been done with: their owners are told, once for each day they were due on."""

from datetime import date

from django.db import transaction

from youju.orgs.actors import SYSTEM
from youju.records.alerts import AlertSort, alert
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import case_kinds, specific
from youju.records.reading.access import is_withheld


def overdue_cases(day: date) -> list[str]:
    """Each case whose owner should have done with it before ``day``, with the day that it was due on."""
    late = [
        head
        for kind in case_kinds()
        for head in Ledgered.objects.filter(kind=kind.code, state__in=kind.model.timed(), due_on__lt=day)
    ]
    return [f"{head.ref}#overdue-{head.due_on}" for head in late]


@transaction.atomic
def alert_owner(key: str) -> str:
    """Tell the owner; where it has none yet, whoever has to act."""
    head = Ledgered.objects.select_related("owner").filter(ref=key.partition("#")[0]).first()
    if head is not None:
        case = specific([head])[0]
        turn = case.turn() if isinstance(case, Case) and head.owner is None else (head.owner,)
        told = [(member, head.ref) for member in turn if member is not None and not is_withheld(member, head)]
        alert(told=told, sort=AlertSort.OVERDUE, actor=SYSTEM)
    return ""
