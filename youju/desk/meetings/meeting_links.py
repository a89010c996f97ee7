"""What the page of a review meeting leads to: its surveys, and the opinions of the one before."""

from typing import NamedTuple

from django.db.models import QuerySet

from youju.desk.meetings.answered import meeting_before
from youju.orgs.members import Member
from youju.records.heads.record import Record
from youju.records.heads.states import ENDED
from youju.records.reading.access import visible_to
from youju.records.reviews.meeting.models import Meeting
from youju.records.reviews.survey.models import Survey
from youju.records.rights import may_record


class MeetingLinks(NamedTuple):
    """opinions: whether it has any. may_ask: whether the member may begin a survey of its guests."""

    surveys: "QuerySet[Survey]"
    before: Meeting | None
    opinions: bool
    may_ask: bool


def meeting_links(record: Record, member: Member) -> MeetingLinks | None:
    """None for what is no meeting."""
    if not isinstance(record, Meeting):
        return None
    surveys = visible_to(member, Survey).filter(review=record.pk).order_by("pk")
    may_ask = record.state not in ENDED and may_record(member, record.unit_id, record.section)
    return MeetingLinks(surveys, meeting_before(record, member), record.opinions.exists(), may_ask)
