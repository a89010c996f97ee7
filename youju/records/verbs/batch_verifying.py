"""Many records accepted in one go, each by the version that was looked at; what is refused does not stop the rest."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.db import transaction

from youju.errors import NotFound, YoujuError
from youju.lib.batches import batches
from youju.orgs.members import Member, Role
from youju.records.errors import ChangedSinceSeen, NotSeen, OwnRecord, WrongState
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.kinds import specific
from youju.records.reading.access import visible_to
from youju.records.rights import barred, to_verify, within
from youju.records.verbs.record_verbs import records_verify

_TOGETHER = 250


class Seen(NamedTuple):
    """A record that somebody looked at, in this version; None where it is not said."""

    ref: str
    version: int | None


class Refusal(NamedTuple):
    ref: str
    error: YoujuError


def seen_verify(
    *, seen: Sequence[Seen], actor: Member, progress: Callable[[int, int], None] | None = None
) -> tuple[list[str], list[Refusal]]:
    """Verify each record as it was seen; the refs that are verified, and what was refused.

    Each record wholly or not at all, in the order given. A few hundred share a transaction; where one of them is
    refused, each of these is tried by itself.
    """
    verified: list[str] = []
    refused: list[Refusal] = []
    asked = list(dict.fromkeys(seen))
    for batch in batches(asked, _TOGETHER):
        rows, wrong = _open(batch, actor)
        refused += wrong
        try:
            _verify(rows, actor)
            verified += [row.ref for row in rows]
        except YoujuError:
            for row in rows:
                try:
                    _verify([row], actor)
                    verified.append(row.ref)
                except YoujuError as error:
                    refused.append(Refusal(row.ref, error))
        if progress:
            progress(len(verified) + len(refused), len(asked))
    return verified, refused


@transaction.atomic
def _verify(rows: Sequence[Record], actor: Member) -> None:
    if rows:
        records_verify(records=rows, actor=actor)


def _open(batch: Sequence[Seen], actor: Member) -> tuple[list[Record], list[Refusal]]:
    """Those that the member may decide on and has seen as they are, and why the others are not among them."""
    decided = visible_to(actor).filter(within(actor, Role.OFFICER), ref__in=[each.ref for each in batch])
    there = {row.ref: row for row in specific(list(decided)) if isinstance(row, Record)}
    others = barred(actor, there.values())
    rows, refused = [], []
    for ref, version in batch:
        row = there.get(ref)
        if error := _refusal(row, version, others):
            refused.append(Refusal(ref, error))
        elif row is not None:
            rows.append(row)
    return rows, refused


def _refusal(row: Ledgered | None, version: int | None, others: set[str]) -> YoujuError | None:
    """What can be told beforehand. others: the refs of those that somebody else must decide on."""
    if row is None:
        return NotFound()
    if version is None:
        return NotSeen(title=row.title)
    if version != row.version:
        return ChangedSinceSeen(title=row.title)
    if row.ref in others:
        return OwnRecord(title=row.title)
    return None if row.state in to_verify(row) else WrongState(title=row.title, state=row.state_label)
