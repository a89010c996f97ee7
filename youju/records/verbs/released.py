"""Evidence is released to everybody, and taken back, which closes it at once."""

from django.db import transaction
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed, NotFound
from youju.evidence.models import File
from youju.evidence.previews import is_picture, public_picture
from youju.gate.outgoing import Outgoing, Part, Purpose, file_part, text_part
from youju.gate.verbs import require_passed
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.heads.attachments import Attachment
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.moving import hold_heads
from youju.records.heads.record import Record
from youju.records.heads.releases import Release
from youju.records.heads.states import State
from youju.records.reading.access import is_confidential
from youju.records.rights import may_decide


class NotVerifiedYet(Conflict):
    code = "not-verified-yet"
    sentence = _("“%(title)s” is not verified. What it rests on is released once it is.")


class NotForThePublic(Conflict):
    code = "not-for-the-public"
    sentence = _(
        "“%(name)s” is a list of names, a consent or beside an accusation, and is never released. Release a "
        "photo or the decision."
    )


# Sign-in sheets and consents hold names and signatures by their nature.
_NEVER = (EvidenceRole.SIGN_IN, EvidenceRole.CONSENT)


@transaction.atomic
def evidence_release(*, head: Ledgered, attachment: Attachment, actor: Member) -> None:
    """Open a file or link to everybody. A second time changes nothing.

    Raises NotAllowed for whoever decides nothing of this unit and section, NotVerifiedYet, NotForThePublic, and
    NotThroughGate.
    """
    _require(head, attachment, actor)
    if isinstance(head, Record) and head.state != State.VERIFIED:
        raise NotVerifiedYet(title=head.title)
    if attachment.role in _NEVER or is_confidential(head):
        raise NotForThePublic(name=attachment.name)
    require_passed(_outgoing(head, attachment), actor=actor)
    _release, new = Release.objects.get_or_create(attachment=attachment, defaults={"by": actor})
    if new:
        audit.write(actor=actor, action="evidence.release", target=head.ref, content=attachment.content)


@transaction.atomic
def evidence_withhold(*, head: Ledgered, attachment: Attachment, actor: Member) -> None:
    """Close it again. What is not released stays so. Raises NotAllowed."""
    _require(head, attachment, actor)
    if Release.objects.filter(attachment=attachment).delete()[0]:
        audit.write(actor=actor, action="evidence.withhold", target=head.ref, content=attachment.content)


def _outgoing(head: Ledgered, attachment: Attachment) -> Outgoing:
    told = text_part(_text("name and note"), "\n".join((attachment.name, attachment.note, attachment.link)))
    files = (_part(attachment.name, attachment.file),) if attachment.file else ()
    title = f"{head.title}: {attachment.name}"
    return Outgoing(Purpose.EVIDENCE, head.ref, title, head.unit, (told, *files))


def _part(name: str, file: File) -> Part:
    """As it is handed out: a picture without the notes of the camera; whole where it cannot be unpacked."""
    try:
        return Part(name, "file", public_picture(file)) if is_picture(file) else file_part(name, file)
    except NotFound:
        return file_part(name, file)


def _require(head: Ledgered, attachment: Attachment, actor: Member) -> None:
    hold_heads([head])
    if attachment.record_ref != head.ref or not may_decide(actor, head):
        raise NotAllowed()
