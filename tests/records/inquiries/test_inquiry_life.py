"""An inquiry from the day it is received to the day it is settled, and what it counts."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests.records.inquiries.desk_of_inquiries import DAY, NOON, answered, assigned, at_desk, drafted, moved, taken_in
from youju.errors import NotAllowed
from youju.ledger import log
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.records.inquiries.inquiry.errors import ReopenedAlready, VaguePromise
from youju.records.inquiries.inquiry.moves import InquiryState
from youju.records.reading.drift import drifted


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


def counted() -> dict[str, list[tuple[date, int]]]:
    found: dict[str, list[tuple[date, int]]] = {}
    for fact in live_facts().order_by("measure", "day"):
        found.setdefault(fact.measure, []).append((fact.day, fact.quantity))
    return found


def test_from_intake_to_settled(office: SimpleNamespace):
    inquiry = taken_in(office)
    assert (inquiry.number, inquiry.state, inquiry.due_on) == ("2025-00001", "received", date(2025, 3, 19))
    inquiry = answered(office, assigned(office))
    with clock.at(NOON + timedelta(days=2)):
        inquiry = moved(inquiry, "settle", office.alice)
    assert (inquiry.state, inquiry.settled_on, inquiry.due_on) == ("settled", date(2025, 3, 12), None)
    assert list(drifted()) == [] and list(log.verify()) == []


def test_parts_count_on_the_day_of_receipt_and_work_on_its_own(office: SimpleNamespace):
    inquiry = assigned(office, happened=date(2025, 3, 3))
    with clock.at(NOON + timedelta(days=1)):
        moved(answered(office, inquiry), "settle", office.alice)
    received = date(2025, 3, 3)
    assert counted() == {
        "inquiries.received": [(received, 1)],
        "inquiries.answered": [(received, 1)],
        "inquiries.on_time": [(received, 1)],
        "inquiries.settled": [(received, 1)],
        "inquiries.answers_given": [(date(2025, 3, 11), 1)],
        "inquiries.work_days": [(date(2025, 3, 11), 6)],
    }


def test_what_is_not_ours_or_merged_does_not_count(office: SimpleNamespace):
    inquiry, other = taken_in(office), taken_in(office)
    moved(inquiry, "decline", office.alice, passed_to="县人社局")
    moved(other, "merge", office.alice, merged_into=taken_in(office))
    assert counted() == {"inquiries.received": [(DAY, 1)]}
    moved(inquiry, "take-back", office.alice)
    assert counted() == {"inquiries.received": [(DAY, 1)] * 2}
    assert list(drifted()) == []


def test_no_drafter_signs(office: SimpleNamespace):
    inquiry = assigned(office)
    inquiry = moved(inquiry, "draft", office.olga, draft=drafted(office.olga))
    inquiry = moved(inquiry, "draft", office.alice, draft=drafted(office.alice))
    for writer in (office.olga, office.alice):
        with pytest.raises(NotAllowed):
            moved(inquiry, "sign", writer)
    assert [answer.drafter for answer in inquiry.answers.all()] == [office.olga, office.alice]


def test_it_is_reopened_once_and_counts_as_answered_all_the_same(office: SimpleNamespace):
    inquiry = moved(answered(office), "settle", office.alice)
    inquiry = moved(inquiry, "reopen", office.alice)
    assert inquiry.state == InquiryState.ASSIGNED and "inquiries.settled" not in counted()
    inquiry = answered(office, inquiry)
    assert counted()["inquiries.answered"] == [(DAY, 1)]
    assert counted()["inquiries.answers_given"] == [(DAY, 2)]
    with pytest.raises(ReopenedAlready):
        moved(inquiry, "reopen", office.alice)
    assert list(drifted()) == []


def test_a_vague_promise_is_refused_until_it_has_a_day(office: SimpleNamespace):
    inquiry = assigned(office)
    with pytest.raises(VaguePromise):
        moved(inquiry, "draft", office.alice, draft=drafted(office.alice, "我们将尽快修复路灯。"))
    promise = drafted(office.alice, "我们将尽快修复路灯。", promised_on=date(2025, 4, 1))
    inquiry = moved(inquiry, "draft", office.alice, draft=promise)
    assert inquiry.state == "drafted"
