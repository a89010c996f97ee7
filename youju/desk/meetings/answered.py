"""What became of the opinions of a review meeting: what a unit answers with at its next one."""

from collections.abc import Sequence
from typing import NamedTuple

from youju.orgs.members import Member
from youju.records.followup.models import Followup
from youju.records.followup.moves import FollowupState
from youju.records.reading.access import visible_to
from youju.records.reviews.meeting.models import Meeting, Opinion


class Told(NamedTuple):
    """One opinion, with the follow-up that was raised of it, if any was."""

    opinion: Opinion
    followup: Followup | None


class Answered(NamedTuple):
    """others: follow-ups of the meeting that came of no single opinion. settled, running: how many of all of them."""

    meeting: Meeting
    told: Sequence[Told]
    others: Sequence[Followup]
    settled: int
    running: int


def answered_of(meeting: Meeting, member: Member) -> Answered:
    """Of a meeting that the member may read; of its follow-ups those that the member may read too."""
    followups = list(visible_to(member, Followup).filter(source=meeting.pk).order_by("happened", "pk"))
    by_note = {followup.note: followup for followup in followups}
    told = [Told(opinion, by_note.get(opinion.text)) for opinion in meeting.opinions.all()]
    raised = {each.followup.pk for each in told if each.followup}
    others = [followup for followup in followups if followup.pk not in raised]
    states = [followup.state for followup in followups]
    settled = states.count(FollowupState.CONFIRMED)
    running = states.count(FollowupState.OPEN) + states.count(FollowupState.DONE)
    return Answered(meeting, told, others, settled, running)


def meeting_before(meeting: Meeting, member: Member) -> Meeting | None:
    """The last verified meeting of the same unit before this one, if the member may read it."""
    earlier = visible_to(member, Meeting).filter(unit=meeting.unit_id, state="verified", happened__lt=meeting.happened)
    return earlier.order_by("-happened", "-pk").first()
