"""What supports an application: files and records put among its materials once, and declared void where they fall."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason
from youju.records.accreditation.application.answer_verbs import require_assessing
from youju.records.accreditation.application.answers import Material
from youju.records.accreditation.application.errors import MaterialVoid, NotOfTheUnit
from youju.records.accreditation.application.models import Application
from youju.records.alerts import AlertSort, alert
from youju.records.heads.beside import Arrived, put_beside, same_beside
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.rights import may_record


@transaction.atomic
def materials_add(
    *, application: Application, files: Iterable[Arrived], actor: Member, role: str = ""
) -> list[Material]:
    """Put files among the materials, each content once: what is there already is given back.

    Raises NotAllowed, NotAssessing, CampaignOver.
    """
    require_assessing(application, actor)
    found = []
    for file, name, original in files:
        there = same_beside(application, file=file)
        attachment = there or put_beside(
            application, actor=actor, file=file, name=name, original=original, role=role
        )  # fmt: skip
        material, _new = Material.objects.get_or_create(application=application, attachment=attachment)
        found.append(material)
    return found


@transaction.atomic
def record_cite(*, application: Application, record: Ledgered, actor: Member) -> Material:
    """Put a verified record of the unit among the materials. Raises NotOfTheUnit, NotAllowed, NotAssessing."""
    require_assessing(application, actor)
    if record.unit_id != application.unit_id or record.state != State.VERIFIED:
        raise NotOfTheUnit(title=record.title)
    material, new = Material.objects.get_or_create(application=application, record=record)
    if new:
        audit.write(actor=actor, action="application.cite", target=application.ref, record=record.ref)
    return material


def citable(application: Application, readable: "QuerySet[Ledgered]") -> "QuerySet[Ledgered]":
    """The verified records of the unit, the newest first. readable: what whoever cites them may read."""
    return readable.filter(unit=application.unit_id, state=State.VERIFIED).order_by("-happened", "-pk")


@transaction.atomic
def material_void(*, material: Material, actor: Member, reason: str) -> None:
    """Declare a material void: it supports nothing any more, in every criterion that cites it, and the score says so.

    The unit and the bureau may, whatever state the application is in. Raises NotAllowed, ReasonMissing, TooLong,
    MaterialVoid.
    """
    reason = given_reason(reason, most=200)
    application = material.application
    if not may_record(actor, application.unit_id, application.section):
        raise NotAllowed()
    voided = Material.objects.filter(pk=material.pk, voided_at=None)
    if not material.stands or not voided.update(voided_at=clock.now(), void_reason=reason):
        raise MaterialVoid(name=material)
    criteria = list(material.citations.values_list("answer__criterion__no", flat=True))
    audit.write(
        actor=actor, action="application.void-material", target=application.ref, reason=reason, criteria=criteria
    )
    alert(told=[(application.owner or application.author, application.ref)], sort=AlertSort.VOIDED, actor=actor)
