"""Making a session up (补学): noted by the unit within the agreed days, let count once by an officer."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction

from youju.errors import NotAllowed
from youju.ledger.log import Entry
from youju.lib import clock
from youju.lib.text import visible
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import in_full
from youju.orgs.settings import setting
from youju.records.errors import OwnRecord
from youju.records.heads.moving import move
from youju.records.heads.states import State
from youju.records.rights import may_decide, may_record, own_to_decide
from youju.records.study.session.attendance import REASON_LENGTH
from youju.records.study.session.errors import MakingUpClosed, NothingMadeUp
from youju.records.study.session.models import MADE_UP, Attendance, StudySession
from youju.records.verbs.postings import post
from youju.records.verbs.record_verbs import hold


@transaction.atomic
def session_make_up(*, record: StudySession, how: Mapping[int, str], actor: Member) -> None:
    """Note of those who missed a verified session how they made it up. how: by the person's id; empty takes it back.

    Raises NotAllowed, WrongState; MakingUpClosed where the days are over, or what was noted counts already.
    """
    if not may_record(actor, record.unit_id, record.section):
        raise NotAllowed()
    _hold_open(record)
    if clock.today() > record.happened + timedelta(days=setting("made_up_days")):
        raise MakingUpClosed(title=record.title, days=setting("made_up_days"))
    rows = [row for row in record.missed() if row.person_id in how]
    for row in rows:
        row.made_up = in_full(visible(how[row.person_id]).strip(), REASON_LENGTH)
    Attendance.objects.bulk_update(rows, ["made_up"])
    StudySession.objects.filter(pk=record.pk).update(made_up_by=actor)
    audit.write(actor=actor, action="session.make-up", target=record.ref, persons=len(rows))


@transaction.atomic
def session_count_made_up(*, record: StudySession, actor: Member) -> Entry:
    """Let what was noted count, and close the noting: once, by somebody else than who noted it.

    Raises NotAllowed, OwnRecord, WrongState, MakingUpClosed, NothingMadeUp.
    """
    if not may_decide(actor, record):
        raise NotAllowed()
    _hold_open(record)
    alone = record.ref in own_to_decide(actor, [record])
    if record.made_up_by_id == actor.pk and not alone:
        raise OwnRecord(title=record.title)
    if not any(row.made_up for row in record.missed()):
        raise NothingMadeUp(title=record.title)
    StudySession.objects.filter(pk=record.pk).update(made_up_on=clock.today())
    audit.write(actor=actor, action="session.count-made-up", target=record.ref)
    return post(rows=[record], milestone=MADE_UP, actor=actor.token)[0]


def _hold_open(record: StudySession) -> None:
    """Keep the session to the end of the transaction. Raises WrongState, MakingUpClosed."""
    hold(record)
    move(record, [State.VERIFIED], {"state": State.VERIFIED})
    record.refresh_from_db(fields=["made_up_on", "made_up_by"])
    if record.made_up_on:
        raise MakingUpClosed(title=record.title, days=setting("made_up_days"))
