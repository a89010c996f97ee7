"""Percentages: half up, and 100 or 0 only where it is so."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.lib.rounding import percent


@pytest.mark.parametrize(
    ("part", "whole", "places", "text"),
    [(765, 775, 2, "98.71"), (156, 158, 2, "98.73"), (156, 158, 0, "99"), (1, 8, 1, "12.5"), (99999, 100000, 0, "99")],
)
def test_it_rounds_half_up(part: int, whole: int, places: int, text: str) -> None:
    assert percent(part, whole, places) == Decimal(text)


def test_nothing_counted_has_no_share() -> None:
    assert percent(0, 0) is None


@given(st.integers(1, 10**9).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))), st.integers(0, 3))
def test_it_lies_within_one_step_and_reaches_the_ends_only_exactly(pair: tuple[int, int], places: int) -> None:
    part, whole = pair
    share = percent(part, whole, places)
    assert share is not None
    assert abs(Fraction(share) - Fraction(100 * part, whole)) < Fraction(1, 10**places)
    assert (share == 100) == (part == whole)
    assert (share == 0) == (part == 0)
