"""Who is told what, in the transaction of what happened, and nobody of what they did themselves."""

from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.records.cast import verified, visits
from tests.records.test_change import asked
from youju.orgs.members import Member
from youju.records.alerts import Alert, alerts_read, unread
from youju.records.verbs.corrections import correction_accept, correction_decline
from youju.records.verbs.endings import record_close
from youju.records.verbs.record_verbs import record_return, record_submit, record_verify, record_void, records_verify


def told(who: Member) -> list[str]:
    return [each.sort for each in Alert.objects.filter(member=who).order_by("pk")]


def test_the_author_is_told_what_came_of_a_record(cast: SimpleNamespace):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=cast.alice, reason="缺照片")
    assert told(cast.bob) == ["returned"]
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    assert told(cast.bob) == ["verified"]  # the unread one gave way
    alerts_read(member=cast.bob)
    record_void(record=record, actor=cast.alice, reason="重复")
    assert told(cast.bob) == ["verified", "voided"]
    assert told(cast.alice) == []


def test_many_verified_at_once_are_told_one_by_one(cast: SimpleNamespace):
    records = [visits(cast.bob, cast.hill, number) for number in (3, 4)]
    for record in records:
        record_submit(record=record, actor=cast.bob)
    records_verify(records=records, actor=cast.alice)
    assert (told(cast.bob), unread(cast.bob)) == (["verified", "verified"], 1)  # which read as one line


@pytest.mark.parametrize("accepts", [True, False])
def test_whoever_asked_for_a_correction_is_told_the_answer(cast: SimpleNamespace, accepts: bool):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    correction = asked(cast, record)
    alerts_read(member=cast.bob)
    if accepts:
        correction_accept(correction=correction, record=record, actor=cast.alice)
    else:
        correction_decline(correction=correction, record=record, actor=cast.alice, reason="原数无误")
    assert told(cast.bob) == ["verified", "accepted" if accepts else "declined"]


def test_a_repeat_that_is_closed_is_told(cast: SimpleNamespace):
    first = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    again = visits(cast.bob, cast.hill)
    record_submit(record=again, actor=cast.bob)
    alerts_read(member=cast.bob)
    record_close(record=again, same_as=first, actor=cast.alice)
    assert [each.target for each in Alert.objects.filter(member=cast.bob, read_at=None)] == [again.ref]


def test_what_did_not_happen_is_not_told(cast: SimpleNamespace):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    with transaction.atomic():
        record_return(record=record, actor=cast.alice, reason="x")
        transaction.set_rollback(True)
    assert told(cast.bob) == []
