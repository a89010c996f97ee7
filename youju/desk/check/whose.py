"""Whose texts a member checks: the bureau's, those of a school or town it works in, and of all below that."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Q

from youju.desk.scope import BUREAU, LOCAL
from youju.errors import NotAllowed, NotFound
from youju.orgs.members import Member
from youju.orgs.tree import home_unit, standing, this_month, timeline
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
    """The units whose texts a member checks: the bureau's come first, then the units it works in, then those below."""
    home, reached = home_unit(), reached_units(member, *BUREAU)
    own = own_units(member, *LOCAL) if home.pk in reached else own_units(member, *LOCAL, *BUREAU)
    month = this_month()
    below = timeline().below([home.code], month).intersection(standing(month))  # another bureau's texts are its own
    asked = Q(pk__in=own) | Q(pk__in=reached, code__in=below)
    units = Unit.objects.filter(asked).order_by("code").prefetch_related("aliases")
    place = {home.pk: 0, member.unit_id: 1} | dict.fromkeys(own - {home.pk, member.unit_id}, 2)
    return sorted(units, key=lambda one: place.get(one.pk, 3))
