"""Batches: nothing lost, nothing doubled, never more than asked for."""

from hypothesis import given
from hypothesis import strategies as st

from youju.lib.batches import batches


@given(st.lists(st.integers()), st.integers(1, 7))
def test_the_items_come_in_their_order_and_in_small_pieces(items: list[int], size: int) -> None:
    pieces = list(batches(items, size))
    assert [item for piece in pieces for item in piece] == items
    assert all(0 < len(piece) <= size for piece in pieces)
