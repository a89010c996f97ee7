"""Whose texts a member checks: the bureau's, or those of a school or town it works in."""

from collections.abc import Sequence
from typing import NamedTuple

from youju.desk.scope import BUREAU, LOCAL
from youju.errors import NotAllowed, NotFound
from youju.orgs.members import Member
from youju.orgs.tree import home_unit
from youju.orgs.units import Unit
from youju.records.rights import own_units, reached_units


class Whose(NamedTuple):
    """The unit that a text is of, and those that it may be of instead, itself among them."""

    unit: Unit
    units: Sequence[Unit]

    @classmethod
    def of(cls, member: Member, code: str = "") -> "Whose":
        """Whose text a member checks: of the unit named, else of the first of those it may be of.

        Raises NotAllowed for who checks no texts, NotFound for a unit whose texts are not the member's business.
        """
        units = units_of(member)
        if not units:
            raise NotAllowed()
        unit = next((one for one in units if one.code == code), None) if code else units[0]
        if unit is None:
            raise NotFound()
        return cls(unit, units)


def units_of(member: Member) -> list[Unit]:
    """The units whose texts a member checks: the bureau's come first, then those of the units it works in."""
    home = home_unit()
    bureau = home.pk in reached_units(member, *BUREAU)
    own = own_units(member, *LOCAL) if bureau else own_units(member, *LOCAL, *BUREAU)
    others = Unit.objects.filter(pk__in=own - {home.pk}).order_by("code").prefetch_related("aliases")
    first = member.unit_id
    return [*([home] if bureau else []), *sorted(others, key=lambda one: one.pk != first)]
