"""The only door to the log: post, amend, void; each is the last step of a verb, inside its transaction.

An entry and its facts are written together or not at all, one writer at a time, and never changed afterwards.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import NamedTuple

from youju.ledger import lock, tree
from youju.ledger.damage import Damage
from youju.ledger.errors import AlreadyPosted, NothingToAmend, NothingToVoid
from youju.ledger.facts import FactLine, Posting
from youju.ledger.insert import insert_entries, insert_facts
from youju.ledger.models import Entry
from youju.ledger.reading import Live, live_posts, rows_of
from youju.ledger.rows import EntryRow, FactRow, fact_bytes, nfc
from youju.ledger.tree import root, size
from youju.ledger.verify import verify
from youju.lib import clock
from youju.lib.canonical import entry_bytes, facts_digest, facts_digest_of
from youju.lib.merkle import leaf_hash

__all__ = ["Damage", "Entry", "FactLine", "Posting", "amend", "post", "post_many", "root", "size", "verify", "void"]

Key = tuple[str, str]


class _Draft(NamedTuple):
    """An entry that has no place in the log yet."""

    kind: Entry.Kind
    voids: int | None
    key: Key
    unit: str
    actor: str
    commitment: bytes
    digest: bytes
    rows: Sequence[FactRow]


def post(posting: Posting) -> Entry:
    """Add one milestone and its facts. Raises AlreadyPosted, UnfitQuantity, OutsideTransaction."""
    return post_many([posting])[0]


def post_many(postings: Iterable[Posting]) -> list[Entry]:
    """Add many milestones under one hold of the lock: all of them, or none. Raises as ``post``."""
    drafts = _drafts(list(postings))
    lock.hold()
    _refuse_posted([draft.key for draft in drafts])
    return _append(drafts)


def amend(*, ref: str, milestone: str, actor: str, commitment: bytes) -> Entry:
    """Commit to a new content of a posted milestone; its facts stay. Raises NothingToAmend, OutsideTransaction."""
    lock.hold()
    live = _live(ref, milestone)
    if live is None:
        raise NothingToAmend(ref=ref, milestone=milestone)
    draft = _Draft(
        kind=Entry.Kind.AMEND,
        voids=None,
        key=live.key,
        unit=live.post.unit,
        actor=nfc(actor),
        commitment=_hash(commitment),
        digest=bytes(live.post.facts_digest),
        rows=(),
    )
    return _append([draft])[0]


def void(*, ref: str, milestone: str, actor: str) -> Entry:
    """Take a posted milestone back: each of its facts is posted again, negated.

    Raises NothingToVoid, OutsideTransaction.
    """
    lock.hold()
    live = _live(ref, milestone)
    if live is None:
        raise NothingToVoid(ref=ref, milestone=milestone)
    rows = [row.negated() for row in rows_of([live.post.seq])[live.post.seq]]
    draft = _Draft(
        kind=Entry.Kind.VOID,
        voids=live.post.seq,
        key=live.key,
        unit=live.post.unit,
        actor=nfc(actor),
        commitment=live.commitment,
        digest=facts_digest(rows),
        rows=rows,
    )
    return _append([draft])[0]


def _drafts(postings: Sequence[Posting]) -> list[_Draft]:
    rows = [[FactRow.posted(line) for line in posting.facts] for posting in postings]
    hashed = iter(fact_bytes(list(chain.from_iterable(rows))))
    return [
        _posted(posting, own, facts_digest_of(islice(hashed, len(own))))
        for posting, own in zip(postings, rows, strict=True)
    ]


def _posted(posting: Posting, rows: Sequence[FactRow], digest: bytes) -> _Draft:
    return _Draft(
        kind=Entry.Kind.POST,
        voids=None,
        key=(nfc(posting.ref), nfc(posting.milestone)),
        unit=nfc(posting.unit),
        actor=nfc(posting.actor),
        commitment=_hash(posting.commitment),
        digest=digest,
        rows=rows,
    )


def _refuse_posted(keys: Sequence[Key]) -> None:
    taken: set[Key] = set(live_posts(ref for ref, _ in keys))
    for key in keys:
        if key in taken:
            raise AlreadyPosted(ref=key[0], milestone=key[1])
        taken.add(key)


def _live(ref: str, milestone: str) -> Live | None:
    return live_posts([nfc(ref)]).get((nfc(ref), nfc(milestone)))


def _append(drafts: Sequence[_Draft]) -> list[Entry]:
    """Give each draft the next place. Only under the lock."""
    start, now = tree.size(), clock.now()
    rows = [_placed(draft, seq, now) for seq, draft in enumerate(drafts, start)]
    leaves = [leaf_hash(entry_bytes(row)) for row in rows]
    entries = [Entry(**row._asdict(), leaf=leaf) for row, leaf in zip(rows, leaves, strict=True)]
    insert_entries(rows, leaves, now)
    insert_facts([(seq, *row) for seq, draft in enumerate(drafts, start) for row in draft.rows])
    tree.keep_nodes(start, leaves)
    return entries


def _placed(draft: _Draft, seq: int, now: datetime) -> EntryRow:
    ref, milestone = draft.key
    return EntryRow(
        seq=seq,
        kind=draft.kind.value,
        voids=draft.voids,
        record_ref=ref,
        milestone=milestone,
        unit=draft.unit,
        actor=draft.actor,
        at=now,
        commitment=draft.commitment,
        facts_digest=draft.digest,
    )


def _hash(commitment: bytes) -> bytes:
    if len(commitment) != 32:
        raise ValueError("a commitment has 32 bytes")
    return commitment
