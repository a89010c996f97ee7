"""Incidents as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.inquiries.incident.forms import IncidentForm, IncidentMoveForm
from youju.records.inquiries.incident.listing import COLUMNS, NARROWS
from youju.records.inquiries.incident.models import MEASURES, Incident
from youju.records.inquiries.incident.page import beside
from youju.records.kind import CaseKind
from youju.records.rights import units_to_record_for

KIND = CaseKind(
    code="incident",
    section=Section.INQUIRIES,
    label=_("Incidents"),
    help=_("Something said in public that wants the facts: established, answered under our own name, and solved."),
    model=Incident,
    opens=IncidentForm,
    move_form=IncidentMoveForm,
    open_label=_("Report it"),
    opens_for=units_to_record_for,
    files=True,
    columns=COLUMNS,
    narrows=NARROWS,
    beside=beside,
    beside_shows=("noticed_at", "reported_at", "answered_at", "tasks"),
    measures=MEASURES,
)
