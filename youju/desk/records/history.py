"""What was done with a record, told from its audit rows."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.orgs.actors import names_of
from youju.orgs.audit import AuditRow

ACTIONS: dict[str, str | Promise] = {
    "record.add": _("written down"),
    "record.edit": _("changed"),
    "record.prepare": _("had a part in what it was made of"),
    "record.submit": _("handed in"),
    "record.confirm": _("confirmed for the unit"),
    "record.withdraw": _("withdrawn to a draft"),
    "record.return": _("returned"),
    "record.check": _("checked"),
    "entry.confirm": _("confirmed by a leader"),
    "record.verify": _("verified"),
    "record.void": _("voided"),
    "milestone.reach": _("noted what became of it"),
    "milestone.undo": _("took that back"),
    "record.delete": _("draft deleted"),
    "record.drop": _("not pursued"),
    "record.close": _("closed as told already"),
    "record.resume": _("taken up again"),
    "correction.ask": _("correction asked for"),
    "correction.accept": _("correction accepted"),
    "correction.decline": _("correction declined"),
    "amendment.ask": _("amendment asked for"),
    "amendment.accept": _("amendment accepted"),
    "amendment.decline": _("amendment declined"),
    "evidence.attach": _("evidence added"),
    "evidence.detach": _("evidence taken off"),
    "evidence.grade": _("evidence looked at"),
}

# From the last of them back to each.
_AT_ONCE = timedelta(minutes=1)


class Event(NamedTuple):
    """times: how often it was done in a row within the minute, as nine photos are added at once."""

    at: datetime
    who: str
    action: str | Promise
    reason: str
    times: int = 1


def history_of(ref: str) -> list[Event]:
    """Everything that was done with the record, newest first."""
    rows = list(AuditRow.objects.filter(target=ref).order_by("-at", "-pk"))
    names = names_of(row.actor for row in rows)
    events: list[Event] = []
    for row in rows:
        who, action = names.get(row.actor, row.actor), ACTIONS.get(row.action, row.action)
        event = Event(row.at, who, action, row.detail.get("reason", ""))
        if events and _is_same(event, events[-1]):
            events[-1] = events[-1]._replace(times=events[-1].times + 1)
        else:
            events.append(event)
    return events


def _is_same(event: Event, later: Event) -> bool:
    return event[1:4] == later[1:4] and later.at - event.at < _AT_ONCE
