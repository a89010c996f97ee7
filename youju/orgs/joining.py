"""Who has joined: for each account whether its invitation is out, has run out, or was accepted."""

from django.db import models
from django.db.models import Case, Exists, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.actors import Actor
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tickets import Purpose, Ticket
from youju.orgs.tree import reach, this_month
from youju.orgs.units import Unit

_NO_PASSWORD = Q(password__startswith="!")  # what Django writes where there is none


class Joining(models.TextChoices):
    JOINED = "joined", _("joined")
    INVITED = "invited", _("invited")
    EXPIRED = "expired", _("invitation ran out")
    NOT_INVITED = "not_invited", _("not invited yet")
    CLOSED = "closed", _("account closed")


def members_with_joining(members: QuerySet[Member]) -> QuerySet[Member]:
    """The members with ``joining``, and with ``invited_until`` where an invitation of theirs still holds."""
    tickets = Ticket.objects.filter(purpose=Purpose.INVITATION, ref=OuterRef("token"))
    holding = tickets.filter(uses_left__gt=0, expires__gt=clock.now())
    newest = holding.order_by().values("ref").annotate(until=Max("expires")).values("until")
    state = Case(
        When(is_active=False, then=Value(Joining.CLOSED.value)),
        When(~_NO_PASSWORD, then=Value(Joining.JOINED.value)),
        When(Exists(holding), then=Value(Joining.INVITED.value)),
        When(Exists(tickets), then=Value(Joining.EXPIRED.value)),
        default=Value(Joining.NOT_INVITED.value),
        output_field=models.CharField(),
    )
    return members.annotate(joining=state, invited_until=Subquery(newest))


def members_for(actor: Actor) -> QuerySet[Member]:
    """The members who are somebody's to look after: all for the command line, those in reach for an administrator."""
    if not isinstance(actor, Member):
        return Member.objects.all()
    own = actor.roles().get(Role.ADMIN, set())
    return Member.objects.filter(Q(unit__in=reach(own, this_month())) | Q(unit=None)) if own else Member.objects.none()


def members_to_invite(*, actor: Actor, role: str, unit: Unit | None = None, again: bool = False) -> QuerySet[Member]:
    """Who holds a role now or later and has not joined, by unit.

    unit: only those of it; again: also those whose invitation still holds.
    """
    grants = _grants(role, unit)
    wanted = [Joining.NOT_INVITED, Joining.EXPIRED, *([Joining.INVITED] if again else [])]
    members = members_for(actor).filter(pk__in=grants.values("member"))
    return (
        members_with_joining(members).filter(Q(joining__in=wanted)).select_related("unit").order_by("unit__code", "pk")
    )


def is_held(*, role: str, unit: Unit | None = None) -> bool:
    """Whether anybody holds a role now or later; in one unit, where it is named."""
    return _grants(role, unit).exists()


def _grants(role: str, unit: Unit | None) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.not_over(clock.today()).filter(role=role, **({"unit": unit} if unit else {}))
