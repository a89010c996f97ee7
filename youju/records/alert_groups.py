"""Unread alerts put together: what is alike is one line with a count, the most pressing first.

The page, the bell and the mail all tell of these lines: after a list of two thousand was read in, that is one.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from youju.orgs.members import Member
from youju.records.alerts import Alert, AlertSort
from youju.records.kinds import kind_of

# What somebody has to act on stands before what is only told.
_PRESSING = (
    AlertSort.OVERDUE, AlertSort.DUE_OVER, AlertSort.RETURNED, AlertSort.GAP, AlertSort.OBJECTED, AlertSort.ASKED,
    AlertSort.DUE_SOON, AlertSort.LAPSING, AlertSort.DECLINED,
)  # fmt: skip


class AlertGroup(NamedTuple):
    """Unread alerts of one sort about things of one kind. kind: its code, or what references of that sort begin with.

    newest: when the last of them came. pks: of the alerts, the newest first.
    """

    sort: AlertSort
    kind: str
    newest: datetime
    pks: tuple[int, ...]

    @property
    def size(self) -> int:
        return len(self.pks)

    @property
    def label(self) -> str:
        found = kind_of(f"{self.kind}-")
        others = {"due": _("Items of the plan"), "group": _("Duty"), "swap": _("Swaps of duty")}
        return str(found.label) if found else others.get(self.kind, _("Documents"))

    @property
    def query(self) -> str:
        return urlencode({"sort": self.sort.value, "kind": self.kind})


def alert_groups(member: Member) -> list[AlertGroup]:
    """The unread alerts of a member in groups, the pressing ones first, of these the newest. One query."""
    return alert_groups_of([member.pk])[member.pk]


def alert_groups_of(members: Collection[int]) -> dict[int, list[AlertGroup]]:
    """The same of several members by their ids; whoever has none has an empty list. One query."""
    found: dict[int, dict[tuple[str, str], list[tuple[datetime, int]]]] = {pk: defaultdict(list) for pk in members}
    unread = Alert.objects.filter(member__in=found, read_at=None).order_by("-at", "-pk")
    for pk, sort, target, at, alert in unread.values_list("member_id", "sort", "target", "at", "pk"):
        found[pk][sort, target.partition("-")[0]].append((at, alert))
    return {pk: _in_order(rows) for pk, rows in found.items()}


def _in_order(found: Mapping[tuple[str, str], list[tuple[datetime, int]]]) -> list[AlertGroup]:
    groups = [
        AlertGroup(AlertSort(sort), kind, rows[0][0], tuple(pk for _at, pk in rows))
        for (sort, kind), rows in found.items()
    ]
    groups.sort(key=lambda group: group.newest, reverse=True)
    return sorted(groups, key=lambda group: _place(group.sort))


def _place(sort: AlertSort) -> int:
    return _PRESSING.index(sort) if sort in _PRESSING else len(_PRESSING)
