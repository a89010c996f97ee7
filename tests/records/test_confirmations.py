"""领导确认: a signing leader confirms self-verified entries in one go; a grade of the entry, not a state."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import member, verified, visits
from youju.errors import NotAllowed
from youju.ledger import log
from youju.ledger.reading import entries_of
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role, RoleGrant
from youju.records.errors import NothingToConfirm, OwnRecord
from youju.records.heads.record import Record
from youju.records.verbs.confirmations import confirmations_of, entries_confirm, to_confirm
from youju.records.verbs.record_verbs import record_void


@pytest.fixture
def sam(cast: SimpleNamespace) -> Member:
    return member("sam", cast.county, Role.SIGNER)


@pytest.fixture
def alone(cast: SimpleNamespace) -> list[Record]:
    """Two records of a one-person office, verified by whoever wrote them."""
    type(cast.county).objects.filter(pk=cast.county.pk).update(single_post=True)
    cast.county.refresh_from_db()
    return [verified(visits(cast.alice, cast.county, number), cast.alice, cast.alice) for number in (3, 4)]


def seqs(member: Member) -> list[int]:
    return [seq for _record, seq in to_confirm(member)]


def test_a_leader_confirms_a_list_in_one_go_and_no_figure_moves(sam: Member, alone: list[Record]) -> None:
    before = log.size()
    assert entries_confirm(seqs=seqs(sam), actor=sam) == 2
    assert set(confirmations_of([record.ref for record in alone])) == {record.ref for record in alone}
    assert log.size() == before and seqs(sam) == []
    assert AuditRow.objects.filter(action="entry.confirm", actor=sam.token).count() == 2


def test_what_two_people_did_waits_for_nobody(cast: SimpleNamespace, sam: Member) -> None:
    verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    assert seqs(sam) == []
    with pytest.raises(NothingToConfirm):
        entries_confirm(seqs=[0], actor=sam)


def test_nobody_but_a_leader_in_reach_confirms(cast: SimpleNamespace, sam: Member, alone: list[Record]) -> None:
    wanted = seqs(sam)
    elsewhere = member("sid", cast.hill, Role.SIGNER)
    for other in (cast.alice, cast.bob, cast.dora, elsewhere):
        with pytest.raises(NotAllowed):
            entries_confirm(seqs=wanted, actor=other)
    assert confirmations_of([record.ref for record in alone]) == {}


def test_a_leader_who_wrote_it_does_not_confirm_it(cast: SimpleNamespace, alone: list[Record]) -> None:
    RoleGrant.objects.create(member=cast.alice, role=Role.SIGNER, unit=cast.county)
    alice = Member.objects.get(pk=cast.alice.pk)
    assert seqs(alice) == []
    with pytest.raises(OwnRecord):
        entries_confirm(seqs=[entries_of(alone[0].ref)[0].seq], actor=alice)


def test_it_is_all_or_nothing_and_once(cast: SimpleNamespace, sam: Member, alone: list[Record]) -> None:
    wanted = seqs(sam)
    record_void(record=alone[1], actor=cast.alice, reason="重复")
    with pytest.raises(NothingToConfirm):
        entries_confirm(seqs=wanted, actor=sam)
    entries_confirm(seqs=wanted[:1], actor=sam)
    with pytest.raises(NothingToConfirm):
        entries_confirm(seqs=wanted[:1], actor=sam)


def test_it_goes_with_the_entry_not_with_the_record(cast: SimpleNamespace, sam: Member, alone: list[Record]) -> None:
    entries_confirm(seqs=seqs(sam), actor=sam)
    record_void(record=alone[0], actor=cast.alice, reason="重复")
    found: dict[str, Any] = confirmations_of([alone[0].ref, alone[1].ref])
    assert set(found) == {alone[1].ref}
