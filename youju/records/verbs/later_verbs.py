"""The two verbs on a later milestone of a verified record: it is reached, or it was wrong and is taken back."""

from django.db import transaction

from youju.ledger.log import Entry
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason
from youju.records.alerts import AlertSort, alert
from youju.records.declared.later import REACHED, UNDONE, Later
from youju.records.errors import MilestoneStands, NoSuchMilestone, WrongState
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.kinds import get_record_kind
from youju.records.rights import own_to_decide
from youju.records.verbs.postings import fresh, post, withdraw
from youju.records.verbs.record_verbs import Values, hold


@transaction.atomic
def milestone_reach(*, record: Record, milestone: str, values: Values, actor: Actor) -> Entry:
    """Write what a later milestone says of a verified record, and post it.

    values: the columns of the milestone. Raises NoSuchMilestone, MilestoneStands, WrongState, and OwnRecord where a
    member wrote the record and somebody else could decide.
    """
    later = _declared(record, milestone)
    _hold_verified(record, actor)
    if milestone in record.standing():
        raise MilestoneStands(title=record.title, milestone=later.reached)
    _write(record, {name: values[name] for name in later.columns})
    if milestone not in fresh(record).standing():
        raise NoSuchMilestone(title=record.title)
    audit.write(actor=actor, action=REACHED, target=record.ref, milestone=milestone)
    alert(told=[(record.author, record.ref)], sort=AlertSort.MOVED_ON, actor=actor)
    return post(rows=[record], milestone=milestone, actor=actor.token)[0]


@transaction.atomic
def milestone_undo(*, record: Record, milestone: str, actor: Member, reason: str) -> Entry:
    """Take back a later milestone that was wrong. Raises NoSuchMilestone, ReasonMissing, OwnRecord, WrongState."""
    later, reason = _declared(record, milestone), given_reason(reason)
    _hold_verified(record, actor)
    if milestone not in record.standing():
        raise NoSuchMilestone(title=record.title)
    _write(record, {name: record._meta.get_field(name).get_default() for name in later.columns})  # type: ignore[union-attr]  # columns
    audit.write(actor=actor, action=UNDONE, target=record.ref, milestone=milestone, reason=reason)
    alert(told=[(record.author, record.ref)], sort=AlertSort.MOVED_ON, actor=actor)
    return withdraw(row=record, actor=actor.token, milestones=[milestone])[0]


def _declared(record: Record, milestone: str) -> Later:
    for later in get_record_kind(record.kind).later:
        if later.milestone == milestone:
            return later
    raise NoSuchMilestone(title=record.title)


def _hold_verified(record: Record, actor: Actor) -> None:
    hold(record)
    record.refresh_from_db()
    if record.state != State.VERIFIED:
        raise WrongState(title=record.title, state=record.state_label)
    if isinstance(actor, Member):
        own_to_decide(actor, [record])


def _write(record: Record, values: Values) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    record.save(update_fields=list(values))
