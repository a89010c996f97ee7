"""How a record ends that was never verified: a draft is deleted, a returned one is not pursued, a repeat is closed."""

from django.db import transaction

from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import LONGEST_REASON, given_reason, in_full
from youju.records.alerts import AlertSort, alert
from youju.records.errors import NotTheSame, WrongState
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.moving import move
from youju.records.heads.record import Record
from youju.records.heads.states import ENDED, WAITING, State
from youju.records.verbs.record_verbs import hold


@transaction.atomic
def record_delete(*, record: Record, actor: Member) -> None:
    """Delete a draft and take its evidence off. That there was one stays on record, what it said does not.

    Raises WrongState for whatever was handed in: that is dropped, or taken back first.
    """
    hold(record)
    if record.state != State.DRAFT:
        raise WrongState(title=record.title, state=record.state_label)
    audit.write(actor=actor, action="record.delete", target=record.ref, unit=record.unit.code)
    Attachment.objects.filter(record_ref=record.ref).delete()
    record.delete()


@transaction.atomic
def record_drop(*, record: Record, actor: Member, reason: str, same_as: Ledgered | None = None) -> None:
    """Do not pursue a returned record (不再报), for a reason or because another one tells the same.

    Raises ReasonMissing, NotTheSame, WrongState.
    """
    _end(record, [State.RETURNED], actor=actor, action="record.drop", reason=reason, same_as=same_as)


@transaction.atomic
def record_close(*, record: Record, same_as: Ledgered, actor: Member) -> None:
    """Close a record that waits, because another one tells the same. Raises NotTheSame, WrongState."""
    _end(record, WAITING, actor=actor, action="record.close", reason="", same_as=same_as)


@transaction.atomic
def record_resume(*, record: Record, actor: Member) -> None:
    """Take up again what was dropped or closed: it is a draft that was handed in before. Raises WrongState."""
    again = {"state": State.DRAFT, "dropped_reason": "", "same_as": None, "version": record.version + 1}
    move(record, [State.DROPPED], again, version=record.version)
    audit.write(actor=actor, action="record.resume", target=record.ref)


def _end(
    record: Record, states: tuple[str, ...] | list[str], *, actor: Member, action: str, reason: str,
    same_as: Ledgered | None,
) -> None:  # fmt: skip
    if same_as is None:
        reason = given_reason(reason)
    elif same_as.pk == record.pk or same_as.kind != record.kind or same_as.state in (State.DRAFT, *ENDED):
        raise NotTheSame(title=record.title)
    changes = {
        "state": State.DROPPED,
        "dropped_reason": in_full(reason, LONGEST_REASON),
        "same_as": same_as,
        "returned_reason": "",
    }
    move(record, states, changes)
    told = {"same_as": same_as.ref} if same_as else {"reason": reason}
    audit.write(actor=actor, action=action, target=record.ref, **told)
    alert(told=[(record.author, record.ref)], sort=AlertSort.CLOSED, actor=actor)
