"""Applications for titles as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.accreditation.application.forms import ApplicationForm, ApplicationMoveForm
from youju.records.accreditation.application.holding_values import decision_of, holding_values
from youju.records.accreditation.application.listing import COLUMNS, NARROWS
from youju.records.accreditation.application.measures import MEASURES
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.page import beside
from youju.records.accreditation.holding.forms import titles
from youju.records.declared.becoming import Becoming
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.rights import units_to_record_for

KIND = CaseKind(
    code="application",
    section=Section.ACCREDITATION,
    label=_("Applications for titles"),
    help=_("A unit applies in a campaign, assesses itself by a checklist, is reviewed, and is granted the title."),
    model=Application,
    opens=ApplicationForm,
    move_form=ApplicationMoveForm,
    open_label=_("Apply"),
    opens_for=units_to_record_for,
    files=True,
    sort_label=_("title applied for"),
    sorts=titles,
    columns=COLUMNS,
    narrows=NARROWS,
    beside=beside,
    becomes=Becoming("holding", holding_values, evidence=decision_of, role=EvidenceRole.DECISION),
    measures=MEASURES,
)
