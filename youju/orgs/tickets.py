"""Tickets: a code given to one person that opens one thing, without an account.

The code is shown once, where it is made; only its digest is kept, so nobody reads it from the database or the log.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from youju.errors import NotFound
from youju.lib import clock
from youju.lib.codes import LETTERS, code_digest, new_code
from youju.orgs import audit
from youju.orgs.actors import HOLDER, SYSTEM, Actor

# For so long a ticket that is over can still be looked up by an administrator.
_KEPT = timedelta(days=30)


class TicketInvalid(NotFound):
    """One sentence for unknown, expired, used up and of another purpose: the answer tells a guesser nothing."""

    code = "ticket-invalid"
    sentence = _("This link or code does not hold: it was used, has run out or was mistyped. Ask for a new one.")


class Purpose(models.TextChoices):
    """What a ticket opens. The page for each is declared in desk/account/ticket_handlers.py."""

    INVITATION = "invitation", _("invitation to set a password")
    SIGN_IN = "sign_in", _("sign-in at a session")
    SURVEY = "survey", _("survey")
    GUEST = "guest", _("guest")
    EXPERT = "expert", _("outside expert")
    ASKER = "asker", _("somebody who asked")
    GUARDIAN = "guardian", _("guardian")
    FEED = "feed", _("calendar feed")
    SETUP = "setup", _("setting the bureau up")
    DOWNLOAD = "download", _("download that was paid")
    REDEEM = "redeem", _("redemption code")


class Ticket(models.Model):
    """ref: what it opens (a member's token, a record's ref); scope: which part of it; expires: from then on closed."""

    digest = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose.choices)
    ref = models.CharField(max_length=40, db_index=True)
    scope = models.CharField(max_length=80, blank=True)
    expires = models.DateTimeField(_("expires"))
    uses_left = models.PositiveIntegerField(_("uses left"))
    made_by = models.CharField(_("made by"), max_length=16)
    made_at = models.DateTimeField(_("made at"), default=clock.now)

    class Meta:
        verbose_name = _("ticket")
        verbose_name_plural = _("tickets")

    def __str__(self) -> str:
        return f"ticket-{self.pk}"


@transaction.atomic
def ticket_make(
    *,
    purpose: Purpose,
    ref: str,
    expires: datetime,
    actor: Actor,
    scope: str = "",
    uses: int = 1,
    letters: int = LETTERS,
) -> str:
    """Make a ticket and return its code, which is nowhere to be read again.

    letters: how long the code is. Eight are for what is typed from paper, ends soon and is guarded against guessing.
    """
    code = new_code(letters)
    ticket = Ticket.objects.create(
        digest=code_digest(code),
        purpose=purpose,
        ref=ref,
        scope=scope,
        expires=expires,
        uses_left=uses,
        made_by=actor.token,
    )
    detail = {"purpose": purpose.value, "ref": ref, "uses": uses, "expires": expires.isoformat()}
    audit.write(actor=actor, action="ticket.make", target=str(ticket), **detail)
    return code


@transaction.atomic
def tickets_make(
    *, purpose: Purpose, ref: str, scopes: Sequence[str], expires: datetime, actor: Actor, letters: int = LETTERS
) -> list[str]:
    """Make a ticket of one use for each scope and return the codes, in that order; one audit row tells how many.

    The rows lie in the order of their digests and were all made at one moment: neither id nor time tells which code
    was printed where.
    """
    codes, made_at = [new_code(letters) for _scope in scopes], clock.now()
    tickets = [
        Ticket(
            digest=code_digest(code), purpose=purpose, ref=ref, scope=scope, expires=expires, uses_left=1,
            made_by=actor.token, made_at=made_at,
        )
        for code, scope in zip(codes, scopes, strict=True)
    ]  # fmt: skip
    Ticket.objects.bulk_create(sorted(tickets, key=lambda ticket: ticket.digest))
    audit.write(actor=actor, action="tickets.make", target=ref, purpose=purpose.value, count=len(codes))
    return codes


@transaction.atomic
def ticket_grant(*, digest: str, purpose: Purpose, ref: str, expires: datetime, uses: int, actor: Actor) -> Ticket:
    """Make a ticket of a code that its holder has already, by the digest of that code.

    Raises IntegrityError where the code has a ticket: nothing is granted twice.
    """
    ticket = Ticket.objects.create(
        digest=digest, purpose=purpose, ref=ref, expires=expires, uses_left=uses, made_by=actor.token
    )
    detail = {"purpose": purpose.value, "ref": ref, "uses": uses, "expires": expires.isoformat()}
    audit.write(actor=actor, action="ticket.make", target=str(ticket), **detail)
    return ticket


def ticket_of(code: str) -> Ticket:
    """The ticket of a code, not used by being looked at. Raises TicketInvalid unless it holds."""
    ticket = _holding(code).first()
    if ticket is None:
        raise TicketInvalid()
    return ticket


@transaction.atomic
def ticket_burn(*, code: str, purpose: Purpose) -> Ticket:
    """Use a ticket once, in the transaction of what it is used for. Raises TicketInvalid unless it holds.

    One statement decides, so that of many who press at once no more get in than the ticket has uses.
    """
    if not _holding(code).filter(purpose=purpose).update(uses_left=F("uses_left") - 1):
        raise TicketInvalid()
    ticket = Ticket.objects.get(digest=code_digest(code))
    audit.write(actor=HOLDER, action="ticket.burn", target=str(ticket), purpose=purpose.value, ref=ticket.ref)
    return ticket


@transaction.atomic
def ticket_spend(*, code: str, purpose: Purpose) -> str:
    """Use up a ticket of one use so that nothing tells of it, neither a row of its own nor one of the audit; its scope.

    For what is answered without a name: whoever counts the answers counts the tickets too. In the transaction of what
    it is used for. Raises TicketInvalid unless it holds.
    """
    ticket = _holding(code).filter(purpose=purpose).first()
    if ticket is None or not Ticket.objects.filter(pk=ticket.pk).delete()[0]:
        raise TicketInvalid()
    return ticket.scope


@transaction.atomic
def tickets_drop(*, purpose: Purpose, ref: str, actor: Actor, scope: str | None = None) -> int:
    """Delete the tickets that open this and were not spent, of one scope where it is named; one audit row; how many."""
    tickets = Ticket.objects.filter(purpose=purpose, ref=ref)
    count = (tickets if scope is None else tickets.filter(scope=scope)).delete()[0]
    audit.write(actor=actor, action="tickets.drop", target=ref, purpose=purpose.value, count=count)
    return count


@transaction.atomic
def tickets_extend(*, purpose: Purpose, ref: str, expires: datetime, actor: Actor) -> None:
    """Let all tickets that open this hold until another moment."""
    Ticket.objects.filter(purpose=purpose, ref=ref).update(expires=expires)
    audit.write(actor=actor, action="tickets.extend", target=ref, purpose=purpose.value, expires=expires.isoformat())


@transaction.atomic
def ticket_revoke(*, ticket: Ticket, actor: Actor) -> None:
    """Close a ticket before its time. One that is over already stays as it is."""
    if Ticket.objects.filter(pk=ticket.pk, uses_left__gt=0).update(uses_left=0):
        audit.write(actor=actor, action="ticket.revoke", target=str(ticket), purpose=ticket.purpose, ref=ticket.ref)


def tickets_revoke(*, purpose: Purpose, ref: str, actor: Actor) -> None:
    """Close every ticket of a purpose that opens this, waiting for whoever is using one."""
    for ticket in Ticket.objects.select_for_update().filter(purpose=purpose, ref=ref, uses_left__gt=0):
        ticket_revoke(ticket=ticket, actor=actor)


@transaction.atomic
def tickets_prune() -> int:
    """Delete the tickets that ran out a month ago; one audit row says what they opened. How many there were."""
    old = Ticket.objects.filter(expires__lt=clock.now() - _KEPT)
    opened = sorted(set(old.values_list("ref", flat=True)))
    count = old.delete()[0]
    if count:
        audit.write(actor=SYSTEM, action="tickets.prune", target="tickets", count=count, refs=opened)
    return count


def _holding(code: str) -> models.QuerySet[Ticket]:
    return Ticket.objects.filter(digest=code_digest(code), expires__gt=clock.now(), uses_left__gt=0)
