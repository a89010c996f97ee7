"""Writing down what a case has led to."""

from django.db import transaction

from youju.errors import NotAllowed, NotFound
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.records.case_rights import writers
from youju.records.declared.becoming import Becoming, begun
from youju.records.errors import RecordBegun
from youju.records.heads.case import Case
from youju.records.heads.record import Record
from youju.records.kinds import get_case_kind, get_record_kind
from youju.records.rights import may_record, own_units
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.record_verbs import record_add, record_submit


@transaction.atomic
def record_begin_after(*, case: Case, action: str) -> Record | None:
    """The draft that a move brings with it, in the name of whoever opened the case; None where it brings none.

    Nor where they no longer record for the unit: then somebody else begins it by hand.
    """
    becoming, member = get_case_kind(case.kind).becomes, case.begins_record()
    if becoming is None or action not in becoming.after or not may_record(member, case.unit_id, case.section):
        return None
    return record_begin(case=case, actor=member)


@transaction.atomic
def record_begin(*, case: Case, actor: Member) -> Record:
    """The draft of the record that a case leads to, with what of the case goes beside it; asked for again, the record
    that was written then.

    Raises NotFound where it leads to none, or not yet, NotAllowed where the actor records nothing for its unit.
    """
    becoming = get_case_kind(case.kind).becomes
    values = becoming.values(case) if becoming else None
    if becoming is None or values is None:
        raise NotFound()
    if not may_record(actor, case.unit_id, case.section):
        raise NotAllowed()
    kind, ref = get_record_kind(becoming.kind), begun(becoming.kind, case.ref)
    there: Record | None = kind.model.objects.filter(ref=ref).first()
    return there or _written(case, becoming, record_add(kind=kind, values=values, actor=actor, ref=ref), actor)


def record_hand_in(*, case: Case, actor: Member) -> None:
    """Write the record that a case leads to and hand it in: a part of ``case_move``.

    It bears the name of whoever opened the case, and all who wrote any of it are barred from deciding about the record.
    Whoever only makes this move is not, unless nobody else can write it. Raises as ``record_begin`` and
    ``record_submit``.
    """
    member = case.begins_record()
    author = member if member.is_active and may_record(member, case.unit_id, case.section) else actor
    record = record_begin(case=case, actor=author)
    for writer in Member.objects.filter(token__in=writers(case)).exclude(pk=author.pk):
        audit.write(actor=writer, action="record.prepare", target=record.ref, case=case.ref)
    record_submit(record=record, actor=author)


@transaction.atomic
def record_hand_in_for(*, case: Case, actor: Member) -> Record:
    """Write the record that a case has led to and hand it in for the unit, without its pressing anything.

    It bears the name of whoever opened the case as a liaison of the unit itself; where there is none any more, the
    actor files it for the unit, which confirms it. Whoever does this is barred from deciding about it. Raises as
    ``record_begin`` and ``record_submit``, RecordBegun where there is one already.
    """
    becoming, opener = get_case_kind(case.kind).becomes, case.begins_record()
    if not may_record(actor, case.unit_id, case.section):
        raise NotAllowed()
    if becoming is not None and is_begun(becoming.kind, case.ref):
        raise RecordBegun(title=case.title)
    at_home = opener.is_active and case.unit_id in own_units(opener, Role.LIAISON, section=case.section)
    author = opener if at_home else actor
    record = record_begin(case=case, actor=author)
    if author != actor:
        audit.write(actor=actor, action="record.prepare", target=record.ref, case=case.ref)
    record_submit(record=record, actor=author)
    return record


def is_begun(kind: str, case_ref: str) -> bool:
    """Whether the record that a case leads to is written, in whatever state."""
    return bool(get_record_kind(kind).model.objects.filter(ref=begun(kind, case_ref)).exists())


def _written(case: Case, becoming: Becoming, record: Record, actor: Member) -> Record:
    for attachment in becoming.evidence(case):
        evidence_attach(
            record=record, actor=actor, file=attachment.file, link=attachment.link, name=attachment.name,
            role=becoming.role,
        )  # fmt: skip
    return record
