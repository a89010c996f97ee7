"""Writing a piece of evidence down beside a record or case: a part of the verbs that bring it."""

from collections.abc import Iterable
from typing import NamedTuple

from youju.evidence.models import File
from youju.evidence.names import safe_name
from youju.lib import clock
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.heads.attachments import Attachment, Grade, given_by_oneself
from youju.records.heads.evidence_roles import usual_role
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State


class Arrived(NamedTuple):
    """A file that was taken in, and its name. original: as of Attachment."""

    file: File
    name: str
    original: str = ""


class Piece(NamedTuple):
    """Evidence to be put beside a record: a received file or a link. The rest is as of ``attach.evidence_attach``."""

    file: File | None = None
    link: str = ""
    name: str = ""
    grade: str = Grade.FILE
    note: str = ""
    role: str = ""
    original: str = ""


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
        note=one_line(piece.note),
        role=piece.role or usual_role(piece.file, piece.name),
        original=piece.original,
        added=clock.now(),
        added_by=actor,
    )
