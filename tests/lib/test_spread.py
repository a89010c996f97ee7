"""Sharing a number out: nothing is lost, and no part is a freak."""

from random import Random

import pytest

from youju.lib.spread import about_evenly


@pytest.mark.parametrize(("total", "places"), [(158, 12), (775, 26), (12, 12), (5, 12)])
def test_about_evenly_gives_all_of_it_in_parts_of_at_least_two_thirds(total: int, places: int) -> None:
    parts = about_evenly(total, places, Random(total))
    assert (sum(parts), len(parts)) == (total, places)
    assert min(parts) >= total * 2 // (3 * places)


def test_about_evenly_gives_the_same_for_the_same_chance() -> None:
    assert about_evenly(158, 12, Random(1)) == about_evenly(158, 12, Random(1))
