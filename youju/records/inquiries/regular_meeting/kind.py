"""Regular meetings as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.inquiries.regular_meeting.forms import RegularMeetingForm
from youju.records.inquiries.regular_meeting.models import MEASURES, RegularMeeting
from youju.records.inquiries.series.models import Series
from youju.records.kind import RecordKind
from youju.records.messages.reading import phrase

KIND = RecordKind(
    code="regularmeeting",
    section=Section.INQUIRIES,
    label=_("Regular meetings"),
    help=_("One meeting of a series: its agenda, what came of each item, and the minutes."),
    model=RegularMeeting,
    form=RegularMeetingForm,
    needs=(Need(EvidenceRole.MINUTES),),
    measures=MEASURES,
    sort_label=_("series of meetings"),
    sorts=lambda: dict(Series.objects.standing().values_list("code", "name")),
    told_by=("例会", "网评员会议", "网评会议", "宣传工作会议", "联络员会议", "会议纪要"),
    reads={"place": phrase(r"在([一-鿿A-Za-z0-9]{2,20}?(?:会议室|报告厅|礼堂|室|厅|楼))")},
)
