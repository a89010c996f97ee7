"""Grades that somebody else gives: whoever looks at evidence says how strong it is, never whoever chose it."""

from collections.abc import Mapping, Sequence

from youju.lib.batches import batches
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.errors import OwnRecord
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.rights import own_records


def confirm_grades(*, records: Sequence[Ledgered], actor: Member, grades: Mapping[int, str]) -> None:
    """Give attachments of ``records`` the grade that the actor found right, by their keys; others are left alone.

    Part of a verb, inside its transaction. Raises OwnRecord, in a one-person office too.
    """
    if not grades:
        return
    titles = {record.ref: record.title for record in records}
    own = own_records(actor, records)
    graded = _among(grades, titles)
    for attachment in graded:
        if attachment.record_ref in own:
            raise OwnRecord(title=titles[attachment.record_ref])
        attachment.grade, attachment.graded_by = grades[attachment.pk], actor
        attachment.proposed = ""
    for grade in sorted(set(grades.values())):
        for batch in batches(each.pk for each in graded if each.grade == grade):
            Attachment.objects.filter(pk__in=batch).update(grade=grade, graded_by=actor, proposed="")
    done = [(actor, each.record_ref, {"grade": str(each.grade)}) for each in graded]
    audit.write_each(action="evidence.grade", done=done)


def _among(grades: Mapping[int, str], titles: Mapping[str, str]) -> list[Attachment]:
    """The attachments that get a grade and belong to one of the records, by their keys."""
    found = [each for batch in batches(sorted(grades)) for each in Attachment.objects.filter(pk__in=batch)]
    return [each for each in found if each.record_ref in titles]
