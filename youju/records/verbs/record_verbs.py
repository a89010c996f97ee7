"""What can be done with a record: each verb is one transaction with its audit row; the ledger comes last."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.db import IntegrityError, transaction

from youju.errors import NotAllowed, NotFound
from youju.ledger.facts import FactLine
from youju.ledger.log import Entry
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason
from youju.orgs.settings import setting
from youju.records.alerts import AlertSort, alert
from youju.records.declared.needs import missing_needs, roles_text
from youju.records.errors import (
    EvidenceMissing,
    LateReasonMissing,
    NewerVersion,
    NotYetHappened,
    OwnRecord,
)
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.heads.lateness import is_late
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.moving import Changes, Moving, hold_heads, move, move_many
from youju.records.heads.presence import SignsIn
from youju.records.heads.record import VERIFIED, Record
from youju.records.heads.refs import is_ref, new_ref
from youju.records.heads.states import EDITABLE, WAITING, State
from youju.records.kind import RecordKind
from youju.records.kinds import get_record_kind, load_parts, own_rows, specific
from youju.records.rights import confirmers, may_confirm, may_record, own_records, own_to_decide, to_verify
from youju.records.sign_in.models import refuse_running
from youju.records.verbs.grading import confirm_grades
from youju.records.verbs.postings import fresh, post_loaded, refuse_counted, withdraw

Values = dict[str, Any]
# No piece of evidence was found worth more than whoever added it may say.
NO_GRADES: Mapping[int, str] = MappingProxyType({})


@transaction.atomic
def record_add(*, kind: RecordKind, values: Values, actor: Member, ref: str = "") -> Record:
    """Write down a new record as a draft.

    values: cleaned values of the kind's form. ref: chosen when the form was opened, so that sending it twice
    adds one record: the second time returns the first. Raises NotFound where somebody else's record has that ref,
    NewerVersion where the first time other values were sent.
    """
    ref = ref if is_ref(ref, kind.code) else new_ref(kind.code)
    if (there := _sent_before(kind, ref, values, actor)) is not None:
        return there
    record = kind.model(ref=ref, kind=kind.code, section=kind.section, author=actor, created_at=clock.now())
    record.assign(values)
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        if (there := _sent_before(kind, ref, values, actor)) is not None:  # pressed twice, both at once
            return there
        raise
    record.save_parts(values)
    audit.write(actor=actor, action="record.add", target=ref)
    return record


@transaction.atomic
def record_edit(*, record: Record, values: Values, actor: Member, version: int) -> Record:
    """Change a draft or returned record. Raises NewerVersion where it moved on since ``version`` was read."""
    move(record, EDITABLE, {"version": version + 1}, version=version)
    write(record, values)
    audit.write(actor=actor, action="record.edit", target=record.ref, version=record.version)
    return record


def record_submit(*, record: Record, actor: Member) -> None:
    """Hand a record in for verifying. Raises as ``records_submit``."""
    records_submit(records=[record], actor=actor)


@transaction.atomic
def records_submit(*, records: Sequence[Record], actor: Member) -> None:
    """Hand records in for verifying, all of them or none; what was typed for a unit with members of its own waits for
    one of them first.

    Raises at the first that cannot go in: WrongState, NotYetHappened, LateReasonMissing, EvidenceMissing, SignInOpen,
    as ``ready``, and what a kind refuses to have counted beside its own.
    """
    records_submit_each(handed=[(record, actor) for record in records])


@transaction.atomic
def records_submit_each(*, handed: Sequence[tuple[Record, Member]]) -> None:
    """Hand in records of several members, each with who does it, at one moment. Raises as ``records_submit``."""
    records = [record for record, _actor in handed]
    rows = hold_loaded(records)  # a colleague may have changed the day since it was read
    for record in records:
        if record.happened > clock.today():
            raise NotYetHappened(title=record.title, day=record.happened)
    for row in rows:
        row.ready()
        if isinstance(row, SignsIn):
            refuse_running(row)
    refuse_counted([(row, row.facts(VERIFIED)) for row in rows])
    attached = attachments_of(record.ref for record in records)
    late_days, now = setting("late_days"), clock.now()
    asked: list[tuple[Member, str, Member]] = []
    movings = []
    for record, actor in handed:
        changes = _handed_in(record, attached[record.ref], late_days)
        confirming = confirmers(actor, record)
        asked += [(member, record.ref, actor) for member in confirming]
        filed = (
            {"state": State.FILED, "filed_by": actor} if confirming else {"state": State.SUBMITTED, "filed_by": None}
        )
        movings.append(Moving(record, EDITABLE, changes | filed | {"submitted_at": now, "returned_reason": ""}))
    move_many(movings)
    audit.write_each(action="record.submit", done=[(actor, record.ref, {}) for record, actor in handed])
    for actor in dict.fromkeys(actor for _member, _ref, actor in asked):
        told = [(member, ref) for member, ref, by in asked if by == actor]
        alert(told=told, sort=AlertSort.ASKED, actor=actor)


def _handed_in(record: Record, attachments: Sequence[Attachment], late_days: int) -> Changes:
    """When it was first handed in, and whether that is late. Raises LateReasonMissing, EvidenceMissing."""
    first = record.handed_in_on or clock.today()
    late = not record.opening and is_late(record.happened_until or record.happened, first, late_days)
    if late and not record.late_reason:
        raise LateReasonMissing(title=record.title, days=late_days)
    needs = get_record_kind(record.kind).needs
    if required := [need for need in missing_needs(needs, attachments) if need.requires]:
        raise EvidenceMissing(title=record.title, what=roles_text(required))
    return {"handed_in_on": first, "late": late}


@transaction.atomic
def record_withdraw(*, record: Record, actor: Member) -> None:
    """Take a record back that nobody has decided on: it is a draft again, and not handed in yet. Raises WrongState."""
    back = {"state": State.DRAFT, "submitted_at": None, "handed_in_on": None, "version": record.version + 1}
    move(record, [State.FILED, State.SUBMITTED], back, version=record.version)
    audit.write(actor=actor, action="record.withdraw", target=record.ref)


@transaction.atomic
def record_confirm(*, record: Record, actor: Member) -> None:
    """Say for one's own unit that what was filed for it is so (代报确认): whoever says it is its author from then on.

    Whoever typed it stays barred from deciding about it. Raises NotAllowed, WrongState, NewerVersion.
    """
    if not may_confirm(actor, record):
        raise NotAllowed()
    changes = {"state": State.SUBMITTED, "author": actor, "submitted_at": clock.now()}
    move(record, [State.FILED], changes, version=record.version)
    audit.write(actor=actor, action="record.confirm", target=record.ref)


@transaction.atomic
def record_return(*, record: Record, actor: Member, reason: str) -> None:
    """Send a record that was handed in back with what is to be mended. Raises ReasonMissing, WrongState."""
    reason = given_reason(reason)
    move(record, (State.FILED, *WAITING), {"state": State.RETURNED, "returned_reason": reason})
    audit.write(actor=actor, action="record.return", target=record.ref, reason=reason)
    alert(told=[(record.author, record.ref)], sort=AlertSort.RETURNED, actor=actor)


@transaction.atomic
def record_check(*, record: Record, actor: Member) -> None:
    """Say within the unit that a record may go to the bureau (复核). Raises OwnRecord, WrongState, NewerVersion."""
    if own_records(actor, [record]):
        raise OwnRecord(title=record.title)
    move(record, [State.SUBMITTED], {"state": State.CHECKED}, version=record.version)
    audit.write(actor=actor, action="record.check", target=record.ref)


def record_verify(*, record: Record, actor: Member, grades: Mapping[int, str] = NO_GRADES) -> Entry:
    """Accept a submitted record and post its facts. Raises OwnRecord, WrongState."""
    return records_verify(records=[record], actor=actor, grades=grades)[0]


@transaction.atomic
def records_verify(*, records: Sequence[Record], actor: Member, grades: Mapping[int, str] = NO_GRADES) -> list[Entry]:
    """Accept submitted records in one go: all of them, or none.

    grades: by attachment, what the verifier found it worth, where somebody proposed more than a file.
    Raises OwnRecord, WrongState, NewerVersion where a record moved on since it was read, and what a kind's ``ready``
    raises.
    """
    own = own_to_decide(actor, records)
    hold_heads(records)
    accepted, now = {"state": State.VERIFIED, "verifier": actor}, clock.now()
    move_many(
        Moving(
            record,
            to_verify(record),
            accepted | {"verified_at": now, "self_verified": record.ref in own},
            version=record.version,
        )
        for record in records
    )
    rows = specific(list(records))
    for row in rows:
        row.ready()
    confirm_grades(records=records, actor=actor, grades=grades)
    audit.write_many(actor=actor, action="record.verify", targets=[record.ref for record in records])
    alert(told=[(record.author, record.ref) for record in records], sort=AlertSort.VERIFIED, actor=actor)
    return post_loaded(steps=[(row, VERIFIED) for row in rows], actor=actor.token)


@transaction.atomic
def record_void(*, record: Record, actor: Member, reason: str) -> list[Entry]:
    """Take a verified record out of every figure; it stays to be read. Raises OwnRecord, ReasonMissing, WrongState."""
    reason = given_reason(reason)
    own_to_decide(actor, [record])
    move(record, [State.VERIFIED], {"state": State.VOIDED, "void_reason": reason})
    audit.write(actor=actor, action="record.void", target=record.ref, reason=reason)
    alert(told=[(record.author, record.ref)], sort=AlertSort.VOIDED, actor=actor)
    return withdraw(row=record, actor=actor.token)


def hold(*records: Ledgered) -> None:
    """Keep the records' heads to the end of the transaction, and read what decides over a verb.

    The heads alone, as every verb does: two that lock head and kind's row in different order would wait for each
    other for ever. On SQLite every writer holds the whole database from its first statement on.
    """
    hold_rows(records)


def hold_loaded(records: Sequence[Ledgered]) -> list[Ledgered]:
    """As ``hold``; gives the rows as ``specific`` does, so that whoever needs all of them reads them once."""
    load_parts(rows := hold_rows(records))
    return rows


def hold_rows(records: Sequence[Ledgered]) -> list[Ledgered]:
    """As ``hold``; gives the rows as ``own_rows`` does."""
    hold_heads(records)
    rows = own_rows(records)
    for record, row in zip(records, rows, strict=True):
        _follow(record, row)
    return rows


def _follow(record: Ledgered, row: Ledgered) -> None:
    for name in (*type(record).EDITED, "state", "version", "handed_in_on"):
        setattr(record, name, getattr(row, name))


def write(record: Ledgered, values: Values) -> None:
    """Write what a form may set; everything else in the row stays as it stands there, not as it was once read."""
    record.assign(values)
    record.save(update_fields=record.EDITED)
    record.save_parts(values)


def changes_facts(record: Record, values: Values) -> bool:
    """Whether writing these values would change what a record counts. Nothing stays of the trial.

    The row given may carry values of a form already: it is weighed as the database has it.
    """
    before = all_facts(record)
    with transaction.atomic():
        row = fresh(record)
        write(row, values)
        changed = all_facts(record) != before
        transaction.set_rollback(True)
    return changed


def all_facts(record: Record) -> list[FactLine]:
    """What the record counts at all its milestones, as the database has it."""
    stored = fresh(record)
    return sorted(fact for milestone in stored.standing() for fact in stored.facts(milestone))


def _sent_before(kind: RecordKind, ref: str, values: Values, actor: Member) -> Record | None:
    there: Record | None = kind.model.objects.filter(ref=ref).first()
    if there is None:
        return None
    if there.author_id != actor.pk or not may_record(actor, there.unit_id, there.section):
        raise NotFound()
    if not there.says(values):
        raise NewerVersion(title=there.title)
    return there
