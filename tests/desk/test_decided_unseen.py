"""Nobody decides on a text that they have not seen: each decision names the version that its page showed."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import DAY, member, verified, visits
from youju.ledger import log
from youju.orgs.members import Member, Role
from youju.records.heads.record import Record
from youju.records.verbs.corrections import correction_ask, waiting_correction
from youju.records.verbs.record_verbs import record_return, record_submit

Waiting = tuple[Record, Member]


def draft(cast: SimpleNamespace) -> Waiting:
    return visits(cast.bob, cast.hill), cast.bob


def filed(cast: SimpleNamespace) -> Waiting:
    record = visits(cast.alice, cast.hill)
    record_submit(record=record, actor=cast.alice)
    return record, cast.bob


def handed_in(cast: SimpleNamespace) -> Waiting:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    return record, cast.alice


def to_check(cast: SimpleNamespace) -> Waiting:
    type(cast.hill).objects.filter(pk=cast.hill.pk).update(checks=True)
    cast.hill.refresh_from_db()
    return handed_in(cast)[0], member("rita", cast.hill, Role.REVIEWER)


def returned(cast: SimpleNamespace) -> Waiting:
    record, _officer = handed_in(cast)
    record_return(record=record, actor=cast.alice, reason="缺照片")
    return record, cast.bob


def counted(cast: SimpleNamespace) -> Waiting:
    return verified(visits(cast.bob, cast.hill), cast.bob, cast.alice), cast.alice


def to_correct(cast: SimpleNamespace) -> Waiting:
    record, _officer = counted(cast)
    data = {"title": ["走访农户"], "happened": [DAY.isoformat()], "sort": ["exam.candidates"], "value": ["21"],
            "late_reason": ["补录"], "unit": [str(cast.hill.pk)]}  # fmt: skip
    correction_ask(record=record, data=data, actor=cast.bob, version=record.version, reason="少记四户")
    return record, cast.alice


DECISIONS: list[tuple[str, Callable[[SimpleNamespace], Waiting]]] = [
    ("record-delete", draft),
    ("record-confirm", filed),
    ("record-return", handed_in),
    ("record-verify", handed_in),
    ("record-close", handed_in),
    ("record-check", to_check),
    ("record-drop", returned),
    ("record-void", counted),
    ("record-correction", to_correct),
]


@pytest.mark.parametrize(("route", "prepare"), DECISIONS, ids=[route for route, _prepare in DECISIONS])
def test_without_the_version_that_was_shown_nothing_is_decided(
    cast: SimpleNamespace, desk: Desk, route: str, prepare: Callable[[SimpleNamespace], Waiting]
):
    record, decider = prepare(cast)
    correction = waiting_correction(record.ref)
    form = {"reason": "x", "decision": "accept", "correction": correction.pk if correction else ""}
    there, size = type(record).objects.get(pk=record.pk), log.size()
    for named, said in (
        ({}, "which version of"),
        ({"seen": ""}, "which version of"),
        ({"seen": f"{record.ref}:{record.version + 1}"}, "was changed after you opened it"),
    ):
        answer = desk(decider).post(reverse(route, args=[record.ref]), form | named)
        assert answer.status_code == 409
        assert said in answer.text
    now = type(record).objects.get(pk=record.pk)
    assert (now.state, now.version, log.size()) == (there.state, there.version, size)
    assert waiting_correction(record.ref) == correction


def test_of_a_queue_what_was_not_shown_is_not_verified(cast: SimpleNamespace, desk: Desk):
    record, officer = handed_in(cast)
    answer = desk(officer).post(reverse("review"), {"ref": [record.ref]})
    assert answer.status_code == 409
    assert "which version of" in answer.text
    assert log.size() == 0
