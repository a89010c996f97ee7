"""What a unit says of one criterion: written down at once, with what supports it."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from django.db import transaction

from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.lib.text import visible
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import in_full
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


class Said(NamedTuple):
    """What a unit says of one criterion. cites: ids of the application's materials."""

    criterion: Criterion
    grade: str = ""
    not_applicable: bool = False
    why: str = ""
    note: str = ""
    cites: Collection[int] = ()


def answer_write(*, application: Application, said: Said, actor: Member) -> Answer:
    """Write the answer to one criterion in the place of the one before. Raises as ``answers_write``."""
    return answers_write(application=application, said=[said], actor=actor)[0]


@transaction.atomic
def answers_write(*, application: Application, said: Sequence[Said], actor: Member) -> list[Answer]:
    """Write the answers to different criteria, each in the place of the one before: all of them, or none.

    Raises NotAllowed, NotAssessing, CampaignOver, NotFound for a criterion or material of another application,
    GradeMissing, WhyMissing, MaterialVoid, TooLong.
    """
    require_assessing(application, actor)
    answers = Answer.objects.bulk_create(
        [_answer(application, each) for each in said],
        update_conflicts=True, unique_fields=["application", "criterion"],
        update_fields=["grade", "not_applicable", "why", "note", "copied"],
    )  # fmt: skip
    _cite(application, dict(zip((answer.pk for answer in answers), (set(each.cites) for each in said), strict=True)))
    audit.write_each(
        action="application.answer", done=[(actor, application.ref, {"no": each.criterion.no}) for each in said]
    )
    return answers


def _answer(application: Application, said: Said) -> Answer:
    criterion = said.criterion
    if criterion.checklist_id != application.checklist_id:
        raise NotFound()
    why, note = in_full(visible(said.why).strip(), 200), in_full(visible(said.note).strip(), 600)
    if said.not_applicable:
        if not why:
            raise WhyMissing(no=criterion.no)
        return Answer(application=application, criterion=criterion, not_applicable=True, why=why, note=note)
    if said.grade not in GRADES:
        raise GradeMissing(no=criterion.no)
    return Answer(application=application, criterion=criterion, grade=said.grade, note=note)


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


def _cite(application: Application, cites: Mapping[int, set[int]]) -> None:
    """Let each answer cite just these materials. cites: their ids by that of the answer."""
    every = Material.objects.filter(application=application, pk__in=set().union(*cites.values()))
    materials = {each.pk: each for each in every.select_related("record", "attachment")}
    wanted = [(answer, pk) for answer, some in cites.items() for pk in sorted(some)]
    there = {(each.answer_id, each.material_id): each.pk for each in Citation.objects.filter(answer__in=cites)}
    for _answer, pk in (each for each in wanted if each not in there):
        if pk not in materials:
            raise NotFound()
        if not materials[pk].stands:
            raise MaterialVoid(name=materials[pk])
    Citation.objects.filter(pk__in=[there[each] for each in there.keys() - set(wanted)]).delete()
    Citation.objects.bulk_create(
        Citation(answer_id=answer, material_id=pk) for answer, pk in wanted if (answer, pk) not in there
    )
