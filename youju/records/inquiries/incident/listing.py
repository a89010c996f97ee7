"""What a list of incidents shows of each, and by what it is narrowed."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.orgs.audit import AuditRow
from youju.records.declared.case_columns import IN_CHARGE, CaseColumn, CaseNarrow
from youju.records.heads.case import MOVED, Case
from youju.records.inquiries.incident.models import Incident
from youju.records.inquiries.incident.spans import span


def _noticed(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.happened.isoformat() for case in cases}


def _answered(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: span(case.minutes_to_answer) for case in cases if isinstance(case, Incident)}


def _unanswered() -> Q:
    return Q(answered_at=None, state__in=Incident.running())


def _with(action: str) -> Q:
    """Those with which something was done at least once, as their steps tell."""
    made = AuditRow.objects.filter(action=MOVED, detail__move=action, target__startswith="incident-")
    return Q(ref__in=made.values("target"))


COLUMNS = (
    CaseColumn(_("Noticed"), _noticed),
    CaseColumn(_("To the first answer"), _answered),
    IN_CHARGE,
)
NARROWS = (
    CaseNarrow("unanswered", _("not answered yet"), _unanswered),
    CaseNarrow("offline", _("handled offline"), lambda: _with("offline")),
    CaseNarrow("on-site", _("looked into on site"), lambda: _with("investigate")),
)
