"""Posting a milestone and its facts."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from tests.ledger.postings import CONTENT, DAY, post, post_numbered, posting, void
from youju.ledger import log, reading
from youju.ledger.errors import AlreadyPosted, OutsideTransaction, UnfitQuantity
from youju.ledger.log import FactLine

pytestmark = pytest.mark.django_db


def test_the_first_entry_has_place_zero_and_the_next_one_follows() -> None:
    assert [entry.seq for entry in post(posting("study-1"), posting("study-2"))] == [0, 1]
    assert post(posting("study-3"))[0].seq == 2
    assert log.size() == 3


def test_a_fact_keeps_every_dimension_and_the_month_of_its_day() -> None:
    post(posting("study-1", FactLine("school-1", date(2025, 12, 31), "honours", 3, "team", "county", "spring", "t1")))
    fact = reading.facts_of(0)[0]
    kept = (fact.unit, fact.period, fact.day, fact.measure, fact.quantity, fact.n)
    assert kept == ("school-1", 202512, date(2025, 12, 31), "honours", 3, 1)
    assert (fact.category, fact.level, fact.occasion, fact.subject) == ("team", "county", "spring", "t1")


def test_a_milestone_posts_once() -> None:
    post(posting())
    with pytest.raises(AlreadyPosted, match="study-1"):
        post(posting())
    assert log.size() == 1


def test_one_call_cannot_post_a_milestone_twice() -> None:
    with pytest.raises(AlreadyPosted):
        post(posting(), posting())
    assert log.size() == 0


def test_milestones_of_one_record_post_independently() -> None:
    post(posting(milestone="received"), posting(milestone="answered"))
    assert [entry.milestone for entry in reading.entries_of("study-1")] == ["received", "answered"]


def test_a_voided_milestone_posts_again() -> None:
    post(posting())
    void()
    assert post(posting())[0].seq == 2


def test_a_milestone_without_facts_posts_too() -> None:
    entry = post(log.Posting("study-1", "verified", "school-1", "bob", (), CONTENT))[0]
    assert reading.facts_of(entry.seq) == []


@pytest.mark.django_db(transaction=True)
def test_it_refuses_to_write_outside_a_transaction() -> None:
    with pytest.raises(OutsideTransaction):
        log.post(posting())
    assert log.size() == 0


@pytest.mark.django_db(transaction=True)
def test_an_entry_vanishes_with_the_transaction_that_fails() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        log.post(posting())
        raise RuntimeError
    assert post(posting())[0].seq == 0


@pytest.mark.parametrize("quantity", [10**15 + 1, -(10**15) - 1, 2**63])
def test_it_refuses_a_quantity_that_sums_could_not_hold(quantity: int) -> None:
    with pytest.raises(UnfitQuantity):
        post(posting("study-1", FactLine("school-1", DAY, "funds", quantity)))


def test_it_refuses_an_instant_where_a_day_belongs() -> None:
    with pytest.raises(TypeError):
        post(posting("study-1", FactLine("school-1", datetime(2025, 3, 7, tzinfo=UTC), "sessions", 1)))


def test_it_refuses_a_commitment_of_another_length() -> None:
    with pytest.raises(ValueError, match="32"):
        post(posting()._replace(commitment=b"short"))


def test_two_unicode_spellings_are_one_record() -> None:
    post(posting("cafe\u0301"))
    with pytest.raises(AlreadyPosted):
        post(posting("caf\u00e9"))


def test_many_postings_give_what_single_ones_give() -> None:
    post_numbered(range(3))
    for i in range(3, 6):
        post_numbered([i])
    assert [entry.record_ref for seq, entry in sorted(reading.entries_by_seq(range(9)).items())] == [
        f"study-{i}" for i in range(6)
    ]
    assert list(log.verify()) == []
