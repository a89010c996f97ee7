"""Public forms are counted by address in the database: over all workers, for ten minutes, without the address."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from youju.lib import clock
from youju.orgs.sendings import Sending, sending_count, sendings_prune

HOME = "10.0.0.7"


def count(*, most: int = 3, what: str = "asked", address: str = HOME) -> bool:
    return sending_count(what=what, address=address, most=most)


@pytest.mark.django_db
def test_so_many_pass_and_no_more_until_ten_minutes_after_the_first():
    now = clock.now()
    with clock.at(now):
        assert [count() for _time in range(5)] == [True, True, True, False, False]
    with clock.at(now + timedelta(minutes=9)):
        assert not count()
    with clock.at(now + timedelta(minutes=10)):
        assert [count() for _time in range(4)] == [True, True, True, False]


@pytest.mark.django_db
def test_another_address_and_another_form_are_counted_apart():
    assert count(most=1) and not count(most=1)
    assert count(most=1, address="10.0.0.8")
    assert count(most=1, what="ordered")


@pytest.mark.django_db
def test_no_address_can_be_read_in_it_and_it_is_swept_away():
    count()
    assert HOME not in Sending.objects.get().key
    assert sendings_prune(clock.now() + timedelta(seconds=1)) == 1


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_are_counted_one_by_one():
    start, passed = Barrier(8), list[bool]()

    def send() -> None:
        start.wait()
        passed.append(count(most=5))
        connection.close()

    threads = [Thread(target=send) for _time in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(passed) == [False] * 3 + [True] * 5
