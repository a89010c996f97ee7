"""Study sessions as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.evidence_roles import EvidenceRole
from youju.records.kind import RecordKind
from youju.records.needs import Need
from youju.records.sections import Section
from youju.records.study.session.forms import StudyForm
from youju.records.study.session.models import MEASURES, StudySession, StudySort
from youju.records.study.session.sheet import ATTENDANCE

KIND = RecordKind(
    code="session",
    section=Section.STUDY,
    label=_("Study sessions"),
    help=_("Study sessions with their roster: who should have come, who came."),
    model=StudySession,
    form=StudyForm,
    lines=(ATTENDANCE,),
    needs=(Need(EvidenceRole.MINUTES), Need(EvidenceRole.SIGN_IN)),
    measures=MEASURES,
    sort_label=_("sort of study"),
    sorts=lambda: {str(code): str(label) for code, label in StudySort.choices},
)
