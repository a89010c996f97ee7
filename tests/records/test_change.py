"""After verifying: amend leaves the figures, correct replaces them in one step, void takes them out."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models import Sum

from tests.records.cast import DAY, verified, visits
from youju.ledger import log
from youju.ledger.reading import all_facts
from youju.orgs.errors import ReasonMissing
from youju.records.corrections import correction_accept, correction_ask, correction_decline, waiting_correction
from youju.records.drift import drifted
from youju.records.errors import (
    CorrectionWaiting,
    FactsWouldChange,
    NewerVersion,
    OwnRecord,
    WrongState,
)
from youju.records.kinds import get_record_kind
from youju.records.verbs import record_amend, record_edit, record_return, record_submit, record_void

DATA: dict[str, Any] = {
    "title": ["走访农户"],
    "happened": [DAY.isoformat()],
    "sort": ["visits.households"],
    "value": ["21"],
    "late_reason": ["补录"],
}


def total() -> int:
    return all_facts().aggregate(total=Sum("quantity"))["total"] or 0


def asked(cast: SimpleNamespace, record: Any) -> Any:
    data = DATA | {"unit": [str(cast.hill.pk)]}
    correction_ask(record=record, data=data, actor=cast.bob, version=record.version, reason="少记四户")
    return waiting_correction(record.ref)


def test_amending_a_title_adds_an_entry_and_leaves_the_figure(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    record_amend(
        record=record, values={"title": "走访农户（三月）"}, actor=cast.bob, version=record.version, reason="标题"
    )
    assert (total(), log.size()) == (17, 2)
    assert list(drifted()) == []


def test_amending_a_quantity_is_refused_and_undone(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    with pytest.raises(FactsWouldChange):
        record_amend(record=record, values={"quantity": 90}, actor=cast.bob, version=record.version, reason="改数")
    assert (total(), log.size()) == (17, 1)
    assert list(drifted()) == []


def test_a_correction_waits_until_somebody_else_accepts_it(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    correction = asked(cast, record)
    assert total() == 17
    kind = get_record_kind("statistic")
    with pytest.raises(OwnRecord):
        correction_accept(correction=correction, record=record, kind=kind, actor=cast.bob)
    correction_accept(correction=correction, record=record, kind=kind, actor=cast.alice)
    assert (total(), log.size()) == (21, 3)
    assert list(drifted()) == []


def test_a_declined_correction_changes_nothing_and_frees_the_place(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    correction = asked(cast, record)
    with pytest.raises(CorrectionWaiting):
        asked(cast, record)
    correction_decline(correction=correction, record=record, actor=cast.alice, reason="佐证仍是十七户")
    assert total() == 17
    assert asked(cast, record) is not None


def test_voiding_needs_a_reason_and_another_member(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    with pytest.raises(ReasonMissing):
        record_void(record=record, actor=cast.alice, reason="  ")
    with pytest.raises(OwnRecord):
        record_void(record=record, actor=cast.bob, reason="重复")
    record_void(record=record, actor=cast.alice, reason="重复登记")
    assert total() == 0
    with pytest.raises(WrongState):
        record_void(record=record, actor=cast.alice, reason="重复登记")


def test_an_edit_over_a_newer_version_is_refused(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    stale = type(record).objects.get(pk=record.pk)
    record_edit(record=record, values={"title": "新标题"}, actor=cast.bob, version=1)
    with pytest.raises(NewerVersion):
        record_edit(record=stale, values={"title": "旧窗口"}, actor=cast.bob, version=1)
    record.refresh_from_db()
    assert record.title == "新标题"


def test_a_returned_record_carries_the_reason_and_can_be_handed_in_again(cast: SimpleNamespace) -> None:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=cast.alice, reason="缺少照片")
    record.refresh_from_db()
    assert (record.state, record.returned_reason) == ("returned", "缺少照片")
    record_submit(record=record, actor=cast.bob)


def test_drift_names_a_record_changed_behind_the_system(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    type(record).objects.filter(pk=record.pk).update(quantity=70)
    (drift,) = drifted()
    assert (drift.ref, drift.seq) == (record.ref, 0)


def test_an_amendment_is_weighed_against_the_database_not_the_form(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    record.assign({"quantity": 90})  # as a bound form leaves its instance
    with pytest.raises(FactsWouldChange):
        record_amend(record=record, values={"quantity": 90}, actor=cast.bob, version=record.version, reason="改数")
    assert list(drifted()) == []
