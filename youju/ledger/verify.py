"""Check the whole log against itself, and against the last checkpoint that was signed.

What this finds: any entry, fact or node changed, added, removed or moved without recomputing every hash after it.
What only a checkpoint finds: a tail cut off, or a rewriter who recomputed everything. Keep copies of checkpoints
outside the server: until the first one leaves it, such a rewriter leaves no trace.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

from django.db.models import Exists, Min, OuterRef, Q

from youju.errors import YoujuError
from youju.ledger import checkpoint, stored, sweep, tree
from youju.ledger.damage import Damage, damage
from youju.ledger.history import History, negates
from youju.ledger.models import Entry, Fact, Node
from youju.ledger.rows import FactRow
from youju.ledger.stored import StoredEntry
from youju.lib import merkle
from youju.lib.canonical import entry_bytes, facts_digest

Progress = Callable[[int, int], None]
Block = Mapping[int, StoredEntry | None]
Facts = Mapping[int, Sequence[FactRow] | None]

# Where one of these was named in a block, that its stored node disagrees says nothing new.
_EXPLAIN_A_NODE = {"missing", "unreadable", "rewritten"}


def verify(progress: Progress | None = None) -> Iterator[Damage]:
    """Yield what is damaged, the first damaged entry first; nothing where the log is sound.

    progress: called with how many entries are checked and how many there are.
    """
    size, start = stored.extent(), 0
    if astray := stored.without_place():
        yield damage(0, "place", count=astray)
    orders = sweep.Orders()
    while start < size:
        end = min(start + sweep.STRETCH, size)
        start = end if sweep.is_sound(start, end, orders) else (yield from _carefully(start, end))
        if progress:
            progress(start, size)
    yield from _strays()
    if not astray:
        yield from _signed(size)


def _carefully(start: int, end: int) -> Generator[Damage, None, int]:
    """Name what is damaged in ``[start, end)``, block by block; gives where to go on."""
    while start < end:
        stop = min(start + tree.BLOCK, end)
        if block := stored.entries(Q(seq__gte=start, seq__lt=stop)):
            yield from _block(start, stop, block)
        else:  # hop over a gap, which may be as wide as one forged number
            yield damage(start, "missing")
            stop = stored.next_place(start) // tree.BLOCK * tree.BLOCK
        start = stop
    return start


def _block(start: int, end: int, block: Block) -> Iterator[Damage]:
    history = _history_before(start, block)
    facts = stored.facts([*range(start, end), *_voided(block)])
    whole = end - start == tree.BLOCK
    for seq in range(start, end):
        fault = _fault(seq, block, history, facts)
        if fault:
            yield fault
            whole &= fault.what not in _EXPLAIN_A_NODE
        if found := block.get(seq):
            history.advance(found.row)
    if whole and stored.node(start // tree.BLOCK) != merkle.root(found.leaf for found in block.values() if found):
        yield damage(start, "node", last=end - 1)


def _fault(seq: int, block: Block, history: History, facts: Facts) -> Damage | None:
    """The first thing wrong with one entry."""
    found = block.get(seq)
    if found is None:
        return damage(seq, "unreadable" if seq in block else "missing")
    row, rows = found.row, facts[seq]
    if merkle.leaf_hash(entry_bytes(row)) != found.leaf:
        return damage(seq, "rewritten")
    if rows is None or not _own_facts(found, rows):
        return damage(seq, "facts")
    if not history.follows(row):
        return damage(seq, "order", ref=row.record_ref, milestone=row.milestone)
    posted = facts[row.voids] if row.voids is not None else None
    if posted is not None and not negates(row, posted):
        return damage(seq, "negation", voids=row.voids)
    return None


def _own_facts(found: StoredEntry, rows: Sequence[FactRow]) -> bool:
    if found.row.kind == Entry.Kind.AMEND:  # its digest repeats the post's
        return not rows
    return facts_digest(rows) == found.row.facts_digest


def _history_before(start: int, block: Block) -> History:
    refs = {found.row.record_ref for found in block.values() if found}
    return History(stored.sound_entries(Q(seq__gte=0, seq__lt=start, record_ref__in=refs)))


def _voided(block: Block) -> list[int]:
    return [found.row.voids for found in block.values() if found and found.row.voids is not None]


def _strays() -> Iterator[Damage]:
    """Rows that hang on no entry."""
    orphans = Fact.objects.filter(~Exists(Entry.objects.filter(seq=OuterRef("entry_id"))))
    first = orphans.aggregate(first=Min("entry_id"))["first"]
    if first is not None:
        yield damage(first, "stray-fact")
    nodes = list(Node.objects.values_list("level", "index"))
    blocks = stored.extent() // tree.BLOCK  # after the nodes: a block completed meanwhile is no stray
    if any(level != tree.HEIGHT or index not in range(blocks) for level, index in nodes):
        yield damage(blocks * tree.BLOCK, "stray-node")


def _signed(size: int) -> Iterator[Damage]:
    try:
        checkpoint.check_kept()
    except YoujuError as error:
        yield damage(size, "checkpoint", reason=str(error))
