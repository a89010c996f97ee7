"""Reminding: which dues come near, and who is told of a due."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet

from youju.lib import clock
from youju.orgs.actors import Actor
from youju.orgs.members import Member, Role, RoleGrant
from youju.plans.dues import Due, DueState
from youju.records.alerts import AlertSort, alert

# Told three days before: time to do it, and not yet forgotten.
_AHEAD = timedelta(days=3)


def nearing(day: date) -> list[str]:
    """What falls due within three days and is not met: a key for each item and day."""
    rows = _near(day).order_by().values_list("item__ref", "due_on").distinct()
    return sorted(f"{ref}#soon-{due_on}" for ref, due_on in rows)


@transaction.atomic
def dues_remind(*, key: str, actor: Actor) -> int:
    """Tell the liaisons of whoever has not met what one item asks by one day; gives how many dues that were."""
    ref, _hash, rest = key.partition("#soon-")
    dues = list(_near(clock.today()).filter(item__ref=ref, due_on=date.fromisoformat(rest)))
    alert(told=liaisons_of(dues), sort=AlertSort.DUE_SOON, actor=actor)
    return len(dues)


def liaisons_of(dues: Iterable[Due]) -> Iterator[tuple[Member, str]]:
    """Each due with each liaison of its unit who has to do with its section."""
    dues = list(dues)
    grants: dict[int, list[RoleGrant]] = defaultdict(list)
    held = RoleGrant.objects.current(clock.today()).filter(role=Role.LIAISON, member__is_active=True)
    for grant in held.filter(unit__in={due.unit_id for due in dues}).select_related("member"):
        grants[grant.unit_id].append(grant)
    for due in dues:
        members = {grant.member_id: grant.member for grant in grants[due.unit_id] if grant.covers(due.section)}
        yield from ((member, due.ref) for member in members.values())


def _near(day: date) -> QuerySet[Due]:
    begun = Due.objects.filter(state=DueState.DUE, fallen=False, first__lte=day)
    return begun.filter(due_on__gte=day, due_on__lte=day + _AHEAD)
