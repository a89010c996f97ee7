"""The only door to the log: post, amend, void; each is the last step of a verb, inside its transaction.

An entry and its facts are written together or not at all, one writer at a time, and never changed afterwards.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from youju.ledger import lock, tree
from youju.ledger.damage import Damage
from youju.ledger.drafts import Amending, Change, Draft, Voiding, drafts_of, posted
from youju.ledger.facts import FactLine, Posting
from youju.ledger.insert import insert_entries, insert_facts
from youju.ledger.models import Entry
from youju.ledger.rows import EntryRow
from youju.ledger.tree import root, size
from youju.ledger.verify import verify
from youju.lib import clock
from youju.lib.canonical import entry_bytes
from youju.lib.merkle import leaf_hash

__all__ = [
    "Amending", "Change", "Damage", "Entry", "FactLine", "Posting", "Voiding", "amend", "change_many", "post",
    "post_many", "root", "size", "verify", "void",
]  # fmt: skip


def post(posting: Posting) -> Entry:
    """Add one milestone and its facts. Raises AlreadyPosted, UnfitQuantity, OutsideTransaction."""
    return post_many([posting])[0]


def post_many(postings: Iterable[Posting]) -> list[Entry]:
    """Add many milestones under one hold of the lock: all of them, or none. Raises as ``post``."""
    return change_many(list(postings))


def amend(*, ref: str, milestone: str, actor: str, commitment: bytes) -> Entry:
    """Commit to a new content of a posted milestone; its facts stay. Raises NothingToAmend, OutsideTransaction."""
    return change_many([Amending(ref, milestone, actor, commitment)])[0]


def void(*, ref: str, milestone: str, actor: str) -> Entry:
    """Take a posted milestone back: each of its facts is posted again, negated.

    Raises NothingToVoid, OutsideTransaction.
    """
    return change_many([Voiding(ref, milestone, actor)])[0]


def change_many(changes: Sequence[Change]) -> list[Entry]:
    """Post, amend and void in this order under one hold of the lock: all of it, or nothing.

    What is amended or voided stood before the call; what is voided may be posted anew by a later change of it.
    Raises as ``post``, ``amend`` and ``void`` at the first change that cannot be made.
    """
    hashed = posted([change for change in changes if isinstance(change, Posting)])
    lock.hold()
    return _append(drafts_of(changes, hashed))


def _append(drafts: Sequence[Draft]) -> list[Entry]:
    """Give each draft the next place. Only under the lock."""
    start, now = tree.size(), clock.now()
    rows = [_placed(draft, seq, now) for seq, draft in enumerate(drafts, start)]
    leaves = [leaf_hash(entry_bytes(row)) for row in rows]
    # By place, which Django makes in half the time of by name: the columns of a row, then the leaf.
    entries = [
        Entry(*row, leaf)  # type: ignore[misc]  # the types for Django read no starred arguments
        for row, leaf in zip(rows, leaves, strict=True)
    ]
    insert_entries(rows, leaves, now)
    insert_facts([(seq, *row) for seq, draft in enumerate(drafts, start) for row in draft.rows])
    tree.keep_nodes(start, leaves)
    return entries


def _placed(draft: Draft, seq: int, now: datetime) -> EntryRow:
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
