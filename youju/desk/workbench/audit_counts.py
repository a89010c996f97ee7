"""What an auditor looks at first: how often, of late, what was counted or opened has been changed or refused."""

from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import Promise

from youju.desk.audit.action_words import ACTIONS, AREAS
from youju.lib import clock
from youju.orgs.audit_search import AuditQuery, find_audit_rows

# What is new since the last look, which is a month ago at most; whatever is older is searched in the audit log.
DAYS = 30
# In this order; an area stands for all its actions.
_LOOKED_AT = (
    "record.void", "correction", "amendment", "role", "member", "setting", "factor", "person.reveal", "download",
    "log-in.failed", "access.refused",
)  # fmt: skip


class AuditCount(NamedTuple):
    """An action or area in words, how many rows it has, and the page that shows them."""

    label: str | Promise
    number: int
    url: str


def audit_counts() -> list[AuditCount]:
    """Rows of the last 30 days, today included, of each action that an auditor looks at; one query."""
    first = clock.today() - timedelta(days=DAYS - 1)
    rows = find_audit_rows(AuditQuery(first=first)).order_by()
    numbers = dict(rows.values_list("action").annotate(Count("pk")))
    return [_count(code, numbers, first.isoformat()) for code in _LOOKED_AT]


def _count(code: str, numbers: dict[str, int], first: str) -> AuditCount:
    number = sum(count for action, count in numbers.items() if action == code or action.startswith(f"{code}."))
    label = AREAS.get(code) or ACTIONS[code]
    return AuditCount(label, number, f"{reverse('audit')}?{urlencode({'action': code, 'first': first})}")
