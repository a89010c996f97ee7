"""An application as a unit might make it."""

from datetime import date
from decimal import Decimal
from typing import Any

from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.units import Unit
from youju.records.accreditation.application.campaign_verbs import campaign_call
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.checklist.criteria import Asked
from youju.records.accreditation.checklist.verbs import checklist_add
from youju.records.rights import workers


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for a campaign that is open, by a list of two criteria."""
    campaign = Campaign.objects.first() or _campaign()
    return {
        "unit": unit,
        "title": "青山小学申报市级文明校园",
        "happened": clock.today(),
        "owner": workers(unit.pk)[0],
        "campaign": campaign,
        "carries": True,
        "note": "首次申报",
    }


def _campaign() -> Campaign:
    criteria = (
        Asked("1", "校园文化"), Asked("1.1", "走廊展示学生作品", Decimal(6)), Asked("1.2", "校园广播", Decimal(4)),
    )  # fmt: skip
    values = {"name": "文明校园测评细则", "sort": "civilised_campus", "issuer": "青岚省", "city": 80}
    today = clock.today()
    called = {
        "name": "市级文明校园创建", "checklist": checklist_add(values=values, actor=CONSOLE, criteria=criteria),
        "level": "city", "begins": today.replace(day=1), "until": today.replace(month=12, day=31), "who": "schools",
    }  # fmt: skip
    return campaign_call(values=called, actor=CONSOLE)
