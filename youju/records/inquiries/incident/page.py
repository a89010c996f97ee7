"""What the page of an incident shows besides: how soon it was answered, and the tasks that looking back has left."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.records.heads.ledgered import Ledgered
from youju.records.inquiries.incident.models import Incident
from youju.records.inquiries.incident.spans import span


class Moment(NamedTuple):
    """One of the three moments. after: how long after the incident was noticed, in words."""

    label: str
    at: datetime | None
    after: str


def beside(incident: Incident, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    answer = span(incident.minutes_to_answer)
    return {
        "moments": [
            Moment(str(_("noticed at")), incident.noticed_at, ""),
            Moment(str(_("reported to the leaders at")), incident.reported_at, _after(incident, incident.reported_at)),
            Moment(str(_("first answered at")), incident.answered_at, answer),
        ],
        "to_answer": answer,
        "tasks": incident.task_lines,
    }


def _after(incident: Incident, moment: datetime | None) -> str:
    return span(int((moment - incident.noticed_at).total_seconds()) // 60) if moment else ""
