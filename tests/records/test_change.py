"""After verifying: amend leaves the figures, correct replaces them in one step, void takes them out."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models import Sum

from tests.records.cast import DAY, member, verified, visits
from youju.ledger import log
from youju.ledger.reading import all_facts
from youju.orgs.errors import ReasonMissing
from youju.orgs.members import Role
from youju.records.errors import (
    CorrectionWaiting,
    FactsWouldChange,
    NewerVersion,
    OwnRecord,
    WrongState,
)
from youju.records.reading.drift import drifted
from youju.records.sealing.versions import versions_of
from youju.records.verbs.corrections import correction_accept, correction_ask, correction_decline, waiting_correction
from youju.records.verbs.record_verbs import record_edit, record_return, record_submit, record_void

DATA: dict[str, Any] = {
    "title": ["走访农户"],
    "happened": [DAY.isoformat()],
    "sort": ["exam.candidates"],
    "value": ["21"],
    "late_reason": ["补录"],
}


def total() -> int:
    return all_facts().aggregate(total=Sum("quantity"))["total"] or 0


def asked(cast: SimpleNamespace, record: Any) -> Any:
    data = DATA | {"unit": [str(cast.hill.pk)]}
    correction_ask(record=record, data=data, actor=cast.bob, version=record.version, reason="少记四户")
    return waiting_correction(record.ref)


def amendment_asked(cast: SimpleNamespace, record: Any, actor: Any = None, **changes: str) -> Any:
    data = (
        DATA
        | {"late_reason": [record.late_reason], "value": ["17"], "unit": [str(cast.hill.pk)]}
        | {name: [text] for name, text in changes.items()}
    )
    return correction_ask(
        record=record, data=data, actor=actor or cast.bob, version=record.version, reason="补充", sort="amendment"
    )


def test_amending_a_title_adds_an_entry_and_leaves_the_figure(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    amendment = amendment_asked(cast, record, title="走访农户（三月）")
    record.refresh_from_db()
    assert (record.title, log.size()) == ("走访农户", 1)
    correction_accept(correction=amendment, record=record, actor=cast.alice)
    record.refresh_from_db()
    assert (record.title, record.verifier, total(), log.size()) == ("走访农户（三月）", cast.alice, 17, 2)
    assert list(drifted()) == []


def test_whoever_asks_for_an_amendment_does_not_accept_it(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, member("adam", cast.county, Role.OFFICER))
    amendment = amendment_asked(cast, record, actor=cast.alice, title="走访农户（三月）")
    for actor in (cast.alice, cast.bob):
        with pytest.raises(OwnRecord):
            correction_accept(correction=amendment, record=record, actor=actor)
    assert log.size() == 1


def test_a_later_version_tells_what_was_said_before_and_who_let_it_stand(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    assert versions_of(record.ref) == []
    correction_accept(
        correction=amendment_asked(cast, record, title="走访", publisher="青山小学"), record=record, actor=cast.alice
    )
    (version,) = versions_of(record.ref)
    assert (version.seq, version.actor) == (1, cast.alice.token)
    assert [tuple(change) for change in version.changes] == [
        ("title", "走访农户", "走访"),
        ("publisher", "", "青山小学"),
    ]


@pytest.mark.parametrize("field", ["title", "publisher", "document", "note"])
def test_no_field_that_is_told_changes_before_somebody_else_has_agreed(cast: SimpleNamespace, field: str) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    before = getattr(record, field)
    amendment = amendment_asked(cast, record, **{field: "另写"})
    record.refresh_from_db()
    assert getattr(record, field) == before
    correction_decline(correction=amendment, record=record, actor=cast.alice, reason="与文件不符")
    record.refresh_from_db()
    assert getattr(record, field) == before


def test_amending_a_quantity_is_refused_and_undone(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    with pytest.raises(FactsWouldChange):
        amendment_asked(cast, record, value="90")
    assert (total(), log.size()) == (17, 1)
    assert list(drifted()) == []


def test_a_correction_waits_until_somebody_else_accepts_it(cast: SimpleNamespace) -> None:
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    correction = asked(cast, record)
    assert total() == 17
    with pytest.raises(OwnRecord):
        correction_accept(correction=correction, record=record, actor=cast.bob)
    correction_accept(correction=correction, record=record, actor=cast.alice)
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
        amendment_asked(cast, record, value="90")
    assert list(drifted()) == []
