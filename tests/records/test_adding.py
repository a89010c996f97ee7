"""Many records written down and handed in at once are what one by one would have given."""

from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile

from tests.records.cast import DAY, people, session, study_group
from youju.evidence import store
from youju.evidence.models import File
from youju.orgs.audit import AuditRow
from youju.orgs.units import Unit
from youju.records.errors import LateReasonMissing, NewerVersion, WrongState
from youju.records.heads.attachments import Attachment, Grade
from youju.records.heads.beside import Piece
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED, Record
from youju.records.heads.refs import new_ref
from youju.records.heads.states import State
from youju.records.kinds import get_record_kind, specific
from youju.records.study.session.attendance import Mark, Marked, Marks
from youju.records.verbs.adding import Draft, records_add
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.record_verbs import record_add, record_submit, records_submit_each, records_verify

pytestmark = pytest.mark.django_db


def hazards(unit: Unit, **values: Any) -> dict[str, Any]:
    given = {"unit": unit, "title": "排查安全隐患", "happened": DAY, "sort": "hazards.found", "quantity": 17}
    return given | {"late_reason": "补录上学期材料"} | values


def draft(cast: SimpleNamespace, unit: Unit, *pieces: Piece, ref: str = "", **values: Any) -> Draft:
    actor = cast.bob if unit == cast.hill else cast.charlie
    return Draft(get_record_kind("statistic"), hazards(unit, **values), actor, pieces, ref)


def received(cast: SimpleNamespace) -> File:
    return store.receive(content=ContentFile("排查登记表".encode()), name="登记表.txt", received_by=cast.bob.token)


def told(records: list[Record]) -> list[Any]:
    """Everything that posting would commit to and count, but for what is drawn or is the clock's."""
    rows = specific(list(records))
    drawn = ("ref", "created_at", "submitted_at")
    return [
        ([item for item in row.items(VERIFIED, []) if item[0] not in drawn], row.facts(VERIFIED), row.state)
        for row in rows
    ]


def noted(records: list[Record]) -> Counter[Any]:
    rows = AuditRow.objects.filter(target__in=[record.ref for record in records])
    return Counter((row.actor, row.action, str(row.detail)) for row in rows)


def test_they_are_as_if_written_and_handed_in_one_by_one(cast: SimpleNamespace) -> None:
    file, staff = received(cast), people(cast.hill, "甲", "乙")
    beside = Piece(file=file, name="登记表.txt", grade=Grade.THIRD_PARTY)
    kind = get_record_kind("statistic")
    one = [
        record_add(kind=kind, values=hazards(cast.hill), actor=cast.bob),
        session(cast.bob, cast.hill, staff, staff[:1]),
        record_add(kind=kind, values=hazards(cast.lake), actor=cast.charlie),
    ]
    for record, actor in zip(one, (cast.bob, cast.bob, cast.charlie), strict=True):
        evidence_attach(record=record, actor=actor, **beside._asdict())
        record_submit(record=record, actor=actor)
    marks = Marks([Marked(staff[0], Mark.PRESENT), Marked(staff[1], Mark.ABSENT)])
    values = {"unit": cast.hill, "title": "三月集中学习", "happened": DAY, "sort": "center_group", "guests": 0}
    values |= {"group": study_group(cast.hill), "marks": marks, "late_reason": "补录"}
    drafts = [
        draft(cast, cast.hill, beside),
        Draft(get_record_kind("session"), values, cast.bob, (beside,)),
        draft(cast, cast.lake, beside),
    ]
    many = records_add(drafts=drafts)
    records_submit_each(handed=list(zip(many, (cast.bob, cast.bob, cast.charlie), strict=True)))
    assert told(many) == told(one)
    assert noted(many) == noted(one)
    records_verify(records=[*one, *many], actor=cast.alice)
    assert {record.state for record in Ledgered.objects.all()} == {State.VERIFIED}


def test_the_same_content_is_beside_a_record_once(cast: SimpleNamespace) -> None:
    piece = Piece(file=received(cast), name="登记表.txt")
    (record,) = records_add(drafts=[draft(cast, cast.hill, piece, piece)])
    assert Attachment.objects.get(record_ref=record.ref).name == "登记表.txt"


def test_what_was_sent_before_is_written_once(cast: SimpleNamespace) -> None:
    ref = new_ref("statistic")
    (first,) = records_add(drafts=[draft(cast, cast.hill, ref=ref)])
    again, other = records_add(drafts=[draft(cast, cast.hill, ref=ref), draft(cast, cast.hill, title="约谈网站")])
    assert (again.pk, Ledgered.objects.count()) == (first.pk, 2)
    assert other.pk != first.pk


def test_other_values_under_a_sent_reference_are_refused_and_nothing_is_written(cast: SimpleNamespace) -> None:
    ref = new_ref("statistic")
    records_add(drafts=[draft(cast, cast.hill, ref=ref)])
    with pytest.raises(NewerVersion):
        records_add(drafts=[draft(cast, cast.hill, title="约谈网站"), draft(cast, cast.hill, ref=ref, quantity=18)])
    assert Ledgered.objects.count() == 1


def test_one_that_cannot_go_in_keeps_all_of_them_back(cast: SimpleNamespace) -> None:
    many = records_add(drafts=[draft(cast, cast.hill), draft(cast, cast.lake, late_reason="")])
    with pytest.raises(LateReasonMissing):
        records_submit_each(handed=[(many[0], cast.bob), (many[1], cast.charlie)])
    assert set(Ledgered.objects.values_list("state", flat=True)) == {State.DRAFT}


def test_the_one_that_moved_on_meanwhile_is_named(cast: SimpleNamespace) -> None:
    first, second = records_add(drafts=[draft(cast, cast.hill), draft(cast, cast.lake, title="约谈网站")])
    record_submit(record=second, actor=cast.charlie)
    with pytest.raises(WrongState, match="约谈网站"):
        records_submit_each(handed=[(first, cast.bob), (second, cast.charlie)])
