"""The way from a due to the form that answers it, filled in as far as the due knows."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.plans.countable import kind_for
from youju.plans.dues import Due, DueState
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import WAITING, State
from youju.records.kind import Kind
from youju.records.rights import may_record, own_units

_ON_THE_WAY = (*WAITING, State.FILED)


class Row(NamedTuple):
    """A due as a list shows it. url: of the form that answers it; "" where the reader is no liaison of its unit.

    overdue: its day is over and nothing has answered it. late: it was met after its day.
    waits: something of this kind and window was handed in and is not verified yet.
    """

    due: Due
    url: str
    overdue: bool
    late: bool
    waits: bool


def rows_of(dues: Sequence[Due], member: Member) -> list[Row]:
    """These dues for a reader. One query for what is on the way, however many."""
    today = clock.today()
    kinds = {code: kind_for(code) for code in {due.item.measure for due in dues}}
    waiting, own = _waiting(dues, kinds), own_units(member, Role.LIAISON)
    return [
        Row(
            due,
            report_url(due, kinds[due.item.measure], member) if due.unit_id in own else "",
            due.state == DueState.DUE and due.has_fallen(today),
            due.state == DueState.MET and not due.on_time,
            due.pk in waiting,
        )
        for due in dues
    ]


def report_url(due: Due, kind: Kind | None, member: Member) -> str:
    """The form of the right kind with unit, day, sort and title of the due in it."""
    if (
        kind is None
        or due.state not in (DueState.DUE, DueState.ZERO)
        or not may_record(member, due.unit_id, due.section)
    ):
        return ""
    day = min(max(due.first, min(clock.today(), due.last)), due.last)
    given = {"unit": due.unit_id, "happened": day.isoformat(), "title": due.item.title}
    given["sort"] = due.item.measure if kind.own else due.item.category
    if due.group_id:
        given["group"] = due.group_id
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{reverse('record-new', args=[kind.code])}?{query}"


def _waiting(dues: Sequence[Due], kinds: dict[str, Kind | None]) -> set[int]:
    """The numbers of the open dues for which something fitting waits to be verified."""
    open_dues = [due for due in dues if due.state == DueState.DUE]
    codes = {kind.code for kind in kinds.values() if kind}
    if not open_dues or not codes:
        return set()
    heads = Ledgered.objects.filter(
        kind__in=codes, unit__in={due.unit_id for due in open_dues}, state__in=_ON_THE_WAY,
        happened__gte=min(due.first for due in open_dues), happened__lte=max(due.last for due in open_dues),
    )  # fmt: skip
    there = defaultdict(list)
    for code, unit, sort, day in heads.values_list("kind", "unit", "sort", "happened"):
        there[code, unit].append((sort, day))
    return {due.pk for due in open_dues if _on_the_way(due, kinds[due.item.measure], there)}


def _on_the_way(due: Due, kind: Kind | None, there: dict[tuple[str, int], list[tuple[str, date]]]) -> bool:
    if kind is None:
        return False
    sort = due.item.measure if kind.own else due.item.category
    found = there.get((kind.code, due.unit_id), [])
    return any((not sort or sort == its) and due.first <= day <= due.last for its, day in found)
