"""Who may see and do what, asked through the only two questions there are."""

from types import SimpleNamespace

import pytest

from tests.records.cast import visits
from youju.errors import NotAllowed, NotFound
from youju.records.heads.refs import new_ref
from youju.records.kinds import get_record_kind
from youju.records.reading.access import ACTIONS, can, get_record_for, visible_to
from youju.records.verbs.record_verbs import record_add, record_submit


def test_charlie_of_another_school_sees_nothing_and_may_do_nothing(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    assert not visible_to(cast.charlie, type(record)).exists()
    assert not any(can(cast.charlie, action, record) for action in ACTIONS)
    with pytest.raises(NotFound):
        get_record_for(cast.charlie, record.ref)


def test_the_administrator_sees_no_records(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    assert not any(can(cast.eve, action, record) for action in ACTIONS)


def test_the_auditor_reads_and_does_nothing(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    assert [action for action in ACTIONS if can(cast.dora, action, record)] == ["read"]


def test_a_school_draft_is_not_the_bureaus_business(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    assert not can(cast.alice, "read", record)
    assert can(cast.bob, "edit", record)


def test_a_liaison_cannot_verify_even_its_own_schools_record(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    with pytest.raises(NotAllowed):
        get_record_for(cast.bob, record.ref, need="verify")


def test_a_partner_unit_reads_what_was_handed_in(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill, partners=[cast.lake])
    assert not can(cast.charlie, "read", record)
    record_submit(record=record, actor=cast.bob)
    assert [action for action in ACTIONS if can(cast.charlie, action, record)] == ["read"]


def test_the_same_form_sent_twice_adds_one_record(cast: SimpleNamespace) -> None:
    kind = get_record_kind("statistic")
    ref = new_ref("statistic")
    values = {
        "unit": cast.hill,
        "title": "走访",
        "happened": "2025-03-01",
        "sort": "exam.candidates",
        "quantity": 3,
    }
    first = record_add(kind=kind, values=values, actor=cast.bob, ref=ref)
    again = record_add(kind=kind, values=values, actor=cast.bob, ref=ref)
    assert first.pk == again.pk
    with pytest.raises(NotFound):
        record_add(kind=kind, values=values, actor=cast.charlie, ref=ref)
