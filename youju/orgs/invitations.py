"""Inviting a member: a link that sets the password once, for the first day and for a forgotten one."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction

from youju.lib import clock
from youju.lib.codes import SHORT
from youju.orgs import audit
from youju.orgs.actors import HOLDER, Actor
from youju.orgs.member_errors import MemberClosed, UnknownMember
from youju.orgs.member_verbs import refuse_outsider, refuse_takeover
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_burn, ticket_make, ticket_of, ticket_revoke


class Invitation(NamedTuple):
    """expires: from then on the code opens nothing."""

    member: Member
    code: str
    expires: datetime


def find_member(username: str) -> Member:
    """The member who logs in under this name, in whose name something is to be done. Raises UnknownMember, and
    MemberClosed: who has left does nothing any more, at the desk or beside it.
    """
    found = Member.objects.filter(username=username).first()
    if found is None:
        raise UnknownMember(username=username)
    if not found.is_active:
        raise MemberClosed(username=username)
    return found


@transaction.atomic
def member_invite(*, member: Member, actor: Actor) -> str:
    """The code of a fresh invitation; those given before no longer hold. By an administrator or on the server.

    Raises NotAllowed, MemberClosed.
    """
    return members_invite(members=[member], actor=actor)[0].code


@transaction.atomic
def members_invite(*, members: Iterable[Member], actor: Actor) -> list[Invitation]:
    """A fresh invitation for each, all or none. Raises NotAllowed, MemberClosed."""
    expires = clock.now() + timedelta(days=setting("invitation_days"))
    return [Invitation(member, _fresh_code(member, expires, actor), expires) for member in members]


@transaction.atomic
def invitation_revoke(*, member: Member, actor: Actor) -> None:
    """Let the invitations that a member was given no longer hold. Raises NotAllowed."""
    refuse_outsider(actor, member.unit_id)
    invitations_close(member=member, actor=actor)


@transaction.atomic
def invitations_close(*, member: Member, actor: Actor) -> None:
    """Close what a member was given, as a part of what overtakes it: a new card, or the member's own new password."""
    for earlier in Ticket.objects.filter(purpose=Purpose.INVITATION, ref=member.token, uses_left__gt=0):
        ticket_revoke(ticket=earlier, actor=actor)


def invitations_of(codes: Iterable[str]) -> list[Invitation]:
    """The invitations that codes still open, in the order of the codes. Raises TicketInvalid where one does not."""
    tickets = [(code, ticket_of(code)) for code in codes]
    if any(ticket.purpose != Purpose.INVITATION for _code, ticket in tickets):
        raise TicketInvalid()
    return [Invitation(invited_member(ticket), code, ticket.expires) for code, ticket in tickets]


def _fresh_code(member: Member, expires: datetime, actor: Actor) -> str:
    if not member.is_active:
        raise MemberClosed(username=member.username)
    refuse_takeover(member, actor)
    invitations_close(member=member, actor=actor)
    return ticket_make(purpose=Purpose.INVITATION, ref=member.token, expires=expires, actor=actor, letters=SHORT)


def invited_member(ticket: Ticket) -> Member:
    """Whom an invitation is for. Raises TicketInvalid where the account is closed or gone."""
    member = Member.objects.filter(token=ticket.ref, is_active=True).first()
    if member is None:
        raise TicketInvalid()
    return member


@transaction.atomic
def password_set(*, code: str, password: str) -> Member:
    """Use an invitation: its member has this password from now on, and is logged out elsewhere.

    password: as Django's validators have passed it. Raises TicketInvalid.
    """
    member = invited_member(ticket_burn(code=code, purpose=Purpose.INVITATION))
    member.set_password(password)
    member.save(update_fields=["password"])
    audit.write(actor=HOLDER, action="member.password", target=member.token)
    return member
