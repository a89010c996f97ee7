"""Voiding and amending what was posted."""

import pytest
from django.db.models import Sum

from tests.ledger.postings import CONTENT, amend, post, post_numbered, posting, void
from youju.ledger import log, reading
from youju.ledger.errors import NothingToAmend, NothingToVoid

pytestmark = pytest.mark.django_db


def test_a_void_brings_every_sum_back_to_zero() -> None:
    post_numbered(range(5))
    for i in range(5):
        void(f"study-{i}")
    sums = reading.all_facts().values("measure", "period", "unit").annotate(total=Sum("quantity"), count=Sum("n"))
    assert {(row["total"], row["count"]) for row in sums} == {(0, 0)}


def test_a_void_repeats_every_dimension() -> None:
    post_numbered([7])
    void("study-7")
    columns = ("unit", "period", "day", "measure", "category", "level", "occasion", "subject")
    posted, voided = ([[getattr(fact, c) for c in columns] for fact in reading.facts_of(seq)] for seq in (0, 1))
    assert posted == voided
    assert [(fact.quantity, fact.n) for fact in reading.facts_of(1)] == [(-7, -1), (-1, -1)]


def test_a_void_names_its_post_and_repeats_the_commitment_in_force() -> None:
    post(posting())
    amend(content=b"2" * 32)
    entry = void()
    assert (entry.voids, bytes(entry.commitment)) == (0, b"2" * 32)


def test_an_amendment_changes_the_commitment_and_no_fact() -> None:
    post(posting())
    entry = amend(content=b"2" * 32)
    assert reading.facts_of(entry.seq) == []
    assert bytes(entry.facts_digest) == bytes(reading.entries_by_seq([0])[0].facts_digest)
    assert reading.live_posts(["study-1"])["study-1", "verified"].commitment == b"2" * 32


def test_nothing_is_voided_that_was_never_posted() -> None:
    with pytest.raises(NothingToVoid):
        void()


def test_nothing_is_voided_twice() -> None:
    post(posting())
    void()
    with pytest.raises(NothingToVoid):
        void()


def test_nothing_is_amended_after_its_void() -> None:
    post(posting())
    void()
    with pytest.raises(NothingToAmend):
        amend()


def test_only_the_live_post_is_voided() -> None:
    post(posting())
    void()
    post(posting())
    assert void().voids == 2


def test_the_log_stays_sound_through_all_of_it() -> None:
    post(posting(), posting("study-2"))
    amend(content=CONTENT)
    void()
    post(posting())
    amend()
    void()
    assert list(log.verify()) == []
