"""Verifying: somebody else accepts a submitted record, and its facts enter the ledger, once."""

from types import SimpleNamespace

import pytest

from tests.records.cast import visits
from youju.ledger import log
from youju.ledger.reading import facts_of
from youju.orgs.audit import AuditRow
from youju.records.errors import OwnRecord, WrongState
from youju.records.sealing.snapshots import SnapshotItem
from youju.records.verbs.record_verbs import record_edit, record_return, record_submit, record_verify, records_verify


def test_it_posts_the_facts_and_writes_one_audit_row(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill, 17)
    record_submit(record=record, actor=cast.bob)
    entry = record_verify(record=record, actor=cast.alice)
    assert [(f.unit, f.measure, f.quantity) for f in facts_of(entry.seq)] == [("hill", "exam.candidates", 17)]
    assert AuditRow.objects.filter(target=record.ref, action="record.verify").count() == 1


def test_it_rejects_a_draft(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    with pytest.raises(WrongState):
        record_verify(record=record, actor=cast.alice)
    assert log.size() == 0


def test_it_refuses_the_author(cast: SimpleNamespace) -> None:
    record = visits(cast.alice, cast.county)
    record_submit(record=record, actor=cast.alice)
    with pytest.raises(OwnRecord):
        record_verify(record=record, actor=cast.alice)
    assert log.size() == 0


def test_a_one_person_office_verifies_its_own_and_says_so(cast: SimpleNamespace) -> None:
    type(cast.county).objects.filter(pk=cast.county.pk).update(single_post=True)
    cast.county.refresh_from_db()
    record = visits(cast.alice, cast.county)
    record_submit(record=record, actor=cast.alice)
    record_verify(record=record, actor=cast.alice)
    record.refresh_from_db()
    assert record.self_verified


def test_the_second_officer_is_told_and_nothing_is_posted_twice(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    stale = type(record).objects.get(pk=record.pk)
    record_verify(record=record, actor=cast.alice)
    with pytest.raises(WrongState):
        record_verify(record=stale, actor=cast.alice)
    assert log.size() == 1


def test_a_batch_is_all_or_nothing(cast: SimpleNamespace) -> None:
    good, draft = visits(cast.bob, cast.hill), visits(cast.bob, cast.hill)
    record_submit(record=good, actor=cast.bob)
    with pytest.raises(WrongState):
        records_verify(records=[good, draft], actor=cast.alice)
    good.refresh_from_db()
    assert (good.state, log.size()) == ("submitted", 0)


def test_it_keeps_a_snapshot_without_any_name_of_a_person(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    values = dict(SnapshotItem.objects.values_list("name", "value"))
    assert values["quantity"] == "17"
    assert values["author"] == cast.bob.token
    assert not {"bob", "alice"} & set(values.values())


def test_an_officer_who_altered_a_returned_record_does_not_verify_the_alteration(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=cast.alice, reason="请核对户数")
    record_edit(record=record, values={"quantity": 900}, actor=cast.alice, version=record.version)
    record_submit(record=record, actor=cast.alice)
    with pytest.raises(OwnRecord):
        record_verify(record=record, actor=cast.alice)
    assert log.size() == 0
