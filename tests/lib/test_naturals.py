"""What somebody types or sends in place of a number is none, however long it is and whatever it is written in."""

import pytest

from youju.lib.naturals import natural


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("007", 7), ("9" * 18, 10**18 - 1), ("9" * 19, None), ("9" * 5000, None), ("", None), ("-1", None),
     ("1.0", None), (" 1", None), ("１", None), ("²", None), ("x", None)],
)  # fmt: skip
def test_a_number_is_read_or_none(text: str, number: int | None):
    assert natural(text) == number


def test_it_may_be_kept_shorter():
    assert (natural("1234", 4), natural("12345", 4)) == (1234, None)
