"""Many writers and a reader at once, on the real database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection

from tests.ledger.postings import post, posting
from youju.ledger import log
from youju.ledger.errors import AlreadyPosted
from youju.ledger.models import Entry

WRITERS, EACH = 8, 20

pytestmark = pytest.mark.django_db(transaction=True)


def write(writer: int) -> list[int]:
    try:
        return [post(posting(f"study-{writer}-{i}"))[0].seq for i in range(EACH)]
    finally:
        connection.close()


def watch(done: Event) -> list[list[int]]:
    """Snapshots of the places in the log, taken until the writers are done."""
    seen = []
    try:
        while not done.is_set():
            seen.append(list(Entry.objects.order_by("seq").values_list("seq", flat=True)))
    finally:
        connection.close()
    return seen


def race(writer: int) -> bool:
    try:
        post(posting("study-1"))
    except AlreadyPosted:
        return False
    finally:
        connection.close()
    return True


def test_every_snapshot_is_a_prefix_and_no_place_is_skipped_or_taken_twice() -> None:
    done = Event()
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reader = pool.submit(watch, done)
        places = [seq for written in pool.map(write, range(WRITERS)) for seq in written]
        done.set()
        snapshots = reader.result()
    assert sorted(places) == list(range(WRITERS * EACH))
    assert all(snapshot == list(range(len(snapshot))) for snapshot in snapshots)
    assert list(log.verify()) == []


def test_of_writers_of_one_milestone_one_wins_and_the_others_are_told() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        assert sorted(pool.map(race, range(WRITERS))) == [False] * (WRITERS - 1) + [True]
    assert log.size() == 1
