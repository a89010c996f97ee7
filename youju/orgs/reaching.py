"""How far a role reaches: to the unit it is held in, or to all below it."""

from collections.abc import Iterable

from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import ancestor, reach, this_month
from youju.orgs.units import UnitKind


def top_of(grant: RoleGrant) -> int:
    """The unit below which a bureau role reaches: an office's officer works for the whole county."""
    if grant.role == Role.OFFICER and grant.unit.kind == UnitKind.OFFICE:
        county = ancestor(grant.unit, UnitKind.COUNTY, this_month())
        return county.pk if county else grant.unit_id
    return grant.unit_id


def reach_of(member: Member, grants: Iterable[RoleGrant]) -> set[int]:
    """Ids of the units that bureau roles are held in, and of all below them in the present tree. Kept."""
    tops = frozenset(top_of(grant) for grant in grants)
    cache: dict[frozenset[int], set[int]] = member.__dict__.setdefault("_reached", {})
    if tops not in cache:
        cache[tops] = reach(set(tops), this_month()) if tops else set()
    return cache[tops]
