"""What was done with a record, told from its audit rows."""

from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.orgs.actors import names_of
from youju.orgs.audit import AuditRow

ACTIONS: dict[str, str | Promise] = {
    "record.add": _("written down"),
    "record.edit": _("changed"),
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


class Event(NamedTuple):
    at: datetime
    who: str
    action: str | Promise
    reason: str


def history_of(ref: str) -> list[Event]:
    """Everything that was done with the record, newest first."""
    rows = list(AuditRow.objects.filter(target=ref).order_by("-at", "-pk"))
    names = names_of(row.actor for row in rows)
    return [
        Event(
            row.at, names.get(row.actor, row.actor), ACTIONS.get(row.action, row.action), row.detail.get("reason", "")
        )
        for row in rows
    ]
