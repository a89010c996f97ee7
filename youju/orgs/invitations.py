"""Inviting a member: a link that sets the password once, for the first day and for a forgotten one."""

from datetime import timedelta

from django.db import transaction

from youju.lib import clock
from youju.lib.codes import SHORT
from youju.orgs import audit
from youju.orgs.actors import HOLDER, Actor
from youju.orgs.member_errors import MemberClosed, UnknownMember
from youju.orgs.member_verbs import refuse_outsider
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_burn, ticket_make, ticket_revoke


def find_member(username: str) -> Member:
    """The member who logs in under this name. Raises UnknownMember."""
    found = Member.objects.filter(username=username).first()
    if found is None:
        raise UnknownMember(username=username)
    return found


@transaction.atomic
def member_invite(*, member: Member, actor: Actor) -> str:
    """The code of a fresh invitation; those given before no longer hold. By an administrator or on the server.

    Raises NotAllowed, MemberClosed.
    """
    refuse_outsider(actor, member.unit_id)
    if not member.is_active:
        raise MemberClosed(username=member.username)
    for earlier in Ticket.objects.filter(purpose=Purpose.INVITATION, ref=member.token, uses_left__gt=0):
        ticket_revoke(ticket=earlier, actor=actor)
    expires = clock.now() + timedelta(days=setting("invitation_days"))
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
