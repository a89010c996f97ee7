"""Review meetings as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import phrase
from youju.records.reviews.meeting.forms import MeetingForm
from youju.records.reviews.meeting.models import MEASURES, Meeting

KIND = RecordKind(
    code="meeting",
    section=Section.REVIEWS,
    label=_("Review meetings"),
    help=_("Meetings at which guests review the conduct of schools: who was invited and came, and what they said."),
    model=Meeting,
    form=MeetingForm,
    needs=(Need(EvidenceRole.MINUTES), Need(EvidenceRole.SIGN_IN)),
    measures=MEASURES,
    told_by=(
        "行风评议",
        "家长代表",
        "社会各界",
        "述职",
        "评议会",
        "评议",
        "监督员",
        "人大代表",
        "政协委员",
        "开门纳谏",
        "座谈会",
        "意见建议",
    ),
    reads={"place": phrase(r"在([一-鿿A-Za-z0-9]{2,20}?(?:会议室|报告厅|礼堂|室|厅|楼))")},
)
