"""To which units a call goes, those that nominate and the towns between that review; who is asked, and who sees how
far they are.

Selections are those of the models, which ask here.
"""

from collections import Counter
from typing import Any

from youju.lib import clock
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import parent, this_month
from youju.orgs.units import Unit, UnitKind
from youju.records.honours.round.nominating import TAKING
from youju.records.rights import reached_units

_SEES = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)


def units_called(round: Any) -> list[Unit]:
    """Each unit with a place, and where the call asks for it the town that it lies in."""
    placed = [quota.unit for quota in round.quotas.select_related("unit") if quota.places]
    towns = {town.pk: town for unit in placed if (town := reviewing_town(round, unit)) is not None}
    return [*placed, *towns.values()]


def asked_to_nominate(round: Any) -> list[Member]:
    """The liaisons of the units that have a place left."""
    taken = Counter(round.nominations.filter(state__in=TAKING).values_list("unit", flat=True))
    left = [quota.unit_id for quota in round.quotas.all() if quota.places > taken[quota.unit_id]]
    grants = RoleGrant.objects.current(clock.today()).filter(role=Role.LIAISON, unit__in=left)
    held = grants.filter(member__is_active=True).select_related("member")
    return [grant.member for grant in held if grant.covers(round.section)]


def reviewing_town(round: Any, unit: Unit) -> Unit | None:
    """The town whose review the call asks for, where a nominating unit lies in one."""
    above = parent(unit, this_month()) if round.by_town else None
    return above if above is not None and above.kind == UnitKind.TOWN else None


def seen_by(round: Any, member: Member) -> set[int] | None:
    """The ids of the units of which a member sees how far they are: what a town reaches; none for a school.

    None: of all of them, for whoever runs the selection.
    """
    reached = reached_units(member, *_SEES, section=round.section)
    if round.unit_id in reached:
        return None
    reviews = round.by_town and round.partners.filter(pk__in=reached, kind=UnitKind.TOWN).exists()
    return reached if reviews else set()
