"""The log as a Merkle tree: leaf hashes are in the entries, and each complete block of 256 has a stored node."""

from collections.abc import Sequence

from django.db.models import Max

from youju.ledger.errors import BeyondLedger
from youju.ledger.models import Entry, Node
from youju.lib import merkle

HEIGHT = 8
BLOCK = 1 << HEIGHT
_FETCHED = 10_000


def size(using: str = "default") -> int:
    """How many entries the log has: ``seq`` is dense from 0. using: in which database."""
    last: int | None = Entry.objects.using(using).aggregate(last=Max("seq"))["last"]
    return 0 if last is None else last + 1


def root(at: int | None = None) -> bytes:
    """Root over the first ``at`` entries, or over all. Raises BeyondLedger where the log was never so long."""
    return range_hash(0, within_log(at))


def root_of_leaves(using: str = "default") -> bytes:
    """Root over all entries of a database from their own hashes, whatever nodes are stored there."""
    frontier = merkle.Frontier()
    leaves = Entry.objects.using(using).order_by("seq").values_list("leaf", flat=True)
    for leaf in leaves.iterator(chunk_size=_FETCHED):
        frontier.push(bytes(leaf))
    return frontier.root()


def within_log(at: int | None) -> int:
    """A size the log has or once had; None means the present one. Raises BeyondLedger for any other."""
    now = size()
    if at is not None and not 0 <= at <= now:
        raise BeyondLedger(size=now, asked=at)
    return now if at is None else at


def range_hash(start: int, end: int) -> bytes:
    """Hash of the subtree over entries ``[start, end)``, from stored nodes as far as they reach.

    A range of 256 or more in an RFC 6962 tree always starts at a block's edge.
    """
    frontier = merkle.Frontier()
    blocks = range(start // BLOCK, end // BLOCK) if end - start >= BLOCK else range(0)
    for digest in _nodes(blocks):
        frontier.push(digest, HEIGHT)
    for leaf in _leaves(max(start, blocks.stop * BLOCK) if blocks else start, end):
        frontier.push(leaf)
    return frontier.root()


def keep_nodes(start: int, leaves: Sequence[bytes]) -> None:
    """Store a node for each block that the leaves appended at ``start`` have completed."""
    end = start + len(leaves)
    first, stop = start // BLOCK, end // BLOCK
    if first == stop:
        return
    run = [*_leaves(first * BLOCK, start), *leaves]
    Node.objects.bulk_create(
        Node(level=HEIGHT, index=index, hash=merkle.root(run[(index - first) * BLOCK : (index - first + 1) * BLOCK]))
        for index in range(first, stop)
    )


def inclusion_proof(index: int, at: int) -> list[bytes]:
    """Hashes that lead from entry ``index`` to the root over the first ``at`` entries."""
    return [range_hash(start, end) for start, end in merkle.inclusion_ranges(index, at)]


def consistency_proof(old: int, new: int) -> list[bytes]:
    """Hashes that show the log of ``old`` entries to be a prefix of the log of ``new``."""
    return [range_hash(start, end) for start, end in merkle.consistency_ranges(old, new)]


def _nodes(blocks: range) -> list[bytes]:
    rows = Node.objects.filter(level=HEIGHT, index__gte=blocks.start, index__lt=blocks.stop).order_by("index")
    return [bytes(digest) for digest in rows.values_list("hash", flat=True)]


def _leaves(start: int, end: int) -> list[bytes]:
    rows = Entry.objects.filter(seq__gte=start, seq__lt=end).order_by("seq")
    return [bytes(leaf) for leaf in rows.values_list("leaf", flat=True)]
