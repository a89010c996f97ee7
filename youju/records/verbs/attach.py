"""Adding evidence to a record, and taking it off a draft."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from youju.evidence.models import File
from youju.evidence.names import safe_name
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.errors import WrongState
from youju.records.heads.attachments import Attachment, Grade, given_by_oneself
from youju.records.heads.evidence_roles import usual_role
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED, Record
from youju.records.heads.states import ENDED, WAITING, State
from youju.records.verbs.grading import confirm_grades
from youju.records.verbs.postings import recommit
from youju.records.verbs.record_verbs import hold


class Arrived(NamedTuple):
    """A file that was taken in, and its name. original: as of Attachment."""

    file: File
    name: str
    original: str = ""


class Piece(NamedTuple):
    """Evidence to be put beside a record: a received file or a link. The rest is as of ``evidence_attach``."""

    file: File | None = None
    link: str = ""
    name: str = ""
    grade: str = Grade.FILE
    note: str = ""
    role: str = ""
    original: str = ""


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


def same_beside(row: Ledgered, *, file: File | None = None, link: str = "") -> Attachment | None:
    """The evidence of this content that is beside a row already."""
    return Attachment.objects.filter(record_ref=row.ref, file=file, link=link).first()


def put_beside(
    row: Ledgered,
    *,
    actor: Member,
    file: File | None = None,
    link: str = "",
    name: str = "",
    grade: str = Grade.FILE,
    note: str = "",
    role: str = "",
    original: str = "",
) -> Attachment:
    """Write one piece of evidence down beside a record or case, with its audit row: a part of its verb."""
    return put_beside_many([(row, actor, Piece(file, link, name, grade, note, role, original))])[0]


def put_beside_many(pieces: Iterable[tuple[Ledgered, Member, Piece]]) -> list[Attachment]:
    """Write pieces of evidence down, each beside its row, with an audit row each: a part of a verb.

    The same content is written beside a row once.
    """
    found = {(row.ref, piece.file, piece.link): _attachment(row, actor, piece) for row, actor, piece in pieces}
    made = Attachment.objects.bulk_create(found.values())
    done = [(each.added_by, each.record_ref, {"content": each.content}) for each in made]
    audit.write_each(action="evidence.attach", done=done)
    return made


def _attachment(row: Ledgered, actor: Member, piece: Piece) -> Attachment:
    given, proposed = given_by_oneself(piece.grade, link=piece.file is None)
    return Attachment(
        record_ref=row.ref,
        file=piece.file,
        link=piece.link,
        name=safe_name(piece.name) if piece.name else piece.link[:160],
        grade=given,
        proposed=proposed,
        after_verifying=row.state == State.VERIFIED,
        note=piece.note,
        role=piece.role or usual_role(piece.file),
        original=piece.original,
        added=clock.now(),
        added_by=actor,
    )


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
