"""Who stands where to an inquiry: the unit complained of, the discipline group, the outside, whoever takes it in."""

from typing import Any

from django.db.models import Exists, Q

from youju.lib import clock
from youju.lib.periods import yyyymm
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import above, home_unit
from youju.orgs.units import Unit, UnitKind
from youju.records.inquiries.inquiry.columns import InquiryColumns

# The account in whose name the public itself opens inquiries and answers; nobody can log in by it.
PUBLIC_DESK = "public.desk"
# Who may handle an accusation: never a town or a school.
HANDLES_ACCUSATIONS = (UnitKind.COUNTY, UnitKind.OFFICE)


def is_public_desk(member: Member) -> bool:
    return bool(member.username == PUBLIC_DESK)


def units_of(member: Member) -> set[int]:
    """Ids of the units whose member somebody is: where the account belongs, and wherever a role is held."""
    own = {grant.unit_id for grant in member.held()}
    return own | {member.unit_id} if member.unit_id else own


def is_inner(inquiry: InquiryColumns) -> bool:
    """Whether it is about those who would handle it: the bureau, or the office that has it, or what stands above."""
    if inquiry.about_unit is None:
        return True
    chain = [unit.pk for unit in above(inquiry.unit, yyyymm(clock.today()))]
    return inquiry.about_unit_id in {*chain, inquiry.unit_id, home_unit().pk}


def opens_inner(member: Member) -> Any:
    """Whether a member reads accusations about the bureau itself: by the discipline group, as a condition.

    Where the bureau has no such group, its signing leaders do: no accusation is without a reader.
    """
    today = clock.today()
    groups = Group.objects.open_on(today).filter(sort=GroupSort.DISCIPLINE)
    there = Membership.objects.on(today).filter(group__in=groups, person__member__is_active=True)
    mine = Exists(there.filter(person__member=member))
    if not any(grant.role == Role.SIGNER and grant.unit.kind == UnitKind.COUNTY for grant in member.held()):
        return mine
    return Q(mine) | ~Exists(there)


def takers(inquiry: InquiryColumns) -> list[Member]:
    """Who takes in what came by itself: the officers with a role in just its unit, for its section."""
    if not is_public_desk(inquiry.author):
        return [inquiry.author]
    grants = RoleGrant.objects.current(clock.today()).filter(role=Role.OFFICER, unit=inquiry.unit_id)
    held = grants.filter(member__is_active=True).select_related("member")
    return [grant.member for grant in held if grant.covers(inquiry.section)]


def is_local(member: Member, unit: Unit) -> bool:
    """Whether a member reads what a unit handles only as one of that unit, and so without a right to the asker."""
    return unit.kind not in HANDLES_ACCUSATIONS and not _reaches_home(member)


def is_seconded(member: Member) -> bool:
    """Whether somebody of a town or a school reads what the bureau handles."""
    units = [grant.unit for grant in member.held()] + ([member.unit] if member.unit else [])
    return _reaches_home(member) and any(unit.kind not in HANDLES_ACCUSATIONS for unit in units)


def _reaches_home(member: Member) -> bool:
    bureau = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)
    return any(grant.role in bureau and grant.unit.kind in HANDLES_ACCUSATIONS for grant in member.held())
