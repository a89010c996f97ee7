"""Which units are told of together: none by itself with few answers, and none to be had by taking away."""

from hypothesis import given
from hypothesis import strategies as st

from youju.records.reviews.survey.merging import put_together

_UNITS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 40), max_size=12)


def test_the_small_ones_are_put_together():
    assert put_together({"a": 3, "b": 4, "c": 20}, 5) == {"a", "b"}


def test_what_is_too_little_together_takes_the_next_smallest_in():
    assert put_together({"a": 2, "b": 20, "c": 8}, 5) == {"a", "c"}


def test_a_unit_without_an_answer_stands_by_itself():
    assert put_together({"a": 0, "b": 6}, 5) == frozenset()


@given(_UNITS, st.integers(1, 12))
def test_whatever_is_told_of_is_nothing_or_enough(answers: dict[str, int], least: int):
    together = put_together(answers, least)
    alone = [count for unit, count in answers.items() if unit not in together]
    assert all(count == 0 or count >= least for count in alone)
    total = sum(answers[unit] for unit in together)
    assert total == 0 or total >= least or not any(alone)


@given(_UNITS, st.integers(1, 12))
def test_no_more_are_put_together_than_must_be(answers: dict[str, int], least: int):
    together = put_together(answers, least)
    large = [answers[unit] for unit in together if answers[unit] >= least]
    small = sum(answers[unit] for unit in together if answers[unit] < least)
    assert len(large) <= 1 and (not large or small < least)
