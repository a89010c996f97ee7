"""Changes of accounts: added, described anew, closed, opened again. By administrators, within their reach."""

import re

from django.db import transaction

from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.text import name_line, one_line
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.errors import NameMissing
from youju.orgs.keeping import require_manager
from youju.orgs.log_ins import log_ins_end
from youju.orgs.member_errors import LastAdministrator, OwnAccount, UsernameTaken, UsernameUnfit
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import reach, this_month
from youju.orgs.units import Unit

_USERNAME = re.compile(r"[\w][\w.-]{0,39}")
_NAME_LENGTH = 40


def refuse_outsider(actor: Actor, *units: int | None) -> None:
    """Members are the business of the server's command line, and of administrators within their reach.

    units: ids; None for a member without a unit, who is the bureau's business alone. Raises NotAllowed.
    """
    if not isinstance(actor, Member):
        return
    own = actor.roles().get(Role.ADMIN, set())
    if not own or not set(units) - {None} <= reach(own, this_month()):
        raise NotAllowed()
    if None in units:
        require_manager(actor)


def refuse_takeover(member: Member, actor: Actor) -> None:
    """Whoever opens an account anew acts with all its roles: they must lie within the actor's reach as well.

    Raises NotAllowed.
    """
    held = member.grants.not_over(clock.today()).values_list("unit", flat=True)
    refuse_outsider(actor, member.unit_id, *held)


@transaction.atomic
def member_add(*, username: str, name: str, unit: Unit, actor: Actor) -> Member:
    """A new member, who can log in once an invitation was accepted.

    Raises NotAllowed, UsernameUnfit, UsernameTaken, NameMissing.
    """
    refuse_outsider(actor, unit.pk)
    username, name = fit_username(username), _given_name(name)
    if Member.objects.filter(username__iexact=username).exists():
        raise UsernameTaken(username=username)
    member = Member(username=username, name=name, unit=unit)
    member.set_unusable_password()
    member.save()
    audit.write(actor=actor, action="member.add", target=member.token, username=username, unit=unit.code)
    return member


@transaction.atomic
def member_edit(*, member: Member, name: str, unit: Unit, actor: Actor) -> None:
    """Another name, another unit: the roles stay as they are. Raises NotAllowed, NameMissing."""
    refuse_outsider(actor, member.unit_id, unit.pk)
    member.name, member.unit = _given_name(name), unit
    member.save(update_fields=["name", "unit"])
    audit.write(actor=actor, action="member.edit", target=member.token, unit=unit.code)


@transaction.atomic
def member_edit_oneself(*, member: Member, name: str, email: str) -> None:
    """The name that others see, and where one's alerts are sent to. email: an address, or "" for none.

    The address stands in no audit row: those are read by others. Raises NameMissing.
    """
    name = _given_name(name)
    if name != member.name:
        audit.write(actor=member, action="member.edit", target=member.token)
    if email != member.email:
        audit.write(actor=member, action="member.address", target=member.token)
    member.name, member.email = name, email
    member.save(update_fields=["name", "email"])


@transaction.atomic
def member_deactivate(*, member: Member, actor: Actor) -> None:
    """Close an account: who is logged in with it is out at the next request. What it did stays.

    Raises NotAllowed, OwnAccount, LastAdministrator.
    """
    refuse_outsider(actor, member.unit_id)
    if actor == member:
        raise OwnAccount()
    refuse_without_administrator(member)
    if Member.objects.filter(pk=member.pk, is_active=True).update(is_active=False):
        audit.write(actor=actor, action="member.deactivate", target=member.token)
        log_ins_end(member=member)
    member.refresh_from_db()


@transaction.atomic
def member_activate(*, member: Member, actor: Actor) -> None:
    """Open a closed account again; password and roles are as they were. Raises NotAllowed."""
    refuse_outsider(actor, member.unit_id)
    if Member.objects.filter(pk=member.pk, is_active=False).update(is_active=True):
        audit.write(actor=actor, action="member.activate", target=member.token)
    member.refresh_from_db()


def fit_username(username: str) -> str:
    """A log-in name as it is kept. Raises UsernameUnfit."""
    username = one_line(username)
    if not _USERNAME.fullmatch(username):
        raise UsernameUnfit(username=username[:40])
    return username


def refuse_without_administrator(member: Member, *, leaving: RoleGrant | None = None) -> None:
    """See that somebody else administers, and not only until a day, without this member or one of its grants.

    Raises LastAdministrator.
    """
    administering = RoleGrant.objects.current(clock.today()).filter(role=Role.ADMIN, member__is_active=True)
    held = list(administering.select_for_update())  # of two who take each other's, one waits here and then sees it
    mine = [grant for grant in held if grant.member_id == member.pk and leaving in (None, grant)]
    if mine and not any(grant.until is None for grant in held if grant not in mine):
        raise LastAdministrator()


def _given_name(name: str) -> str:
    name = name_line(name)[:_NAME_LENGTH]
    if not name:
        raise NameMissing()
    return name
