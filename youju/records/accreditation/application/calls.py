"""Campaigns that wait for a member's units to apply: no other page tells a school that one was called."""

from typing import NamedTuple

from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.orgs.units import Unit
from youju.records.accreditation.application.campaigns import Campaign, open_campaigns
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ApplicationState
from youju.records.rights import own_units


class Invited(NamedTuple):
    """unit: one of the member's that may apply and has not."""

    campaign: Campaign
    unit: Unit


def campaigns_in_hand(member: Member) -> list[Invited]:
    """Those that take applications today, the first to close first; one that the bureau fills itself is left out."""
    units = Unit.objects.filter(pk__in=own_units(member, Role.LIAISON, section="accreditation")).order_by("code")
    campaigns = open_campaigns(clock.today()).filter(by_bureau=False).order_by("until", "name") if units else ()
    found = (
        Application.objects.filter(campaign__in=campaigns, unit__in=units) if campaigns else Application.objects.none()
    )
    applied = set(found.exclude(state=ApplicationState.WITHDRAWN).values_list("campaign", "unit"))
    return [
        Invited(campaign, unit)
        for campaign in campaigns
        for unit in units
        if (campaign.pk, unit.pk) not in applied and not campaign.refuses(unit)
    ]
