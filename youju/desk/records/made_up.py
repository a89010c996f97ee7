"""Who made a study session up: noted by the unit, let count by an officer."""

from datetime import timedelta
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib import clock
from youju.lib.naturals import natural
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.reading.access import get_record_for
from youju.records.rights import may_decide, may_record
from youju.records.study.session.models import Attendance, StudySession
from youju.records.verbs.making_up import session_count_made_up, session_make_up

_HOW = "how-"


class MadeUp(NamedTuple):
    """Who missed a session; whether the reader may note something of it, and let it count."""

    missed: list[Attendance]
    any_noted: bool
    counts: bool
    may_note: bool
    may_count: bool


def made_up(record: Ledgered, reader: Member) -> MadeUp | None:
    """What is noted of a verified session; None for all else, and where nobody missed it."""
    if not isinstance(record, StudySession) or record.state != State.VERIFIED or not record.missed():
        return None
    missed, still_open = record.missed(), record.made_up_on is None
    in_time = clock.today() <= record.happened + timedelta(days=setting("made_up_days"))
    noted = any(row.made_up for row in missed)
    may_note = still_open and in_time and may_record(reader, record.unit_id, record.section)
    may_count = still_open and noted and record.made_up_by_id != reader.pk and may_decide(reader, record)
    return MadeUp(missed, noted, not still_open, may_note, may_count)


@require_POST
def make_up(request: HttpRequest, ref: str) -> HttpResponse:
    """Note how those who missed a session made it up."""
    member = member_of(request)
    record = _session(member, ref)
    how = {
        pk: str(text)
        for key, text in request.POST.items()
        if key.startswith(_HOW) and (pk := natural(key.removeprefix(_HOW))) is not None
    }
    session_make_up(record=record, how=how, actor=member)
    messages.success(request, _("Noted. It counts once an officer has let it."))
    return redirect("record", ref)


@require_POST
def count_made_up(request: HttpRequest, ref: str) -> HttpResponse:
    """Let what was noted count."""
    member = member_of(request)
    session_count_made_up(record=_session(member, ref), actor=member)
    messages.success(request, _("Made-up attendance counts from now on."))
    return redirect("record", ref)


def _session(member: Member, ref: str) -> StudySession:
    record = get_record_for(member, ref)
    if not isinstance(record, StudySession):
        raise NotFound()
    return record
