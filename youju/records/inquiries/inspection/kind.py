"""On-site inspections as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.inquiries.inspection.forms import InspectionForm
from youju.records.inquiries.inspection.models import MEASURES, Inspection
from youju.records.kind import RecordKind

KIND = RecordKind(
    code="inspection",
    section=Section.INQUIRIES,
    label=_("On-site inspections"),
    help=_("Somebody went to see for themselves what is so: notes, photos, and what has to be put right."),
    model=Inspection,
    form=InspectionForm,
    needs=(Need(EvidenceRole.PHOTO),),
    measures=MEASURES,
    told_by=("现场调查", "现场核查", "实地核查", "到校核实", "实地查看"),
)
