"""A correction that waits for a decision, as old and new values side by side."""

from typing import NamedTuple

from youju.desk.records.details import shown_value
from youju.orgs.members import Member
from youju.records.access import visible_to
from youju.records.base import Record
from youju.records.corrections import Correction, CorrectionState, changed_values, waiting_correction
from youju.records.errors import NothingChanged
from youju.records.kind import RecordKind
from youju.records.ledgered import Ledgered
from youju.records.rights import allowed, barred, may_decide


class Change(NamedTuple):
    label: str
    old: str
    new: str


class Proposal(NamedTuple):
    correction: Correction
    changes: list[Change]
    may_decide: bool


def proposal_of(record: Record, kind: RecordKind, reader: Member) -> Proposal | None:
    """What is asked to be corrected in a record, if anything is."""
    correction = waiting_correction(record.ref)
    if correction is None:
        return None
    return Proposal(correction, _changes(correction, record, kind), allowed(reader, "decide-change", record))


def waiting_for(member: Member) -> list[Ledgered]:
    """The records with a waiting correction that the member may decide on."""
    refs = list(Correction.objects.filter(state=CorrectionState.WAITING).values_list("record_ref", flat=True))
    found = list(visible_to(member).filter(ref__in=refs))
    theirs = barred(member, found)
    return [record for record in found if may_decide(member, record) and record.ref not in theirs]


def _changes(correction: Correction, record: Record, kind: RecordKind) -> list[Change]:
    # A copy: validating a form writes the asked values into its instance.
    form = correction.form_for(kind, type(record).objects.get(pk=record.pk))
    if not form.is_valid():
        return []
    try:
        rows = changed_values(record, form)
    except NothingChanged:
        return []
    fields = {str(field.label): field for field in form.fields.values()}
    return [Change(label, shown_value(fields[label], old), shown_value(fields[label], new)) for label, old, new in rows]
