"""Many take numbers at once, some of them fail: neither a gap nor a double."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from youju.orgs.sequences import Sequence, take

pytestmark = pytest.mark.django_db(transaction=True)

_CLERKS, _PAPERS = 8, 12


class _NoPaperError(Exception):
    pass


def _clerk(gate: Barrier, chance: random.Random) -> list[int]:
    """The numbers of the papers that one clerk got done; a third of them fail after the number was taken."""
    numbers = []
    gate.wait()
    try:
        for _paper in range(_PAPERS):
            try:
                with transaction.atomic():
                    number = take("case", 2026)
                    if chance.random() < 1 / 3:
                        raise _NoPaperError
            except _NoPaperError:
                continue
            numbers.append(number)
    finally:
        connection.close()
    return numbers


def test_the_first_numbers_of_a_year_are_taken_by_many_at_once():
    gate = Barrier(_CLERKS)
    with ThreadPoolExecutor(_CLERKS) as pool:
        taken = list(pool.map(_clerk, [gate] * _CLERKS, map(random.Random, range(_CLERKS))))
    numbers = sorted(number for of_one in taken for number in of_one)
    assert numbers == list(range(1, len(numbers) + 1))
    assert Sequence.objects.get().next == len(numbers) + 1
