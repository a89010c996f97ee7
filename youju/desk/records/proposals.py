"""A correction that waits for a decision, as old and new values side by side."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms

from youju.desk.records.cell_words import shown_value
from youju.desk.records.row_words import row_changes
from youju.orgs.members import Member
from youju.records.errors import NothingChanged
from youju.records.forms.rows.field import RowsField
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.kind import RecordKind
from youju.records.kinds import get_record_kind, specific
from youju.records.reading.access import visible_to
from youju.records.rights import allowed, barred, may_decide
from youju.records.verbs.corrections import Correction, CorrectionState, changed_values, waiting_correction

# Of so many waiting changes a list says what they would change.
_TOLD = 20


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
    return Proposal(correction, _changes(correction, record, kind, reader), allowed(reader, "decide-change", record))


class Asked(NamedTuple):
    """A record of which somebody asks a change; what would change is told of the first ones of a list."""

    record: Ledgered
    sort: str
    reason: str
    changes: list[Change]


def waiting_for(member: Member) -> list[Asked]:
    """The records with a waiting correction or amendment that the member may decide on."""
    waiting = {each.record_ref: each for each in Correction.objects.filter(state=CorrectionState.WAITING)}
    records = specific(_to_decide(member, visible_to(member).filter(ref__in=waiting)))
    return [_asked(record, waiting[record.ref], place < _TOLD, member) for place, record in enumerate(records)]


def waiting_number(member: Member) -> int:
    """How many ``waiting_for`` gives, without what each would change."""
    waiting = Correction.objects.filter(state=CorrectionState.WAITING).values("record_ref")
    return len(_to_decide(member, visible_to(member).filter(ref__in=waiting)))


def _asked(record: Ledgered, correction: Correction, told: bool, reader: Member) -> Asked:
    kind = get_record_kind(record.kind)
    changes = _changes(correction, record, kind, reader) if told and isinstance(record, Record) else []
    return Asked(record, correction.get_sort_display(), correction.reason, changes)


def unseen_for(member: Member) -> list[Ledgered]:
    """The verified records to which evidence came that nobody else has looked at, and the member may."""
    added = Attachment.objects.filter(after_verifying=True, graded_by=None).values("record_ref")
    # Told apart here: a database that goes by the state first looks at all that was ever verified.
    rows = [record for record in visible_to(member).filter(ref__in=added) if record.state == State.VERIFIED]
    return _to_decide(member, rows)


def _to_decide(member: Member, records: Iterable[Ledgered]) -> list[Ledgered]:
    found = [record for record in records if may_decide(member, record)]
    theirs = barred(member, found)
    return [record for record in found if record.ref not in theirs]


def _changes(correction: Correction, record: Record, kind: RecordKind, reader: Member) -> list[Change]:
    # A copy: validating a form writes the asked values into its instance.
    form = correction.form_for(kind, type(record).objects.get(pk=record.pk))
    if not form.is_valid():
        return []
    try:
        rows = changed_values(record, form)
    except NothingChanged:
        return []
    fields = {str(field.label): field for name, field in form.fields.items() if not record.seals(name, reader)}
    rows = [row for row in rows if row[0] in fields]
    return [change for label, old, new in rows for change in _told(label, fields[label], old, new)]


def _told(label: str, field: forms.Field, old: Any, new: Any) -> list[Change]:
    """What becomes of one field; of a field of rows, what becomes of each."""
    if isinstance(field, RowsField):
        return [Change(*each) for each in row_changes(field, old or [], new or [])]
    return [Change(label, shown_value(field, old), shown_value(field, new))]
