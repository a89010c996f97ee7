"""Grades that somebody else gives: whoever looks at evidence says how strong it is, never whoever chose it."""

from collections.abc import Mapping, Sequence

from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.attachments import Attachment
from youju.records.errors import OwnRecord
from youju.records.ledgered import Ledgered
from youju.records.rights import own_records


def confirm_grades(*, records: Sequence[Ledgered], actor: Member, grades: Mapping[int, str]) -> None:
    """Give attachments of ``records`` the grade that the actor found right, by their keys; others are left alone.

    Part of a verb, inside its transaction. Raises OwnRecord, in a one-person office too.
    """
    if not grades:
        return
    titles = {record.ref: record.title for record in records}
    own = own_records(actor, records)
    for attachment in Attachment.objects.filter(pk__in=grades, record_ref__in=titles).order_by("pk"):
        if attachment.record_ref in own:
            raise OwnRecord(title=titles[attachment.record_ref])
        attachment.grade, attachment.graded_by = grades[attachment.pk], actor
        attachment.proposed = ""
        attachment.save(update_fields=["grade", "graded_by", "proposed"])
        audit.write(actor=actor, action="evidence.grade", target=attachment.record_ref, grade=attachment.grade)
