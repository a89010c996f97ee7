"""Whether a list has been under notice: the one question that everything which waits for a notice asks."""

from django.db import transaction

from youju.lib import clock
from youju.records.notices.errors import (
    NoNotice,
    NoticeOfAnotherList,
    NoticeStillRuns,
    NoticeStopped,
    NotNoticed,
    ObjectionsOpen,
    ObjectionUpheld,
)
from youju.records.notices.models import Notice, NoticeQuerySet, NoticeState, Objection, Outcome
from youju.records.notices.objecting import open_objections


def passed(ref: str, digest: str) -> bool:
    """Whether the newest notice of a case was of this list, ran out whole, and no objection to it is open."""
    return problem_of_list(ref, digest) is None


def problem_of_list(ref: str, digest: str) -> NotNoticed | None:
    """Why the list of a case cannot be decided on as things stand; None where it can."""
    notice = latest_notice(ref)
    return NoNotice() if notice is None else problem(notice, digest)


@transaction.atomic
def require_passed(*, ref: str, digest: str) -> Notice:
    """The notice that lets a list be decided on. It stays locked until the caller's transaction ends.

    Raises NoNotice, NoticeOfAnotherList, NoticeStopped, NoticeStillRuns, ObjectionsOpen, ObjectionUpheld.
    """
    notice = Notice.objects.select_for_update().filter(ref=ref).first()
    if notice is None:
        raise NoNotice()
    if (found := problem(notice, digest)) is not None:
        raise found
    return notice


def problem(notice: Notice, digest: str) -> NotNoticed | None:
    """Why a list of this digest cannot be decided on by a notice, as the error to raise; None where it can.

    It goes by the calendar, not by whether the clockwork has noted the end already.
    """
    said = {"number": notice, "day": notice.end}
    if notice.digest != digest or notice.state == NoticeState.CHANGED:
        return NoticeOfAnotherList(**said)
    if notice.state == NoticeState.STOPPED:
        return NoticeStopped(**said)
    if notice.stands(clock.today()):
        return NoticeStillRuns(**said)
    if count := open_objections(notice).count():
        return ObjectionsOpen(**said, count=count)
    if is_upheld(notice.ref, digest):
        return ObjectionUpheld(**said)
    return None


def is_upheld(ref: str, digest: str) -> bool:
    """Whether an objection to this very list was found right, in whichever notice of it."""
    return Objection.objects.filter(notice__ref=ref, notice__digest=digest, outcome=Outcome.UPHELD).exists()


def latest_notice(ref: str) -> Notice | None:
    """The newest notice of a case, whatever became of it."""
    return Notice.objects.filter(ref=ref).first()


def notices_of(ref: str) -> NoticeQuerySet:
    """All notices of a case, the newest first."""
    return Notice.objects.filter(ref=ref)
