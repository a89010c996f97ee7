"""Who sees a check of the gate and who decides on one."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from youju.errors import NotFound
from youju.gate.checks import Check, CheckState
from youju.gate.outgoing import Purpose
from youju.orgs.members import Member, Role
from youju.orgs.reaching import reach_of

_DECIDING = (Role.OFFICER, Role.SIGNER)
_WAITING = (CheckState.HELD, CheckState.ASKED, CheckState.REFUSED)
_OPEN = (CheckState.PASSED, CheckState.THROUGH)


def checks_for(member: Member) -> QuerySet[Check]:
    """What the member handed in, and what lies in the reach of an officer or signing leader."""
    mine = Q(asked_by=member) | Q(pleaded_by=member)
    return Check.objects.filter(mine | Q(unit__in=_reached(member))).select_related("unit", "asked_by", "pleaded_by")


def waiting_for(member: Member) -> QuerySet[Check]:
    """What the gate holds of it; not what was mended and went out since. Of evidence each file is by itself."""
    newer = Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk"))
    same = Check.objects.filter(newer, purpose=OuterRef("purpose"), ref=OuterRef("ref"))
    out = same.filter(Q(title=OuterRef("title")) | ~Q(purpose=Purpose.EVIDENCE), state__in=_OPEN)
    return checks_for(member).filter(~Exists(out), state__in=_WAITING)


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
