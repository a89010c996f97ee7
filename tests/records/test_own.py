"""Whoever wrote, changed or chose evidence decides nothing about that record."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import member, people, session, verified, visits
from tests.records.test_change import DATA
from youju.ledger import log
from youju.lib import clock
from youju.orgs.members import Member, Role, RoleGrant
from youju.records.errors import OwnRecord
from youju.records.heads.record import Record
from youju.records.reading.access import can
from youju.records.sign_in.verbs import sign_in_by_hand, sign_in_close, sign_in_open
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.corrections import correction_accept, correction_ask, correction_decline
from youju.records.verbs.making_up import session_count_made_up, session_make_up
from youju.records.verbs.record_verbs import (
    record_confirm,
    record_edit,
    record_return,
    record_submit,
    record_verify,
    record_void,
)


@pytest.fixture
def adam(cast: SimpleNamespace) -> Member:
    """A second officer of the bureau."""
    return member("adam", cast.county, Role.OFFICER)


def asked(cast: SimpleNamespace, record: Record, actor: Member) -> Any:
    data = DATA | {"unit": [str(cast.hill.pk)]}
    return correction_ask(record=record, data=data, actor=actor, version=record.version, reason="少记四户")


def test_an_officer_who_filed_for_a_school_does_not_decide_on_its_correction(
    cast: SimpleNamespace, adam: Member
) -> None:
    record = visits(cast.alice, cast.hill)
    record_submit(record=record, actor=cast.alice)
    record_confirm(record=record, actor=cast.bob)
    record_verify(record=record, actor=adam)
    correction = asked(cast, record, cast.bob)
    with pytest.raises(OwnRecord):
        correction_accept(correction=correction, record=record, actor=cast.alice)
    with pytest.raises(OwnRecord):
        correction_decline(correction=correction, record=record, actor=cast.alice, reason="不改")
    assert log.size() == 1
    correction_accept(correction=correction, record=record, actor=adam)


def test_an_officer_who_asked_for_a_correction_does_not_void_the_record(cast: SimpleNamespace, adam: Member) -> None:
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    asked(cast, record, cast.alice)
    with pytest.raises(OwnRecord):
        record_void(record=record, actor=cast.alice, reason="重复")
    assert not can(cast.alice, "void", record)
    record_void(record=record, actor=adam, reason="重复")


def test_an_officer_who_chose_evidence_does_not_void_the_record(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    evidence_attach(record=record, actor=cast.alice, link="https://example.com/", grade="stated")
    with pytest.raises(OwnRecord):
        record_void(record=record, actor=cast.alice, reason="重复")


def test_an_officer_who_altered_a_returned_record_decides_on_no_correction_of_it(
    cast: SimpleNamespace, adam: Member
) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=adam, reason="请核对户数")
    record_edit(record=record, values={"quantity": 18}, actor=cast.alice, version=record.version)
    verified(record, cast.bob, adam)
    correction = asked(cast, record, cast.bob)
    with pytest.raises(OwnRecord):
        correction_decline(correction=correction, record=record, actor=cast.alice, reason="不改")
    assert not can(cast.alice, "decide-change", record)
    assert can(adam, "decide-change", record)


def test_an_officer_who_said_who_came_does_not_verify_that(cast: SimpleNamespace, adam: Member) -> None:
    roster = people(cast.hill, "王一", "李二")
    record: Any = session(cast.bob, cast.hill, roster, [])
    with clock.at(datetime(2025, 3, 14, 1, tzinfo=UTC)):
        sign_in = sign_in_open(record=record, begins=clock.now(), actor=cast.bob)
        sign_in_by_hand(sign_in=sign_in, record=record, person=roster[0].pk, actor=cast.alice)
        sign_in_close(sign_in=sign_in, record=record, actor=cast.bob)
    record_submit(record=record, actor=cast.bob)
    with pytest.raises(OwnRecord):
        record_verify(record=record, actor=cast.alice)
    record_verify(record=record, actor=adam)


def test_an_officer_who_noted_one_as_made_up_lets_none_count(cast: SimpleNamespace, adam: Member) -> None:
    roster = people(cast.hill, "王一", "李二", "张三")
    record: Any = verified(session(cast.bob, cast.hill, roster, roster[:1]), cast.bob, adam)
    with clock.at(datetime(2025, 3, 20, 4, tzinfo=UTC)):
        session_make_up(record=record, how={roster[1].pk: "自学"}, actor=cast.alice)
        session_make_up(record=record, how={roster[2].pk: "自学"}, actor=cast.bob)  # the last who noted is another
        with pytest.raises(OwnRecord):
            session_count_made_up(record=record, actor=cast.alice)
        session_count_made_up(record=record, actor=adam)


@pytest.fixture
def alone(cast: SimpleNamespace) -> Record:
    """A record of a one-person office, handed in by the officer who is to verify it."""
    type(cast.county).objects.filter(pk=cast.county.pk).update(single_post=True)
    cast.county.refresh_from_db()
    record = visits(cast.alice, cast.county)
    record_submit(record=record, actor=cast.alice)
    return record


def test_a_one_person_office_verifies_its_own_only_while_nobody_else_could(
    cast: SimpleNamespace, alone: Record, adam: Member
) -> None:
    with pytest.raises(OwnRecord):
        record_verify(record=alone, actor=cast.alice)
    record_verify(record=alone, actor=adam)
    alone.refresh_from_db()
    assert not alone.self_verified


@pytest.mark.parametrize("why", ["left", "ended", "not begun", "another unit"])
def test_who_could_not_verify_today_does_not_stand_in_the_way(
    cast: SimpleNamespace, alone: Record, adam: Member, why: str
) -> None:
    day = clock.today()
    if why == "left":
        Member.objects.filter(pk=adam.pk).update(is_active=False)
    else:
        changes: dict[str, dict[str, object]] = {
            "ended": {"until": day - timedelta(days=1)},
            "not begun": {"since": day + timedelta(days=1)},
            "another unit": {"unit": cast.lake, "since": date(2020, 1, 1)},
        }
        RoleGrant.objects.filter(member=adam).update(**changes[why])
    record_verify(record=alone, actor=cast.alice)
    alone.refresh_from_db()
    assert alone.self_verified
