"""Who sees a check of the gate and who decides on one."""

from django.db.models import Q, QuerySet

from youju.errors import NotFound
from youju.gate.checks import Check
from youju.orgs.members import Member, Role
from youju.orgs.reaching import reach_of

_DECIDING = (Role.OFFICER, Role.SIGNER)


def checks_for(member: Member) -> QuerySet[Check]:
    """What the member handed in, and what lies in the reach of an officer or signing leader."""
    mine = Q(asked_by=member) | Q(pleaded_by=member)
    return Check.objects.filter(mine | Q(unit__in=_reached(member))).select_related("unit", "asked_by", "pleaded_by")


def get_check_for(member: Member, digest: str) -> Check:
    """Raises NotFound where there is none, or it is not the member's to see."""
    check = checks_for(member).filter(digest=digest).first()
    if check is None:
        raise NotFound()
    return check


def may_decide(member: Member, check: Check) -> bool:
    """Whether the member is the second person: an officer or leader in reach who neither handed it in nor asked."""
    return check.unit_id in _reached(member) and member.pk not in (check.asked_by_id, check.pleaded_by_id)


def _reached(member: Member) -> set[int]:
    return reach_of(member, [grant for grant in member.held() if grant.role in _DECIDING])
