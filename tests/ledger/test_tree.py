"""Roots and stored nodes around the edges of a block."""

import pytest

from tests.ledger.postings import post_numbered
from youju.ledger import log, tree
from youju.ledger.errors import BeyondLedger
from youju.ledger.models import Entry, Node
from youju.lib import merkle

pytestmark = pytest.mark.django_db


def leaves() -> list[bytes]:
    return [bytes(leaf) for leaf in Entry.objects.order_by("seq").values_list("leaf", flat=True)]


def test_an_empty_log_has_the_empty_root() -> None:
    assert (log.size(), log.root()) == (0, merkle.EMPTY)


@pytest.mark.parametrize("steps", [[255, 1, 1], [256], [257], [1, 255], [100, 100, 100, 300], [513], [255, 514]])
def test_each_complete_block_has_one_node_however_it_was_filled(steps: list[int]) -> None:
    for step in steps:
        post_numbered(range(log.size(), log.size() + step))
    whole = leaves()
    nodes = {node.index: bytes(node.hash) for node in Node.objects.all()}
    assert nodes == {i: merkle.root(whole[i * 256 : i * 256 + 256]) for i in range(len(whole) // 256)}


def test_the_root_of_every_size_is_that_of_its_leaves() -> None:
    post_numbered(range(600))
    whole = leaves()
    for size in [0, 1, 2, 3, 255, 256, 257, 300, 511, 512, 513, 599, 600]:
        assert log.root(size) == merkle.root(whole[:size])


def test_there_is_no_root_beyond_the_log() -> None:
    with pytest.raises(BeyondLedger, match="0"):
        log.root(1)


@pytest.mark.parametrize("index", [0, 1, 255, 256, 511, 512, 599])
def test_an_entry_is_proved_from_stored_nodes(index: int) -> None:
    post_numbered(range(600))
    for size in {index + 1, 600}:
        proof = tree.inclusion_proof(index, size)
        assert merkle.verify_inclusion(leaves()[index], index, size, proof, log.root(size))


@pytest.mark.parametrize("old", [1, 255, 256, 257, 512, 600])
def test_a_prefix_is_proved_from_stored_nodes(old: int) -> None:
    post_numbered(range(600))
    proof = tree.consistency_proof(old, 600)
    assert merkle.verify_consistency(old, 600, log.root(old), log.root(600), proof)
