"""What a unit says of one criterion: written down at once, with what supports it."""

from collections.abc import Collection

from django.db import transaction

from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.lib.text import visible
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.accreditation.application.answers import Answer, Citation, Material
from youju.records.accreditation.application.errors import (
    CampaignOver,
    GradeMissing,
    MaterialVoid,
    NotAssessing,
    WhyMissing,
)
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ASSESSING
from youju.records.accreditation.checklist.criteria import GRADES
from youju.records.accreditation.checklist.models import Criterion
from youju.records.heads.moving import hold_heads
from youju.records.rights import may_record


@transaction.atomic
def answer_write(
    *,
    application: Application,
    criterion: Criterion,
    actor: Member,
    grade: str = "",
    not_applicable: bool = False,
    why: str = "",
    note: str = "",
    cites: Collection[int] = (),
) -> Answer:
    """Write the answer to one criterion in the place of the one before. cites: ids of the application's materials.

    Raises NotAllowed, NotAssessing, CampaignOver, NotFound for a criterion or material of another application,
    GradeMissing, WhyMissing, MaterialVoid.
    """
    require_assessing(application, actor)
    if criterion.checklist_id != application.checklist_id:
        raise NotFound()
    why, note = visible(why).strip()[:200], visible(note).strip()[:600]
    if not_applicable and not why:
        raise WhyMissing(no=criterion.no)
    if not not_applicable and grade not in GRADES:
        raise GradeMissing(no=criterion.no)
    said = {"grade": "" if not_applicable else grade, "not_applicable": not_applicable,
            "why": why if not_applicable else "", "note": note, "copied": False}  # fmt: skip
    answer, _new = Answer.objects.update_or_create(application=application, criterion=criterion, defaults=said)
    _cite(answer, application, cites)
    audit.write(actor=actor, action="application.answer", target=application.ref, no=criterion.no)
    return answer


def require_assessing(application: Application, actor: Member) -> None:
    """Hold the application while the unit writes its self-assessment. Raises NotAllowed, NotAssessing, CampaignOver."""
    application_hold(application)
    if not may_record(actor, application.unit_id, application.section):
        raise NotAllowed()
    if application.state not in ASSESSING:
        raise NotAssessing(title=application.title, state=application.state_label)
    campaign = type(application.campaign).objects.get(pk=application.campaign_id)
    if clock.today() > campaign.until:
        raise CampaignOver(campaign=campaign, day=campaign.until)


def application_hold(application: Application) -> None:
    """Keep its head to the end of the transaction, as every verb does, and read how far it has come meanwhile."""
    hold_heads([application])
    application.refresh_from_db(fields=["state", "version", "due_on"])


def _cite(answer: Answer, application: Application, cites: Collection[int]) -> None:
    """Let the answer cite just these materials."""
    materials = Material.objects.filter(application=application, pk__in=list(cites))
    found: dict[int, Material] = {each.pk: each for each in materials.select_related("record", "attachment")}
    if found.keys() != set(cites):
        raise NotFound()
    there = {citation.material_id for citation in Citation.objects.filter(answer=answer)}
    for pk in found.keys() - there:
        if not found[pk].stands:
            raise MaterialVoid(name=found[pk])
        Citation.objects.create(answer=answer, material=found[pk])
    if there - found.keys():
        Citation.objects.filter(answer=answer).exclude(material__in=found).delete()
