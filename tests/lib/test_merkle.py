"""The tree of RFC 6962, compared with a naive reading of the RFC at every size up to 300."""

from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.lib.merkle import (
    EMPTY,
    Frontier,
    consistency_proof,
    consistency_ranges,
    inclusion_proof,
    inclusion_ranges,
    leaf_hash,
    node_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

LEAVES = [leaf_hash(str(i).encode()) for i in range(301)]
ROOTS = [root(LEAVES[:size]) for size in range(301)]
SIZES = st.integers(1, 300)


@cache
def naive(start: int, end: int) -> bytes:
    """MTH of RFC 6962, 2.1, word for word."""
    if start == end:
        return sha256(b"").digest()
    if end - start == 1:
        return LEAVES[start]
    k = 1
    while k * 2 < end - start:
        k *= 2
    return sha256(b"\x01" + naive(start, start + k) + naive(start + k, end)).digest()


def naive_path(m: int, start: int, end: int) -> list[bytes]:
    """PATH of RFC 6962, 2.1.1."""
    if end - start == 1:
        return []
    k = 1
    while k * 2 < end - start:
        k *= 2
    if m < k:
        return [*naive_path(m, start, start + k), naive(start + k, end)]
    return [*naive_path(m - k, start + k, end), naive(start, start + k)]


def naive_consistency(m: int, start: int, end: int, whole: bool) -> list[bytes]:
    """SUBPROOF of RFC 6962, 2.1.2."""
    if m == end - start:
        return [] if whole else [naive(start, end)]
    k = 1
    while k * 2 < end - start:
        k *= 2
    if m <= k:
        return [*naive_consistency(m, start, start + k, whole), naive(start + k, end)]
    return [*naive_consistency(m - k, start + k, end, False), naive(start, start + k)]


def mutations(proof: list[bytes], place: int) -> list[list[bytes]]:
    """Every class of damage to a proof, at one place of it."""
    flipped = [bytes([b[0] ^ 1]) + b[1:] if i == place else b for i, b in enumerate(proof)]
    shorter = [b for i, b in enumerate(proof) if i != place]
    return [
        flipped,
        shorter,
        [*proof[:place], bytes(32), *proof[place:]],
        [*proof[:place], proof[place], *proof[place:]],
        [*proof[:place], proof[place][:31], *proof[place + 1 :]],
        [*proof[:place], proof[place] + b"\0", *proof[place + 1 :]],
        [*proof, bytes(32)],
        [bytes(32), *proof],
        [],
    ]


def test_the_known_roots_of_the_rfc_examples() -> None:
    assert EMPTY.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert leaf_hash(b"").hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert leaf_hash(b"") != node_hash(b"", b"")


def test_roots_agree_with_the_rfc_at_every_size() -> None:
    assert [naive(0, size) for size in range(301)] == ROOTS


def test_every_inclusion_proof_agrees_with_the_rfc_and_verifies() -> None:
    for size in range(1, 301):
        for index in {0, 1, size // 3, size // 2, size - 2, size - 1} & set(range(size)):
            proof = inclusion_proof(LEAVES[:size], index)
            assert proof == naive_path(index, 0, size)
            assert verify_inclusion(LEAVES[index], index, size, proof, ROOTS[size])


def test_every_consistency_proof_agrees_with_the_rfc_and_verifies() -> None:
    for new in range(1, 301, 7):
        for old in range(1, new + 1):
            proof = consistency_proof(LEAVES[:new], old)
            assert proof == naive_consistency(old, 0, new, True)
            assert verify_consistency(old, new, ROOTS[old], ROOTS[new], proof)


@given(size=SIZES, data=st.data())
def test_a_mutated_inclusion_proof_is_refused(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(LEAVES[:size], index)
    if proof:
        place = data.draw(st.integers(0, len(proof) - 1))
        for forged in mutations(proof, place):
            assert not verify_inclusion(LEAVES[index], index, size, forged, ROOTS[size])
    assert not verify_inclusion(LEAVES[300], index, size, proof, ROOTS[size])
    assert not verify_inclusion(LEAVES[index], index, size, proof, bytes(32))
    assert not verify_inclusion(LEAVES[index], -1, size, proof, ROOTS[size])
    assert not verify_inclusion(LEAVES[index], size, size, proof, ROOTS[size])


@given(size=SIZES, data=st.data())
def test_a_proof_holds_for_its_own_index_only(size: int, data: st.DataObject) -> None:
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(LEAVES[:size], index)
    assert verify_inclusion(LEAVES[index], other, size, proof, ROOTS[size]) == (index == other)


@given(new=st.integers(2, 300), data=st.data())
def test_a_mutated_consistency_proof_is_refused(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new - 1))
    proof = consistency_proof(LEAVES[:new], old)
    for forged in mutations(proof, data.draw(st.integers(0, len(proof) - 1))):
        assert not verify_consistency(old, new, ROOTS[old], ROOTS[new], forged)
    assert not verify_consistency(old, new, bytes(32), ROOTS[new], proof)
    assert not verify_consistency(old, new, ROOTS[old], bytes(32), proof)
    assert not verify_consistency(new, old, ROOTS[new], ROOTS[old], proof)


def test_nothing_needs_proving_from_an_empty_tree_nor_to_itself() -> None:
    assert verify_consistency(0, 5, EMPTY, ROOTS[5], [])
    assert verify_consistency(5, 5, ROOTS[5], ROOTS[5], [])
    assert not verify_consistency(0, 5, ROOTS[1], ROOTS[5], [])
    assert not verify_consistency(5, 5, ROOTS[5], ROOTS[4], [])
    assert not verify_consistency(5, 5, ROOTS[5], ROOTS[5], [ROOTS[5]])


@pytest.mark.parametrize(("index", "size"), [(0, 0), (1, 1), (-1, 5)])
def test_a_leaf_outside_the_tree_has_no_proof(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_ranges(index, size)


@pytest.mark.parametrize(("old", "new"), [(2, 1), (-1, 1)])
def test_a_tree_does_not_shrink(old: int, new: int) -> None:
    with pytest.raises(ValueError, match="no way"):
        consistency_ranges(old, new)


def test_whole_subtrees_may_be_pushed_in_place_of_their_leaves() -> None:
    frontier = Frontier()
    frontier.push(ROOTS[256], 8)
    for leaf in LEAVES[256:300]:
        frontier.push(leaf)
    assert frontier.root() == ROOTS[300]


def test_a_subtree_cannot_be_pushed_behind_a_smaller_one() -> None:
    frontier = Frontier()
    frontier.push(LEAVES[0])
    with pytest.raises(ValueError, match="own size"):
        frontier.push(ROOTS[256], 8)
