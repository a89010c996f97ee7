"""Who stands where to an inquiry: the unit complained of, the discipline group, the outside, whoever takes it in."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from youju.lib import clock
from youju.lib.periods import yyyymm
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import above, home_unit
from youju.orgs.units import Unit, UnitKind
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.rights import workers

# The account in whose name the public itself opens inquiries and answers; nobody can log in by it.
PUBLIC_DESK = "public.desk"
# Who may handle an accusation: never a town or a school.
HANDLES_ACCUSATIONS = (UnitKind.COUNTY, UnitKind.OFFICE)
_OFFICE = UnitKind.OFFICE
_READING = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)


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
    """Whether a member reads accusations about the bureau itself: by its or an office's discipline group, as a
    condition. Of one about an office nobody reads who belongs to that office.

    Where nobody of such a group is left the bureau's signing leaders do: no accusation is without a reader.
    """
    there, own = _discipline(), Q(about_unit__in=units_of(member), about_unit__kind=_OFFICE)
    mine = Q(Exists(there.filter(person__member=member))) & ~own
    if not any(grant.role == Role.SIGNER and grant.unit.kind == UnitKind.COUNTY for grant in member.held()):
        return mine
    granted = _grants().filter(unit=OuterRef(OuterRef("about_unit"))).values("member")
    others = there.exclude(person__member__unit=OuterRef("about_unit")).exclude(person__member__in=granted)
    return mine | ~Exists(there) | (Q(about_unit__kind=_OFFICE) & ~Exists(others))


def inner_readers(inquiry: InquiryColumns) -> list[Member]:
    """Who reads one of these: the discipline group without the office it is about, else the leaders of the bureau."""
    there, about = Member.objects.filter(pk__in=_discipline().values("person__member")), inquiry.about_unit
    if about is not None and about.kind == _OFFICE:
        there = there.exclude(unit=about).exclude(pk__in=_grants().filter(unit=about).values("member"))
    leading = _grants().filter(role=Role.SIGNER, unit=home_unit(), member__is_active=True).order_by("pk")
    return list(there.order_by("username")) or [grant.member for grant in leading.select_related("member")]


def _grants() -> Any:
    """The roles that are held today."""
    return RoleGrant.objects.current(clock.today())


def handles_inner(member: Member, inquiry: InquiryColumns) -> bool:
    """Whether an inquiry is such an accusation, and a member one of those who handle it."""
    return inquiry.inner and member in inner_readers(inquiry)


def _discipline() -> Any:
    """Who is on the list of such a group today and reads what the bureau handles: others are no readers of it."""
    today = clock.today()
    groups = Group.objects.open_on(today).filter(sort=GroupSort.DISCIPLINE, unit__kind__in=HANDLES_ACCUSATIONS)
    reading = RoleGrant.objects.current(today).filter(role__in=_READING, unit__kind__in=HANDLES_ACCUSATIONS)
    members = reading.filter(member__is_active=True).values("member")
    return Membership.objects.on(today).filter(group__in=groups, person__member__in=members)


def is_kept_from(member: Member, inquiry: InquiryColumns) -> bool:
    """Whether an accusation is kept from whoever is to handle it: of the unit accused, or outside the group."""
    if not inquiry.inner:
        return inquiry.about_unit_id in units_of(member)
    return not type(inquiry)._base_manager.filter(opens_inner(member), pk=inquiry.pk).exists()


def accusation_handlers(inquiry: InquiryColumns) -> QuerySet[Member]:
    """Who may be given an accusation that is not about the bureau itself: whoever works at the bureau or an office, and
    is neither of the unit accused nor holds any role there.
    """
    grants = RoleGrant.objects.current(clock.today())
    here = grants.filter(unit__kind__in=HANDLES_ACCUSATIONS).values("member")
    accused = grants.filter(unit=inquiry.about_unit_id).values("member")
    return workers().filter(pk__in=here).exclude(unit=inquiry.about_unit_id).exclude(pk__in=accused)


def takers(inquiry: InquiryColumns) -> list[Member]:
    """Who takes in what came by itself: the officers with a role in just its unit, for its section; of what is about
    the bureau itself whoever reads that.
    """
    if inquiry.inner:
        return inner_readers(inquiry)
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
    return _reaches_home(member) and any(kind not in HANDLES_ACCUSATIONS for kind in _kinds_of(member))


def is_of_office(member: Member) -> bool:
    """Whether somebody of an office reads what the bureau handles."""
    return _reaches_home(member) and UnitKind.OFFICE in _kinds_of(member)


def _kinds_of(member: Member) -> set[str]:
    """Of the units whose member somebody is."""
    return {grant.unit.kind for grant in member.held()} | ({member.unit.kind} if member.unit else set())


def _reaches_home(member: Member) -> bool:
    return any(grant.role in _READING and grant.unit.kind in HANDLES_ACCUSATIONS for grant in member.held())
