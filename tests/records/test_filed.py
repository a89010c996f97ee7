"""代报: an officer types for a school, the school's one tap hands it in, and whoever typed it decides nothing."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import member, verified, visits
from youju.errors import NotAllowed
from youju.ledger import log
from youju.orgs.members import Member, Role, RoleGrant
from youju.records.errors import NewerVersion, OwnRecord, WrongState
from youju.records.heads.states import State
from youju.records.reading.access import can
from youju.records.reading.drift import drifted
from youju.records.verbs.record_verbs import (
    record_confirm,
    record_edit,
    record_return,
    record_submit,
    record_verify,
    record_withdraw,
)


@pytest.fixture
def filed(cast: SimpleNamespace) -> Any:
    """Typed by alice for bob's school."""
    record = visits(cast.alice, cast.hill)
    record_submit(record=record, actor=cast.alice)
    return record


@pytest.fixture
def adam(cast: SimpleNamespace) -> Member:
    return member("adam", cast.county, Role.OFFICER)


def test_it_waits_for_the_school_and_nobody_can_verify_it_before(filed: Any, adam: Member) -> None:
    assert (filed.state, filed.filed_by.username) == (State.FILED, "alice")
    assert not can(adam, "verify", filed)
    with pytest.raises(WrongState):
        record_verify(record=filed, actor=adam)
    assert log.size() == 0


def test_one_tap_makes_the_schools_member_its_author(cast: SimpleNamespace, filed: Any, adam: Member) -> None:
    record_confirm(record=filed, actor=cast.bob)
    assert (filed.state, filed.author) == (State.SUBMITTED, cast.bob)
    record_verify(record=filed, actor=adam)
    assert log.size() == 1
    assert list(drifted()) == []


def test_whoever_typed_it_decides_nothing_about_it(cast: SimpleNamespace, filed: Any) -> None:
    record_confirm(record=filed, actor=cast.bob)
    assert not can(cast.alice, "verify", filed)
    with pytest.raises(OwnRecord):
        record_verify(record=filed, actor=cast.alice)


def test_neither_a_stranger_nor_whoever_typed_it_confirms_it(cast: SimpleNamespace, filed: Any) -> None:
    for other in (cast.charlie, cast.alice, cast.dora, cast.eve):
        assert not can(other, "confirm", filed)
        with pytest.raises(NotAllowed):
            record_confirm(record=filed, actor=other)


def test_whoever_is_officer_and_liaison_at_once_hands_in_the_own_schools_record(cast: SimpleNamespace) -> None:
    RoleGrant.objects.create(member=cast.alice, role=Role.LIAISON, unit=cast.hill)
    record = visits(cast.alice, cast.hill)
    record_submit(record=record, actor=cast.alice)
    assert (record.state, record.filed_by) == (State.SUBMITTED, None)


def test_a_school_without_members_has_nobody_to_ask(cast: SimpleNamespace, adam: Member) -> None:
    Member.objects.filter(pk=cast.bob.pk).update(is_active=False)
    assert verified(visits(cast.alice, cast.hill), cast.alice, adam).state == State.VERIFIED


def test_the_school_sends_back_what_is_not_so(cast: SimpleNamespace, filed: Any) -> None:
    assert can(cast.bob, "return", filed)
    record_return(record=filed, actor=cast.bob, reason="那天没有走访")
    assert filed.state == State.RETURNED
    record_edit(record=filed, values={"title": "走访农户（更正日期）"}, actor=cast.bob, version=filed.version)
    record_submit(record=filed, actor=cast.bob)
    assert (filed.state, filed.filed_by) == (State.SUBMITTED, None)


def test_it_can_be_taken_back_and_a_changed_text_is_looked_at_anew(cast: SimpleNamespace, filed: Any) -> None:
    seen = type(filed).objects.get(pk=filed.pk)
    record_withdraw(record=filed, actor=cast.alice)
    record_submit(record=filed, actor=cast.alice)
    with pytest.raises(NewerVersion):
        record_confirm(record=seen, actor=cast.bob)
    with pytest.raises(WrongState):
        record_return(record=visits(cast.bob, cast.hill), actor=cast.alice, reason="还是草稿")
