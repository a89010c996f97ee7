"""How a record ends that was never verified."""

from types import SimpleNamespace

import pytest

from tests.records.cast import verified, visits
from youju.ledger import log
from youju.orgs.audit import AuditRow
from youju.orgs.errors import ReasonMissing
from youju.records.errors import NotTheSame, WrongState
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.reading.drift import drifted
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.endings import record_close, record_delete, record_drop, record_resume
from youju.records.verbs.record_verbs import record_return, record_submit


@pytest.fixture
def returned(cast: SimpleNamespace) -> Record:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=cast.alice, reason="重复")
    return record


def test_a_draft_is_deleted_with_its_evidence_and_that_stays_on_record(cast: SimpleNamespace):
    record = visits(cast.bob, cast.hill)
    evidence_attach(record=record, actor=cast.bob, link="https://example.org/")
    ref = record.ref
    record_delete(record=record, actor=cast.bob)
    assert not Ledgered.objects.exists()
    assert not Attachment.objects.exists()
    assert AuditRow.objects.filter(target=ref, action="record.delete").count() == 1


def test_what_was_handed_in_is_not_deleted(cast: SimpleNamespace, returned: Record):
    with pytest.raises(WrongState):
        record_delete(record=returned, actor=cast.bob)


def test_a_returned_record_is_dropped_for_a_reason(cast: SimpleNamespace, returned: Record):
    record_drop(record=returned, actor=cast.bob, reason="已由镇里统一报送")
    returned.refresh_from_db()
    assert (returned.state, returned.dropped_reason) == ("dropped", "已由镇里统一报送")
    assert log.size() == 0
    assert list(drifted()) == []


def test_without_a_reason_or_another_record_it_is_not(cast: SimpleNamespace, returned: Record):
    with pytest.raises(ReasonMissing):
        record_drop(record=returned, actor=cast.bob, reason=" ")


def test_a_repeat_is_closed_by_pointing_at_the_other(cast: SimpleNamespace):
    first = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    again = visits(cast.bob, cast.hill)
    record_submit(record=again, actor=cast.bob)
    record_close(record=again, same_as=first, actor=cast.alice)
    again.refresh_from_db()
    assert again.state == "dropped"
    assert again.same_as_id == first.pk


@pytest.mark.parametrize("other", ["itself", "a draft"])
def test_it_points_at_nothing_that_does_not_stand(cast: SimpleNamespace, other: str):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    with pytest.raises(NotTheSame):
        record_close(
            record=record, same_as=record if other == "itself" else visits(cast.bob, cast.hill), actor=cast.alice
        )


def test_what_was_dropped_is_taken_up_again_and_counts_from_its_first_hand_in(cast: SimpleNamespace, returned: Record):
    first = returned.handed_in_on
    record_drop(record=returned, actor=cast.bob, reason="x")
    record_resume(record=returned, actor=cast.bob)
    record_submit(record=returned, actor=cast.bob)
    returned.refresh_from_db()
    assert (returned.state, returned.handed_in_on, returned.dropped_reason) == ("submitted", first, "")


def test_each_ending_refuses_what_stands_elsewhere(cast: SimpleNamespace):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    with pytest.raises(WrongState):
        record_drop(record=record, actor=cast.bob, reason="x")
    with pytest.raises(WrongState):
        record_resume(record=record, actor=cast.bob)
    with pytest.raises(WrongState):
        record_delete(record=record, actor=cast.bob)
