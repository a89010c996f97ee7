"""The opinions of a review meeting with what became of each, to be looked at and printed for the next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from youju.desk.meetings.answered import answered_of
from youju.desk.meetings.public_answer import public_answer
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib import clock
from youju.records.heads.states import State
from youju.records.reading.access import can, get_record_for
from youju.records.reviews.meeting.models import Meeting


@require_safe
def opinions(request: HttpRequest, ref: str) -> HttpResponse:
    """Raises NotFound for what is no meeting, or not for this member."""
    member = member_of(request)
    meeting = get_record_for(member, ref)
    if not isinstance(meeting, Meeting):
        raise NotFound()
    answered = answered_of(meeting, member)
    context = {
        "answered": answered, "meeting": meeting, "today": clock.today(), "answer": public_answer(answered, member),
        "may_raise": meeting.state == State.VERIFIED and can(member, "decide", meeting),
    }  # fmt: skip
    return render(request, "desk/meetings/opinions.html", context)
