"""Evidence as its reader may see it: beside a row they may read, and of that what the row shows them."""

from collections.abc import Iterable

from youju.errors import NotFound
from youju.orgs.members import Member
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import specific
from youju.records.reading.access import confidential, get_head_for


def get_evidence_for(member: Member, pk: int) -> tuple[Attachment, Ledgered]:
    """A file or link beside a row that the member may read, with the row's head.

    Raises NotFound where there is none or it is not for this member (the two look alike).
    """
    attachment = Attachment.objects.select_related("file", "added_by").filter(pk=pk).first()
    if attachment is None:
        raise NotFound()
    head = get_head_for(member, attachment.record_ref)
    if not shown_to(member, head, [attachment]):
        raise NotFound()
    return attachment, head


def shown_to(member: Member, head: Ledgered, attachments: Iterable[Attachment]) -> list[Attachment]:
    """Those of a row's evidence that a reader of it may see, in their order."""
    (row,) = specific([head])
    return [each for each in attachments if row.shows(each, member)]


def shown_in_texts(attachments: Iterable[Attachment]) -> list[Attachment]:
    """Those that a text may name whoever reads it: nothing beside what is confidential."""
    some = list(attachments)
    refs = {each.record_ref for each in some}
    heads = list(Ledgered.objects.filter(ref__in=refs).exclude(confidential()))
    rows = {row.ref: row for row in specific(heads)}
    return [each for each in some if each.record_ref in rows and rows[each.record_ref].shows(each, None)]
