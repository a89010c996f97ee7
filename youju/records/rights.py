"""Who may do what: the roles behind ``visible_to`` and ``can`` in access.py.

A liaison's and a reviewer's roles reach their own unit; bureau roles reach the unit's whole subtree, an office's
officer its whole county. Each reaches only the sections it was given for, where any are named.
An administrator configures and sees no records.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.reaching import reach_of, top_of
from youju.orgs.tree import reach, standing, this_month
from youju.orgs.units import Unit
from youju.records.errors import OwnRecord
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.sections import Section
from youju.records.heads.states import EDITABLE, WAITING, State

_LOCAL = (Role.LIAISON, Role.REVIEWER)
_BUREAU = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)
# What makes a member one of a record's authors, whatever name it bears.
_WRITING = (
    "record.add", "record.edit", "record.prepare", "evidence.attach", "evidence.detach", "correction.ask",
    "amendment.ask", "sign-in.by-hand", "sign-in.out", "sign-in.take-back", "sign-in.close", "session.make-up",
)  # fmt: skip
_DECIDING = ("verify", "void", "decide-change", "later")


def own_units(member: Member, *roles: str, section: str = "") -> set[int]:
    """Ids of the units in which one of the roles is held, for a section where one is named."""
    return {grant.unit_id for grant in member.held() if grant.role in roles and grant.covers(section)}


def reached_units(member: Member, *roles: str, section: str = "") -> set[int]:
    """Ids of the units in which one of the bureau roles is held, and of all below them in the present tree. Kept.

    Closed and merged units count to where they last were: the bureau goes on seeing their records.
    """
    return reach_of(member, [grant for grant in member.held() if grant.role in roles and grant.covers(section)])


def within(member: Member, *roles: str, partners: bool = False) -> Q:
    """What lies in the units and sections of the roles held, as a filter; nothing where none is held.

    partners: what has one of the units themselves, not of those below them, for a partner instead. Asked as a list of
    its own: joined to the heads it would have every one of them looked at, however few are wanted.
    """
    found = Q(pk__in=())
    for sections in {tuple(sorted(grant.sections)) for grant in member.held()}:
        grants = [each for each in member.held() if each.role in roles and tuple(sorted(each.sections)) == sections]
        units = {grant.unit_id for grant in grants if partners or grant.role in _LOCAL}
        if not partners:
            units |= reach_of(member, [grant for grant in grants if grant.role in _BUREAU])
        if units:
            place = Q(pk__in=_partnered(units)) if partners else Q(unit__in=units)
            found |= place & Q(section__in=sections) if sections else place
    return found


def _partnered(units: set[int]) -> QuerySet[Any]:
    return Ledgered.partners.through.objects.filter(unit__in=units).values("ledgered")


def readable(member: Member) -> Q:
    """What lies in a member's units and sections, as a filter. A draft is its own unit's and its author's business."""
    submitted = ~Q(state=State.DRAFT)
    mine = Q(author=member) & within(member, *_LOCAL, *_BUREAU)
    partly = within(member, *_BUREAU) | within(member, *_LOCAL, *_BUREAU, partners=True)
    return mine | within(member, *_LOCAL) | submitted & partly


def sections_of(member: Member) -> list[Section]:
    """The sections that a member has to do with, in their order."""
    grants = [grant for grant in member.held() if grant.role in (*_LOCAL, *_BUREAU)]
    return [section for section in Section if any(grant.covers(section) for grant in grants)]


def units_to_record_for(member: Member, section: str = "") -> QuerySet[Unit]:
    """The units a member may record for: a liaison its own, an officer every one in reach."""
    ids = own_units(member, Role.LIAISON, section=section) | reached_units(member, Role.OFFICER, section=section)
    return Unit.objects.filter(pk__in=ids, code__in=standing(this_month())).order_by("kind", "code")


def sections_to_record(member: Member) -> set[Section]:
    """The sections in which ``units_to_record_for`` gives any unit; as many queries for all as for one."""
    ids = {
        section: own_units(member, Role.LIAISON, section=section)
        | reached_units(member, Role.OFFICER, section=section)
        for section in Section
    }  # fmt: skip
    units = Unit.objects.filter(pk__in=set().union(*ids.values()), code__in=standing(this_month()))
    there = set(units.values_list("pk", flat=True))
    return {section for section, found in ids.items() if found & there}


def may_record(member: Member, unit_id: int, section: str) -> bool:
    own = own_units(member, Role.LIAISON, section=section)
    return unit_id in own or unit_id in reached_units(member, Role.OFFICER, section=section)


def may_decide(member: Member, record: Ledgered) -> bool:
    """An officer whose reach holds unit and section. Whether it is one's own record is asked by ``barred``."""
    return record.unit_id in reached_units(member, Role.OFFICER, section=record.section)


def may_check(member: Member, record: Ledgered) -> bool:
    """A reviewer of the unit, where it checks what it hands in."""
    return record.unit.checks and record.unit_id in own_units(member, Role.REVIEWER, section=record.section)


def may_confirm(member: Member, record: Ledgered) -> bool:
    """A liaison of the unit that something was filed for, who did not file it."""
    own = own_units(member, Role.LIAISON, section=record.section)
    return record.unit_id in own and record.filed_by_id != member.pk


def confirmers(member: Member, record: Ledgered) -> list[Member]:
    """Who confirms what a member types for a unit (代报): its liaisons; nobody where it is the member's own unit.

    Nor of opening figures: what stood before the bureau began is the bureau's word, with the document that says so.
    """
    if record.opening or record.unit_id in own_units(member, Role.LIAISON, section=record.section):
        return []
    grants = RoleGrant.objects.current(clock.today()).filter(role=Role.LIAISON, unit=record.unit_id)
    held = grants.filter(member__is_active=True).select_related("member")
    return [grant.member for grant in held if grant.covers(record.section)]


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
    alone = {record.ref for record in records if record.ref in own and is_alone(member, record.unit, record.section)}
    return {record.ref for record in records if record.ref in own - alone}


def is_alone(member: Member, unit: Unit, section: str) -> bool:
    """Whether a one-person office may decide on its own (自核): only while nobody else at all could."""
    return unit.single_post and not any(
        unit.pk in reach({top_of(grant)}, this_month())
        for grant in _officers().exclude(member=member)
        if grant.covers(section)
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


def units_to_decide_for(member: Member, section: str = "") -> QuerySet[Unit]:
    """The units of which a member decides: those in reach of an officer, for a section where one is named."""
    ids = reached_units(member, Role.OFFICER, section=section)
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
    by_unit = {grant.unit_id: grant for grant in held.filter(role=Role.OFFICER).select_related("unit")}
    above = [unit for unit, grant in by_unit.items() if unit_id in reach({top_of(grant)}, this_month())]
    here = held.filter(Q(role__in=_LOCAL, unit=unit_id) | Q(role=Role.OFFICER, unit__in=above))
    return found.filter(pk__in=here.values("member"))


def allowed(member: Member, action: str, record: Ledgered) -> bool:
    """Whether ``member`` may do ``action`` with a record it can read, as things stand."""
    recorder, officer = may_record(member, record.unit_id, record.section), may_decide(member, record)
    checker = may_check(member, record)
    confirmer = record.state == State.FILED and may_confirm(member, record)
    rules = {
        "read": True,
        "edit": record.state in EDITABLE and recorder,
        "submit": record.state in EDITABLE and recorder,
        "withdraw": record.state in (State.FILED, State.SUBMITTED) and recorder and not (confirmer or officer),
        "confirm": confirmer,
        "delete": record.state == State.DRAFT and recorder,
        "drop": record.state == State.RETURNED and recorder,
        "resume": record.state == State.DROPPED and recorder,
        "close": record.state in WAITING and (officer or checker),
        "attach": record.state in (*EDITABLE, State.VERIFIED) and recorder,
        "decide": officer,
        "send-back": officer or checker or confirmer,
        "check": record.state == State.SUBMITTED and checker,
        "decide-change": record.state == State.VERIFIED and officer,
        "verify": record.state in to_verify(record) and officer,
        "return": (record.state in WAITING and (officer or checker)) or confirmer,
        "amend": record.state == State.VERIFIED and recorder,
        "correct": record.state == State.VERIFIED and recorder,
        "grade": record.state in (*WAITING, State.VERIFIED) and officer,
        "later": record.state == State.VERIFIED and officer,
        "void": record.state == State.VERIFIED and officer,
    }
    if action in ("grade", "check"):  # in a one-person office too
        return rules[action] and not own_records(member, [record])
    return rules.get(action, False) and not (action in _DECIDING and barred(member, [record]))


def to_verify(record: Ledgered) -> tuple[State, ...]:
    """The states in which the bureau has a record to verify: where its unit checks, not before it did."""
    return (State.CHECKED,) if record.unit.checks else WAITING


def _officers() -> QuerySet[RoleGrant]:
    """The grants by which somebody who can log in verifies today."""
    return (
        RoleGrant.objects.current(clock.today())
        .filter(role=Role.OFFICER, member__is_active=True)
        .select_related("unit")
    )
