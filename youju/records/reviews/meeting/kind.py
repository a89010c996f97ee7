"""Review meetings as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.evidence_roles import EvidenceRole
from youju.records.kind import RecordKind
from youju.records.needs import Need
from youju.records.reviews.meeting.forms import MeetingForm
from youju.records.reviews.meeting.models import MEASURES, Meeting
from youju.records.sections import Section

KIND = RecordKind(
    code="meeting",
    section=Section.REVIEWS,
    label=_("Review meetings"),
    help=_("Meetings at which guests review the conduct of schools: who was invited and came, and what they said."),
    model=Meeting,
    form=MeetingForm,
    needs=(Need(EvidenceRole.MINUTES), Need(EvidenceRole.SIGN_IN)),
    measures=MEASURES,
)
