"""Who may do what: the roles behind ``visible_to`` and ``can`` in access.py.

A liaison's and a reviewer's roles reach their own unit; bureau roles reach the unit's whole subtree.
An administrator configures and sees no records.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import reach, standing, this_month
from youju.orgs.units import Unit
from youju.records.errors import OwnRecord
from youju.records.ledgered import Ledgered
from youju.records.states import EDITABLE, State

_LOCAL = (Role.LIAISON, Role.REVIEWER)
_BUREAU = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)
# What makes a member one of a record's authors, whatever name it bears.
_WRITING = ("record.add", "record.edit", "evidence.attach", "evidence.detach", "correction.ask", "amendment.ask")
_DECIDING = ("verify", "void", "decide-change")


def own_units(member: Member, *roles: str) -> set[int]:
    """Ids of the units in which one of the roles is held."""
    held = member.roles()
    return set().union(*(held.get(role, set()) for role in roles))


def reached_units(member: Member, *roles: str) -> set[int]:
    """Ids of the units in which one of the bureau roles is held, and of all below them in the present tree. Kept.

    Closed and merged units count to where they last were: the bureau goes on seeing their records.
    """
    cache: dict[tuple[str, ...], set[int]] = member.__dict__.setdefault("_reached", {})
    if roles not in cache:
        tops = own_units(member, *roles)
        cache[roles] = reach(tops, this_month()) if tops else set()
    return cache[roles]


def readable(member: Member) -> Q:
    """The records a member may read, as a filter. A draft is its own unit's and its author's business."""
    own = own_units(member, *_LOCAL)
    wide = reached_units(member, *_BUREAU)
    submitted = ~Q(state=State.DRAFT)
    mine = Q(author=member) & Q(unit__in=own | wide)
    return mine | Q(unit__in=own) | submitted & (Q(unit__in=wide) | Q(partners__in=own))


def units_to_record_for(member: Member) -> QuerySet[Unit]:
    """The units a member may record for: a liaison its own, an officer every one in reach."""
    ids = own_units(member, Role.LIAISON) | reached_units(member, Role.OFFICER)
    return Unit.objects.filter(pk__in=ids, code__in=standing(this_month())).order_by("kind", "code")


def may_record(member: Member, unit_id: int) -> bool:
    return unit_id in own_units(member, Role.LIAISON) or unit_id in reached_units(member, Role.OFFICER)


def may_decide(member: Member, record: Ledgered) -> bool:
    """An officer whose reach holds the unit. Whether it is one's own record is asked by ``barred``."""
    return record.unit_id in reached_units(member, Role.OFFICER)


def own_records(member: Member, records: Iterable[Ledgered]) -> set[str]:
    """Refs of those that a member wrote down, changed, asked to be changed, or chose evidence for."""
    records = list(records)
    written = audit.targets_of(actor=member, actions=_WRITING, targets=[record.ref for record in records])
    return written | {record.ref for record in records if record.author_id == member.pk}


def barred(member: Member, records: Iterable[Ledgered]) -> set[str]:
    """Refs of those that somebody else must decide on.

    Whoever wrote, changed or chose evidence decides nothing about that record: neither verifying it nor a correction,
    an amendment or a void. An officer could else return a record, alter it and verify the alteration alone.
    """
    records = list(records)
    own = own_records(member, records)
    return {record.ref for record in records if record.ref in own and not is_alone(member, record)}


def is_alone(member: Member, record: Ledgered) -> bool:
    """Whether a one-person office may decide on its own (自核): only while nobody else at all could."""
    return record.unit.single_post and not any(
        record.unit_id in reach({grant.unit_id}, this_month()) for grant in _officers().exclude(member=member)
    )


def own_to_decide(actor: Member, records: Iterable[Ledgered]) -> set[str]:
    """The actor's own among the records, where a one-person office may decide on them.

    Raises OwnRecord at the first that somebody else must decide on.
    """
    records = list(records)
    refused = barred(actor, records)
    for record in records:
        if record.ref in refused:
            raise OwnRecord(title=record.title)
    return own_records(actor, records)


def units_to_decide_for(member: Member) -> QuerySet[Unit]:
    """The units of which a member decides: those in reach of an officer."""
    ids = reached_units(member, Role.OFFICER)
    return Unit.objects.filter(pk__in=ids, code__in=standing(this_month())).order_by("kind", "code")


def works_for(member: Member, unit_id: int) -> bool:
    """Whether a member works in a unit, or reaches it as an officer."""
    return unit_id in own_units(member, *_LOCAL) | reached_units(member, Role.OFFICER)


def workers(unit_id: int | None = None) -> QuerySet[Member]:
    """The members with work in hand: of one unit and those who reach it, or of all units."""
    held = RoleGrant.objects.current(clock.today()).filter(role__in=(*_LOCAL, Role.OFFICER))
    found = Member.objects.filter(is_active=True, pk__in=held.values("member")).order_by("username")
    if unit_id is None:
        return found
    return found.filter(pk__in=[member.pk for member in found if works_for(member, unit_id)])


def allowed(member: Member, action: str, record: Ledgered) -> bool:
    """Whether ``member`` may do ``action`` with a record it can read, as things stand."""
    recorder, officer = may_record(member, record.unit_id), may_decide(member, record)
    rules = {
        "read": True,
        "edit": record.state in EDITABLE and recorder,
        "submit": record.state in EDITABLE and recorder,
        "attach": record.state in (*EDITABLE, State.VERIFIED) and recorder,
        "decide": officer,
        "decide-change": record.state == State.VERIFIED and officer,
        "verify": record.state == State.SUBMITTED and officer,
        "return": record.state == State.SUBMITTED and officer,
        "amend": record.state == State.VERIFIED and recorder,
        "correct": record.state == State.VERIFIED and recorder,
        "grade": record.state in (State.SUBMITTED, State.VERIFIED) and officer,
        "void": record.state == State.VERIFIED and officer,
    }
    if action == "grade":  # in a one-person office too
        return rules[action] and not own_records(member, [record])
    return rules.get(action, False) and not (action in _DECIDING and barred(member, [record]))


def _officers() -> QuerySet[RoleGrant]:
    """The grants by which somebody who can log in verifies today."""
    return RoleGrant.objects.current(clock.today()).filter(role=Role.OFFICER, member__is_active=True)
