"""What is to be written to the log, and the drafts of its entries, before they have a place in it."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from youju.ledger.errors import AlreadyPosted, NothingToAmend, NothingToVoid
from youju.ledger.facts import Posting
from youju.ledger.models import Entry
from youju.ledger.reading import Live, live_posts, rows_of
from youju.ledger.rows import FactRow, fact_bytes, nfc
from youju.lib.canonical import facts_digest, facts_digest_of

Key = tuple[str, str]


class Amending(NamedTuple):
    """A new content of a posted milestone."""

    ref: str
    milestone: str
    actor: str
    commitment: bytes


class Voiding(NamedTuple):
    """A posted milestone that is taken back."""

    ref: str
    milestone: str
    actor: str


Change = Posting | Amending | Voiding


class Draft(NamedTuple):
    """An entry that has no place in the log yet."""

    kind: Entry.Kind
    voids: int | None
    key: Key
    unit: str
    actor: str
    commitment: bytes
    digest: bytes
    rows: Sequence[FactRow]


def posted(postings: Sequence[Posting]) -> list[Draft]:
    """The drafts of postings, their facts hashed together. Raises UnfitQuantity."""
    rows = [[FactRow.posted(line) for line in posting.facts] for posting in postings]
    hashed = iter(fact_bytes(list(chain.from_iterable(rows))))
    return [
        _posted(posting, own, facts_digest_of(islice(hashed, len(own))))
        for posting, own in zip(postings, rows, strict=True)
    ]


class _Standing:
    """What is live of the refs that changes name, and stays true from draft to draft. Read under the lock."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._live = live_posts(nfc(change.ref) for change in changes)
        self._new: set[Key] = set()
        voided = (_key(change) for change in changes if isinstance(change, Voiding))
        self._rows = rows_of(self._live[key].post.seq for key in voided if key in self._live)

    def post(self, draft: Draft) -> Draft:
        """Raises AlreadyPosted."""
        if draft.key in self._live or draft.key in self._new:
            raise AlreadyPosted(ref=draft.key[0], milestone=draft.key[1])
        self._new.add(draft.key)
        return draft

    def amend(self, change: Amending) -> Draft:
        """Raises NothingToAmend, also where it is posted by the same changes."""
        found = self._live.get(_key(change))
        if found is None:
            raise NothingToAmend(ref=change.ref, milestone=change.milestone)
        digest = bytes(found.post.facts_digest)
        return _about(found, Entry.Kind.AMEND, None, change.actor, _hash(change.commitment), digest, ())

    def void(self, change: Voiding) -> Draft:
        """Raises NothingToVoid, also where it is posted, or was voided already, by the same changes."""
        found = self._live.pop(_key(change), None)
        if found is None:
            raise NothingToVoid(ref=change.ref, milestone=change.milestone)
        seq = found.post.seq
        rows = [row.negated() for row in self._rows.get(seq, ())]
        return _about(found, Entry.Kind.VOID, seq, change.actor, found.commitment, facts_digest(rows), rows)


def drafts_of(changes: Sequence[Change], posted: Iterable[Draft]) -> list[Draft]:
    """One draft a change, in their order. posted: those of the postings among them."""
    standing, waiting = _Standing(changes), iter(posted)
    drafts: list[Draft] = []
    for change in changes:
        match change:
            case Posting():
                drafts.append(standing.post(next(waiting)))
            case Amending():
                drafts.append(standing.amend(change))
            case Voiding():
                drafts.append(standing.void(change))
    return drafts


def _about(
    live: Live, kind: Entry.Kind, voids: int | None, actor: str, commitment: bytes, digest: bytes,
    rows: Sequence[FactRow],
) -> Draft:  # fmt: skip
    return Draft(kind, voids, live.key, live.post.unit, nfc(actor), commitment, digest, rows)


def _posted(posting: Posting, rows: Sequence[FactRow], digest: bytes) -> Draft:
    return Draft(
        kind=Entry.Kind.POST,
        voids=None,
        key=_key(posting),
        unit=nfc(posting.unit),
        actor=nfc(posting.actor),
        commitment=_hash(posting.commitment),
        digest=digest,
        rows=rows,
    )


def _key(change: Change) -> Key:
    return nfc(change.ref), nfc(change.milestone)


def _hash(commitment: bytes) -> bytes:
    if len(commitment) != 32:
        raise ValueError("a commitment has 32 bytes")
    return commitment
