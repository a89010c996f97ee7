"""Many changes of the log in one call: each as if it stood alone, in the order given, or none of them."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from tests.ledger.postings import CONTENT, change, post, post_numbered, posting
from youju.ledger import log, reading
from youju.ledger.errors import AlreadyPosted, NothingToAmend, NothingToVoid
from youju.ledger.log import Amending, Change, Voiding
from youju.lib import clock

pytestmark = pytest.mark.django_db

ANEW = b"2" * 32
VOID_1 = Voiding("study-1", "verified", "alice")
AMEND_1 = Amending("study-1", "verified", "alice", ANEW)


def test_they_take_their_places_in_the_order_given() -> None:
    post_numbered([1, 2])
    entries = change(VOID_1, posting("study-3"), Amending("study-2", "verified", "alice", ANEW))
    assert [(entry.seq, entry.kind, entry.record_ref) for entry in entries] == [
        (2, "void", "study-1"), (3, "post", "study-3"), (4, "amend", "study-2"),
    ]  # fmt: skip
    assert [fact.quantity for fact in reading.facts_of(2)] == [-1, -1]
    assert list(log.verify()) == []


def test_together_they_leave_the_root_that_they_leave_one_by_one() -> None:
    changes: list[Change] = [posting("study-2"), AMEND_1, VOID_1, posting("study-1")]
    with clock.at(datetime(2025, 3, 8, tzinfo=UTC)):
        post(posting("study-1"))
        with transaction.atomic():
            for each in changes:
                change(each)
            one_by_one = log.root()
            transaction.set_rollback(True)
        change(posting("study-2"), AMEND_1)
        change(VOID_1, posting("study-1"))
    assert log.root() == one_by_one and log.size() == 5


def test_what_is_voided_may_be_posted_anew_by_a_later_change() -> None:
    post(posting("study-1"))
    change(VOID_1, posting("study-1"))
    assert reading.live_posts(["study-1"])["study-1", "verified"].post.seq == 2
    assert list(log.verify()) == []


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ((posting("study-1"),), AlreadyPosted),
        ((posting("study-2"), posting("study-2")), AlreadyPosted),
        ((VOID_1, VOID_1), NothingToVoid),
        ((VOID_1, AMEND_1), NothingToAmend),
        ((VOID_1, posting("study-1"), posting("study-1")), AlreadyPosted),
        ((posting("study-2"), Voiding("study-2", "verified", "alice")), NothingToVoid),
        ((posting("study-2"), Amending("study-2", "verified", "alice", CONTENT)), NothingToAmend),
    ],
)
def test_one_that_cannot_be_made_takes_all_with_it(changes: tuple[Change, ...], error: type[Exception]) -> None:
    post(posting("study-1"))
    with pytest.raises(error):
        change(posting("study-9"), *changes)
    assert log.size() == 1
