"""Finding audit rows: who did what to which thing, on which days."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware

from youju.orgs.actors import machines_named
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member

_MOST_NAMED = 200


class AuditQuery(NamedTuple):
    """What is asked for; empty means any. first, last: days at the office, both inclusive.

    actor: a part of a name or log-in name; action: what it begins with, as ``record`` or ``record.verify``;
    target: a reference, code or token, or the name of a member.
    """

    actor: str = ""
    action: str = ""
    target: str = ""
    first: date | None = None
    last: date | None = None


def find_audit_rows(query: AuditQuery) -> QuerySet[AuditRow]:
    """The rows that match, the newest first."""
    rows = AuditRow.objects.order_by("-pk")
    if query.actor:
        rows = rows.filter(actor__in=[*_tokens(query.actor), *machines_named(query.actor)])
    if query.action:
        rows = rows.filter(Q(action=query.action) | Q(action__startswith=f"{query.action}."))
    if query.target:
        rows = rows.filter(Q(target__startswith=query.target) | Q(target__in=_tokens(query.target)))
    if query.first:
        rows = rows.filter(at__gte=_midnight(query.first))
    if query.last:
        rows = rows.filter(at__lt=_midnight(query.last + timedelta(days=1)))
    return rows


def _tokens(name: str) -> list[str]:
    named = Member.objects.filter(Q(name__icontains=name) | Q(username__icontains=name))
    return list(named.values_list("token", flat=True)[:_MOST_NAMED])


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))
