"""Beginning with the last application: answers go over by the number of their criterion, with what they cite."""

from collections.abc import Iterable
from typing import NamedTuple

from youju.orgs.members import Member
from youju.records.accreditation.application.answers import Answer, Citation, Material
from youju.records.accreditation.application.marks import answers_of
from youju.records.accreditation.checklist.models import Checklist, Criterion
from youju.records.heads.beside import put_beside
from youju.records.heads.ledgered import Ledgered


class Unmatched(NamedTuple):
    """gone: criteria of the last list that were answered and have no counterpart in the new one; new: those of the new
    one that the last did not have.
    """

    gone: list[Criterion]
    new: list[Criterion]


def carry_forward(*, earlier: Ledgered, later: Ledgered, checklist: Checklist, actor: Member) -> None:
    """Copy the answers of one application to the next, each to be looked at again; a part of opening it."""
    by_number = {criterion.no: criterion for criterion in checklist.leaves()}
    before = [answer for answer in answers_of([earlier.pk]).values() if answer.criterion.no in by_number]
    materials: dict[int, Material | None] = {}
    copies = Answer.objects.bulk_create(
        Answer(
            application_id=later.pk, criterion=by_number[answer.criterion.no], grade=answer.grade,
            not_applicable=answer.not_applicable, why=answer.why, note=answer.note, copied=True,
        )
        for answer in before
    )  # fmt: skip
    cited = []
    for answer, copy in zip(before, copies, strict=True):
        for material in (citation.material for citation in answer.citations.all()):
            if material.pk not in materials:
                materials[material.pk] = _carried(material, later, actor)
            if (there := materials[material.pk]) is not None:
                cited.append(Citation(material=there, answer=copy))
    Citation.objects.bulk_create(cited)


def unmatched(earlier: Checklist, later: Checklist, answered: Iterable[str]) -> Unmatched:
    """What has no counterpart. answered: the numbers of the earlier list's criteria that had an answer."""
    before, now = earlier.leaves(), later.leaves()
    numbers_before, numbers_now = ({criterion.no for criterion in each} for each in (before, now))
    answered = set(answered)
    return Unmatched(
        gone=[criterion for criterion in before if criterion.no in answered - numbers_now],
        new=[criterion for criterion in now if criterion.no not in numbers_before],
    )


def _carried(material: Material, later: Ledgered, actor: Member) -> Material | None:
    """The same file or record among the materials of the next application; None for what no longer stands."""
    if not material.stands:
        return None
    if material.record is not None:
        return Material.objects.create(application_id=later.pk, record=material.record)
    old = material.file
    attachment = put_beside(
        later, actor=actor, file=old.file, link=old.link, name=old.name, note=old.note, role=old.role
    )
    return Material.objects.create(application_id=later.pk, attachment=attachment)
