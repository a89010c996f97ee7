"""Guidance of study as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.study.guidance.forms import GuidanceForm
from youju.records.study.guidance.models import MEASURES, Guidance, GuidanceSort

KIND = RecordKind(
    code="guidance",
    section=Section.STUDY,
    label=_("Guidance of study"),
    help=_("Somebody went to see how a unit studies: an inspection, or sitting in on a session, and what was found."),
    model=Guidance,
    form=GuidanceForm,
    needs=(Need(EvidenceRole.MINUTES),),
    measures=MEASURES,
    told_by=("学习督导", "督导组", "旁听", "学习记录", "巡听旁听", "旁听学习", "督导检查学习", "列席旁听"),
    sort_label=_("sort of guidance"),
    sorts=lambda: {str(code): str(label) for code, label in GuidanceSort.choices},
)
