"""The Merkle tree of RFC 6962 (and its successor 9162): roots, inclusion proofs and consistency proofs.

Leaves are hashed with the prefix 00 and nodes with 01, so that neither can pass for the other. Proofs are
first worked out as *ranges* of leaves, ``[start, end)``; whoever stores nodes of the tree turns a range into
its hash without touching every leaf. Nothing here knows a database.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

Range = tuple[int, int]

EMPTY = sha256(b"").digest()
"""Root of the tree without leaves."""


def leaf_hash(data: bytes) -> bytes:
    """The hash of one leaf's bytes."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node over its two children."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of a growing tree: the hash of each complete subtree, the largest first."""

    def __init__(self) -> None:
        self._subtrees: list[tuple[int, bytes]] = []

    def push(self, digest: bytes, height: int = 0) -> None:
        """Add a leaf hash, or the node over ``2**height`` leaves.

        Raises ValueError where a smaller subtree stands open to the left: the node belongs elsewhere.
        """
        if self._subtrees and self._subtrees[-1][0] < height:
            raise ValueError("a node can only follow complete subtrees of its own size or larger")
        while self._subtrees and self._subtrees[-1][0] == height:
            digest = node_hash(self._subtrees.pop()[1], digest)
            height += 1
        self._subtrees.append((height, digest))

    def root(self) -> bytes:
        """Root of the tree as it stands."""
        if not self._subtrees:
            return EMPTY
        *larger, (_, digest) = self._subtrees
        for _, left in reversed(larger):
            digest = node_hash(left, digest)
        return digest


def root(leaves: Iterable[bytes]) -> bytes:
    """Root of the tree over these leaf hashes."""
    leaves = list(leaves)
    if leaves and not len(leaves) & (len(leaves) - 1):  # a complete tree, level by level
        while len(leaves) > 1:
            leaves = [node_hash(left, right) for left, right in zip(leaves[::2], leaves[1::2], strict=True)]
        return leaves[0]
    frontier = Frontier()
    for leaf in leaves:
        frontier.push(leaf)
    return frontier.root()


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """The subtrees beside the way from leaf ``index`` up to the root of ``size`` leaves, lowest first.

    Raises ValueError where the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} in a tree of {size}")
    start, end, ranges = 0, size, []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    return ranges[::-1]


def consistency_ranges(old: int, new: int) -> list[Range]:
    """The subtrees that show the tree of ``old`` leaves to be a prefix of the tree of ``new``, lowest first.

    Raises ValueError unless 0 <= old <= new. Nothing needs showing from an empty tree, nor to itself.
    """
    if not 0 <= old <= new:
        raise ValueError(f"no way from {old} leaves to {new}")
    if old == 0:
        return []
    start, end, ranges = 0, new, []
    while end > old:
        middle = start + _split(end - start)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    if start > 0:  # else what is left is the old tree itself, whose root the verifier already has
        ranges.append((start, end))
    return ranges[::-1]


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Hashes that lead from leaf ``index`` to the root over these leaf hashes."""
    return [root(leaves[start:end]) for start, end in inclusion_ranges(index, len(leaves))]


def consistency_proof(leaves: Sequence[bytes], old: int) -> list[bytes]:
    """Hashes that show the first ``old`` leaf hashes to be a prefix of them all."""
    return [root(leaves[start:end]) for start, end in consistency_ranges(old, len(leaves))]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected: bytes) -> bool:
    """Whether the proof leads from this leaf hash at ``index`` to the expected root (RFC 9162, 2.1.3.2)."""
    if not (0 <= index < size and _hashes(proof)):
        return False
    place, last, digest = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            digest = node_hash(sibling, digest)
            place, last = _climb(place, last)
        else:
            digest = node_hash(digest, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and digest == expected


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows the old root to be of a prefix of the new one's leaves (RFC 9162, 2.1.4.2)."""
    if not (0 <= old <= new and _hashes(proof)):
        return False
    if old == 0:
        return not proof and old_root == EMPTY
    if old == new:
        return not proof and old_root == new_root
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    return bool(path) and _two_roots(path, old - 1, new - 1) == (old_root, new_root)


def _two_roots(path: list[bytes], place: int, last: int) -> tuple[bytes, bytes] | None:
    """The old and the new root that a consistency path leads to; None where it is too long or too short."""
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            place, last = _climb(place, last)
        else:
            after = node_hash(after, sibling)
        place, last = place >> 1, last >> 1
    return (before, after) if last == 0 else None


def _climb(place: int, last: int) -> tuple[int, int]:
    """Skip the levels on which a right-most node has no sibling and is its own parent."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _split(size: int) -> int:
    """The largest power of two below ``size``: how many leaves go to the left."""
    return 1 << ((size - 1).bit_length() - 1)


def _hashes(proof: Sequence[bytes]) -> bool:
    return all(len(digest) == 32 for digest in proof)
