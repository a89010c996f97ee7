"""Calls that wait for the nominations of a member's units: no other page tells a school that it has a place."""

from typing import NamedTuple

from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.records.honours.round.models import Quota, Round
from youju.records.honours.round.moves import RoundState
from youju.records.honours.round.nominating import TAKING
from youju.records.rights import own_units


class Call(NamedTuple):
    """places: of one unit of the member's. taken: how many of them are."""

    round: Round
    places: int
    taken: int


def calls_in_hand(member: Member) -> list[Call]:
    """Those that take nominations today and leave a unit of the member's a place, the first to close first."""
    units = own_units(member, Role.LIAISON, section="honours")
    open_ones = Round.objects.filter(state=RoundState.COLLECTING, due_on__gte=clock.today())
    quotas = Quota.objects.filter(record__in=open_ones, unit__in=units).select_related("record")
    calls = [
        Call(quota.record, quota.places, _taken(quota)) for quota in quotas.order_by("record__due_on", "record", "unit")
    ]
    return [call for call in calls if call.taken < call.places]


def _taken(quota: Quota) -> int:
    return quota.record.nominations.filter(unit=quota.unit_id, state__in=TAKING).count()
