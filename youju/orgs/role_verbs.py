"""Giving a member a role, ending it, and letting a colleague stand in for a time."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from youju.errors import NotFound
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.log_ins import log_ins_end_unproven
from youju.orgs.member_errors import (
    AdminAudits,
    DeputyWithoutEnd,
    NothingToStandInFor,
    OfficerAtSchool,
    OwnAccount,
    RoleDaysUnfit,
    RoleHeld,
    RoleOver,
    RolePlaceUnfit,
)
from youju.orgs.member_verbs import refuse_outsider, refuse_without_administrator
from youju.orgs.members import DECIDING, Member, Role, RoleGrant
from youju.orgs.settings import setting
from youju.orgs.units import Unit, UnitKind

_APART = {Role.ADMIN: Role.AUDITOR, Role.AUDITOR: Role.ADMIN}
# Who administers, audits or signs does so for the bureau; the other roles are held where the work is.
_OF_THE_BUREAU = (Role.ADMIN, Role.AUDITOR, Role.SIGNER)
_PARTS = (UnitKind.OFFICE, UnitKind.TOWN, UnitKind.SCHOOL)


@transaction.atomic
def role_grant(
    *,
    member: Member,
    role: str,
    unit: Unit,
    actor: Actor,
    since: date | None = None,
    until: date | None = None,
    sections: Sequence[str] = (),
    stands_in_for: Member | None = None,
) -> RoleGrant:
    """Give a member a role in a unit, from a day to a day (both inclusive; none: from today, and without end).

    sections: codes of those it is for, none for all. Raises NotAllowed, NotFound, RolePlaceUnfit, OfficerAtSchool,
    RoleDaysUnfit, RoleHeld, AdminAudits, DeputyWithoutEnd, NothingToStandInFor.
    """
    refuse_outsider(actor, member.unit_id, unit.pk)
    if role not in Role.values:
        raise NotFound()
    since = since or clock.today()
    if until is not None and until < max(since, clock.today()):
        raise RoleDaysUnfit()
    _refuse_place(role, unit)
    _refuse_held(member, role, unit, since, until)
    if stands_in_for is not None:
        _refuse_deputy(stands_in_for, member, role, unit, until)
    grant = RoleGrant.objects.create(
        member=member, role=role, unit=unit, since=since, until=until, sections=sorted(sections),
        stands_in_for=stands_in_for,
    )  # fmt: skip
    days = {"since": since.isoformat(), "until": until.isoformat() if until else ""}
    instead = {"for": stands_in_for.token} if stands_in_for else {}
    about = {"role": role, "unit": unit.code, "sections": grant.sections, **days, **instead}
    audit.write(actor=actor, action="role.grant", target=member.token, **about)
    if role in DECIDING:
        log_ins_end_unproven([member], required=setting("second_factor"))
    return grant


@transaction.atomic
def role_change(*, grant: RoleGrant, until: date | None, sections: Sequence[str], actor: Actor) -> None:
    """Let a role that is not over end on another day, or be for other sections. until: the last day, none: no end.

    Raises NotAllowed, RoleOver, RoleDaysUnfit, DeputyWithoutEnd, OwnAccount, LastAdministrator.
    """
    today = clock.today()
    refuse_outsider(actor, grant.member.unit_id, grant.unit_id)
    held = RoleGrant.objects.select_for_update().not_over(today).filter(pk=grant.pk).first()
    if held is None:
        raise RoleOver()
    if until is not None and until < max(held.since or today, today):
        raise RoleDaysUnfit()
    if until is None and held.stands_in_for_id:
        raise DeputyWithoutEnd()
    if until is not None and held.role == Role.ADMIN:
        _refuse_leaving(held, grant.member, actor)
    held.until, held.sections = until, sorted(sections)
    held.save(update_fields=["until", "sections"])
    about = {"role": held.role, "unit": grant.unit.code, "until": until.isoformat() if until else ""}
    audit.write(actor=actor, action="role.change", target=grant.member.token, sections=held.sections, **about)


@transaction.atomic
def role_end(*, grant: RoleGrant, actor: Actor) -> None:
    """End a role at once: yesterday was its last day, or it never began.

    Raises NotAllowed, RoleOver, OwnAccount, LastAdministrator.
    """
    today, member = clock.today(), grant.member
    refuse_outsider(actor, member.unit_id, grant.unit_id)
    held = RoleGrant.objects.select_for_update().not_over(today).filter(pk=grant.pk).first()
    if held is None:
        raise RoleOver()
    if grant.role == Role.ADMIN:
        _refuse_leaving(held, member, actor)
    if held.since is None or held.since < today:
        RoleGrant.objects.filter(pk=held.pk).update(until=today - timedelta(days=1))
    else:
        held.delete()
    audit.write(actor=actor, action="role.end", target=member.token, role=grant.role, unit=grant.unit.code)


def _refuse_leaving(held: RoleGrant, member: Member, actor: Actor) -> None:
    """Nobody gives up the own administration, and somebody keeps administering."""
    if actor == member:
        raise OwnAccount()
    refuse_without_administrator(member, leaving=held)


def _refuse_place(role: str, unit: Unit) -> None:
    if role in _OF_THE_BUREAU and unit.kind in _PARTS:
        raise RolePlaceUnfit(role=Role(role).label, kind=UnitKind.COUNTY.label, unit=unit)
    if role == Role.OFFICER and unit.kind == UnitKind.SCHOOL:
        raise OfficerAtSchool(unit=unit)


def _refuse_held(member: Member, role: str, unit: Unit, since: date, until: date | None) -> None:
    """A role is held once at a time, and who administers does not audit, not even later."""
    later = member.grants.not_over(since)
    meeting = later if until is None else later.exclude(since__gt=until)
    if meeting.filter(role=role, unit=unit).exists():
        raise RoleHeld()
    apart = _APART.get(Role(role))
    if apart and member.grants.not_over(clock.today()).filter(role=apart).exists():
        raise AdminAudits()


def _refuse_deputy(colleague: Member, member: Member, role: str, unit: Unit, until: date | None) -> None:
    if until is None:
        raise DeputyWithoutEnd()
    if colleague == member or not colleague.grants.not_over(clock.today()).filter(role=role, unit=unit).exists():
        raise NothingToStandInFor()
