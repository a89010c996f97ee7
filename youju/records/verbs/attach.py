"""Adding evidence to a record, and taking it off a draft."""

from django.db import transaction

from youju.evidence.models import File
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.errors import WrongState
from youju.records.heads.attachments import Attachment, Grade
from youju.records.heads.beside import put_beside, same_beside
from youju.records.heads.record import VERIFIED, Record
from youju.records.heads.states import ENDED, WAITING, State
from youju.records.verbs.grading import confirm_grades
from youju.records.verbs.postings import recommit
from youju.records.verbs.record_verbs import hold


@transaction.atomic
def evidence_attach(
    *,
    record: Record,
    actor: Member,
    file: File | None = None,
    link: str = "",
    name: str = "",
    grade: str = Grade.FILE,
    note: str = "",
    role: str = "",
    original: str = "",
) -> Attachment:
    """Put a received file or a link beside a record; on a verified one it is marked as added after verifying.

    original: as of Attachment. role: one of EvidenceRole, the usual one of such a file where it is empty.
    grade: what whoever adds it says; above a file it stays a proposal until somebody else has looked.
    The same content is beside a record once, however often it is sent. Raises WrongState while the record is being
    verified, or once it is voided.
    """
    _refuse(record, State.FILED, *WAITING, *ENDED)
    same = same_beside(record, file=file, link=link)
    if same is not None:
        return same
    attachment = put_beside(
        record, actor=actor, file=file, link=link, name=name, grade=grade, note=note, role=role, original=original
    )
    if record.state == State.VERIFIED:
        recommit(row=record, milestone=VERIFIED, actor=actor.token)
    return attachment


@transaction.atomic
def evidence_detach(*, record: Record, attachment: Attachment, actor: Member) -> None:
    """Take evidence off a draft or returned record; what was verified keeps its evidence. Raises WrongState."""
    _refuse(record, State.FILED, *WAITING, State.VERIFIED, *ENDED)
    audit.write(actor=actor, action="evidence.detach", target=record.ref, content=attachment.content)
    attachment.delete()


@transaction.atomic
def evidence_grade(*, record: Record, attachment: Attachment, actor: Member, grade: str) -> None:
    """Say how strong a piece of evidence is, having looked at it. Raises OwnRecord, WrongState."""
    _refuse(record, State.DRAFT, State.RETURNED, State.FILED, *ENDED)
    confirm_grades(records=[record], actor=actor, grades={attachment.pk: grade})
    if record.state == State.VERIFIED:
        recommit(row=record, milestone=VERIFIED, actor=actor.token)


def _refuse(record: Record, *states: str) -> None:
    hold(record)
    if record.state in states:
        raise WrongState(title=record.title, state=record.state_label)
