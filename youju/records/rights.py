"""Who may do what: the roles behind ``visible_to`` and ``can`` in access.py.

A liaison's and a reviewer's roles reach their own unit; bureau roles reach the unit's whole subtree.
An administrator configures and sees no records.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.orgs.tree import reach
from youju.orgs.units import Unit
from youju.records.ledgered import Ledgered
from youju.records.states import EDITABLE, State

_LOCAL = (Role.LIAISON, Role.REVIEWER)
_BUREAU = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)
_WRITING = ("record.add", "record.edit", "evidence.attach", "evidence.detach")


def own_units(member: Member, *roles: str) -> set[int]:
    """Ids of the units in which one of the roles is held."""
    held = member.roles()
    return set().union(*(held.get(role, set()) for role in roles))


def reached_units(member: Member, *roles: str) -> set[int]:
    """Ids of the units in which one of the bureau roles is held, and of all below them. One query, kept."""
    cache: dict[tuple[str, ...], set[int]] = member.__dict__.setdefault("_reached", {})
    if roles not in cache:
        tops = own_units(member, *roles)
        cache[roles] = reach(tops) if tops else set()
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
    return Unit.objects.filter(pk__in=ids, closed=None).order_by("kind", "code")


def may_record(member: Member, unit_id: int) -> bool:
    return unit_id in own_units(member, Role.LIAISON) or unit_id in reached_units(member, Role.OFFICER)


def may_decide(member: Member, record: Ledgered) -> bool:
    """Verify, return, void: an officer whose reach holds the unit. Whether it is one's own is the verb's question."""
    return record.unit_id in reached_units(member, Role.OFFICER)


def touched(member: Member, refs: Iterable[str]) -> set[str]:
    """The records among ``refs`` that a member wrote down, changed or gave evidence to: not theirs alone to verify."""
    return audit.targets_of(actor=member, actions=_WRITING, targets=refs)


def allowed(member: Member, action: str, record: Ledgered) -> bool:
    """Whether ``member`` may do ``action`` with a record it can read, as things stand."""
    recorder, officer = may_record(member, record.unit_id), may_decide(member, record)
    own = record.author_id == member.pk and not record.unit.single_post
    rules = {
        "read": True,
        "edit": record.state in EDITABLE and recorder,
        "submit": record.state in EDITABLE and recorder,
        "attach": record.state in (*EDITABLE, State.VERIFIED) and recorder,
        "decide": officer,
        "verify": record.state == State.SUBMITTED and officer and not own and _may_verify(member, action, record),
        "return": record.state == State.SUBMITTED and officer,
        "amend": record.state == State.VERIFIED and recorder,
        "correct": record.state == State.VERIFIED and recorder,
        "void": record.state == State.VERIFIED and officer and not own,
    }
    return rules.get(action, False)


def _may_verify(member: Member, action: str, record: Ledgered) -> bool:
    """Whether somebody else wrote it; asked of the database only where that is the question."""
    return action != "verify" or record.unit.single_post or not touched(member, [record.ref])
