"""What is noted when somebody logs in or out, changes the password, or ends log-ins elsewhere."""

from django.contrib.sessions.models import Session
from django.db import transaction

from youju.orgs import audit
from youju.orgs.actors import NOBODY
from youju.orgs.invitations import invitations_close
from youju.orgs.log_ins import OpenLogIn
from youju.orgs.members import Member


@transaction.atomic
def log_in_note(*, member: Member, session: str, address: str, browser: str) -> None:
    """Note a log-in that has begun, with what recognises it."""
    OpenLogIn.objects.create(session=session, member=member, address=address[:45], browser=browser[:80])
    audit.write(actor=member, action="log-in", target=member.token, address=address, browser=browser)


@transaction.atomic
def log_in_failed_note(*, username: str, address: str) -> None:
    """Note a wrong password. A name that nobody logs in by is not kept: it may be a password typed a line too high."""
    token = Member.objects.filter(username=username).values_list("token", flat=True).first()
    audit.write(actor=NOBODY, action="log-in.failed", target=token or "unknown", address=address)


@transaction.atomic
def log_out_note(*, member: Member, session: str) -> None:
    """Note that a member logged out."""
    OpenLogIn.objects.filter(session=session).delete()
    audit.write(actor=member, action="log-out", target=member.token)


@transaction.atomic
def password_change_note(*, member: Member, before: str, session: str) -> None:
    """Note that a member changed the own password: log-ins elsewhere and open cards end, this one has a new key.

    before, session: the session's key until now and from now on.
    """
    OpenLogIn.objects.filter(session=before).update(session=session)
    audit.write(actor=member, action="member.password", target=member.token)
    invitations_close(member=member, actor=member)
    _end_others(member, session)


@transaction.atomic
def other_log_ins_end(*, member: Member, session: str) -> int:
    """End the log-ins of a member but one, and say how many there were."""
    ended = _end_others(member, session)
    if ended:
        audit.write(actor=member, action="log-in.end", target=member.token, ended=ended)
    return ended


def _end_others(member: Member, session: str) -> int:
    others = member.open_log_ins.exclude(session=session)
    Session.objects.filter(session_key__in=others.values("session")).delete()
    return others.delete()[0]
