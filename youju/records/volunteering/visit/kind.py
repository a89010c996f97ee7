"""Visits as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.evidence_roles import EvidenceRole
from youju.records.kind import RecordKind
from youju.records.needs import Need
from youju.records.sections import Section
from youju.records.volunteering.visit.forms import VisitForm
from youju.records.volunteering.visit.models import MEASURES, Visit
from youju.records.volunteering.visit.visited import VisitSort

KIND = RecordKind(
    code="visit",
    section=Section.VOLUNTEERING,
    label=_("Visits"),
    help=_("One visit to one household or enterprise: who went, what was brought, what is needed."),
    model=Visit,
    form=VisitForm,
    measures=MEASURES,
    needs=(Need(EvidenceRole.PHOTO),),
    headings={"name": ("户主", "户主姓名", "企业名称"), "place": ("村", "所在村")},
    sort_label=_("household or enterprise"),
    sorts=lambda: {str(code): str(label) for code, label in VisitSort.choices},
)
