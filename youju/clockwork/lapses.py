"""What is in force until a day: it ends on the day after, and those in charge of it are told some time before."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet

from youju.lib import clock
from youju.orgs.actors import SYSTEM
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.settings import setting
from youju.records.alerts import AlertSort, alert
from youju.records.declared.later import in_force
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import RecordKind
from youju.records.kinds import kind_of, record_kinds
from youju.records.verbs.later_verbs import milestone_reach


def lapsed_records(day: date) -> list[str]:
    """Each record whose last day in force is before ``day`` and that has not ended, with that last day."""
    return [f"{row.ref}#lapsed-{row.due_on}" for rows in _in_force() for row in rows.filter(due_on__lt=day)]


@transaction.atomic
def end_lapsed(key: str) -> str:
    """Post the milestone that time brings."""
    kind = kind_of(key)
    if isinstance(kind, RecordKind) and kind.lapse is not None:
        for row in in_force(kind.model, kind.lapse).filter(ref=_ref(key), due_on__lt=clock.today()):
            values = kind.lapse.values(row)
            milestone_reach(record=row, milestone=kind.lapse.milestone, values=values, actor=SYSTEM)
    return ""


def lapsing_records(day: date) -> list[str]:
    """Each record in force whose last day is near, with that day."""
    until = day + timedelta(days=setting("lapse_notice_days"))
    near = (rows.filter(due_on__gte=day, due_on__lte=until) for rows in _in_force())
    return [f"{row.ref}#lapsing-{row.due_on}" for rows in near for row in rows]


@transaction.atomic
def alert_lapsing(key: str) -> str:
    """Tell the unit's liaisons; where it has none, whoever wrote the record."""
    head = Ledgered.objects.select_related("author").filter(ref=_ref(key)).first()
    if head is not None:
        told = liaisons_of(head) or [head.author]
        alert(told=[(member, head.ref) for member in told], sort=AlertSort.LAPSING, actor=SYSTEM)
    return ""


def _in_force() -> "Iterator[QuerySet[Ledgered]]":
    for kind in record_kinds():
        if kind.lapse is not None:
            yield in_force(kind.model, kind.lapse).order_by("ref")


def liaisons_of(head: Ledgered) -> list[Member]:
    """Who records for the unit of a record or case, in its section."""
    grants = RoleGrant.objects.current(clock.today()).filter(role=Role.LIAISON, unit=head.unit_id)
    held = grants.filter(member__is_active=True).select_related("member")
    return [grant.member for grant in held if grant.covers(head.section)]


def _ref(key: str) -> str:
    return key.partition("#")[0]
