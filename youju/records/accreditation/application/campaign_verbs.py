"""What can be done with campaigns: call units to apply, and write a campaign otherwise."""

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed, YoujuError
from youju.lib.name_codes import code_of
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.errors import NameMissing, TooEarly
from youju.orgs.members import Member
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ASSESSING
from youju.records.accreditation.checklist.errors import NoCriteria, NoLine
from youju.records.accreditation.checklist.verbs import may_keep

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")


class CampaignCodeTaken(Conflict):
    code = "code-taken"
    sentence = _("There is a campaign of this code or name already. Choose another, or go on with that one.")


class UnfitCampaignCode(YoujuError):
    code, status = "unfit-code-form", 422
    sentence = _("“%(code)s” cannot be a code: small letters, digits and hyphens only, at most 30.")


class CampaignBegun(Conflict):
    code = "campaign-begun"
    sentence = _(
        "Units have applied in “%(campaign)s” already, so its level stays. A newer checklist is for those who apply "
        "from now on."
    )


@transaction.atomic
def campaign_call(*, values: Mapping[str, Any], actor: Actor, code: str = "") -> Campaign:
    """Call units to apply. values: its columns.

    Raises NotAllowed, NameMissing, TooEarly, NoCriteria, NoLine, UnfitCampaignCode, CampaignCodeTaken.
    """
    _require_keeper(actor)
    taken = set(Campaign.objects.values_list("code", flat=True))
    code = code or code_of(values["name"], taken, longest=24).replace("_", "-")
    if not _CODE.fullmatch(code):
        raise UnfitCampaignCode(code=code)
    if code in taken:
        raise CampaignCodeTaken()
    campaign = Campaign(code=code)
    _write(campaign, values)
    audit.write(actor=actor, action="campaign.call", target=f"campaign/{code}", code=code)
    return campaign


@transaction.atomic
def campaign_change(*, campaign: Campaign, values: Mapping[str, Any], actor: Actor) -> None:
    """Write a campaign otherwise. Who has applied keeps the checklist; a later last day holds for them too.

    Raises NotAllowed, NameMissing, TooEarly, NoCriteria, NoLine, CampaignCodeTaken, CampaignBegun.
    """
    _require_keeper(actor)
    held = Campaign.objects.select_for_update().get(pk=campaign.pk)
    applied = Application.objects.filter(campaign=held)
    if applied.exists() and values.get("level", held.level) != held.level:
        raise CampaignBegun(campaign=held)
    _write(held, values)
    applied.filter(state__in=ASSESSING).update(due_on=held.until)
    audit.write(actor=actor, action="campaign.change", target=f"campaign/{held.code}", code=held.code)
    campaign.refresh_from_db()


def _write(campaign: Campaign, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(campaign, name, one_line(value) if isinstance(value, str) else value)
    if not campaign.name:
        raise NameMissing()
    if campaign.until < campaign.begins:
        raise TooEarly(day=campaign.until)
    if not campaign.checklist.criteria.exists():
        raise NoCriteria(name=campaign.checklist)
    if not campaign.line:
        raise NoLine(name=campaign.checklist.name)
    if Campaign.objects.filter(name=campaign.name).exclude(pk=campaign.pk).exists():
        raise CampaignCodeTaken()
    campaign.save()


def _require_keeper(actor: Actor) -> None:
    if isinstance(actor, Member) and not may_keep(actor):
        raise NotAllowed()
