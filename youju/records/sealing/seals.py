"""Seals: whether a snapshot is still the content that its ledger entry committed to."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.ledger.rows import EntryRow
from youju.ledger.stored import is_text
from youju.lib import canonical
from youju.records.sealing.snapshots import Snapshot, SnapshotItem


class Kept(NamedTuple):
    """One snapshot with its items in their order."""

    snapshot: Snapshot
    items: list[SnapshotItem]

    def values(self) -> dict[str, SnapshotItem]:
        return {item.name: item for item in self.items}


def kept(seqs: Iterable[int]) -> dict[int, Kept]:
    """The snapshots behind these entries, by seq, in two queries."""
    by_pk = {snapshot.pk: Kept(snapshot, []) for snapshot in Snapshot.objects.filter(seq__in=list(seqs))}
    for item in SnapshotItem.objects.filter(snapshot__in=list(by_pk)).order_by("snapshot", "position"):
        by_pk[item.snapshot_id].items.append(item)
    return {one.snapshot.seq: one for one in by_pk.values()}


def problem(entry: EntryRow, found: Kept | None, *, erased: set[str]) -> str:
    """What is wrong with the snapshot of a post or amendment; empty where it is sound.

    erased: the items of this record that somebody is on record as having erased.
    """
    place = {"ref": entry.record_ref, "seq": entry.seq}
    if found is None:
        return _("%(ref)s: the snapshot of entry %(seq)s is missing.") % place
    snapshot, items = found
    if (snapshot.record_ref, snapshot.milestone) != (entry.record_ref, entry.milestone):
        return _("%(ref)s: the snapshot of entry %(seq)s was given to another record.") % place
    for item in items:
        if not _is_whole(item):
            return _("%(ref)s: the snapshot's “%(item)s” was altered.") % (place | {"item": item.name})
        if item.erased and item.name not in erased:
            return _("%(ref)s: “%(item)s” was erased, and nothing says by whom.") % (place | {"item": item.name})
    if [item.position for item in items] != list(range(len(items))) or _commitment(items) != bytes(entry.commitment):
        return _("%s: the snapshot is not the one the ledger committed to.") % entry.record_ref
    return ""


def _is_whole(item: SnapshotItem) -> bool:
    """Whether value and salt give the digest; an erased item has neither. SQLite keeps any type in any column."""
    if item.erased:
        return item.value is None
    salt, digest, value = item.salt, item.digest, item.value
    if not isinstance(salt, bytes | memoryview) or not isinstance(digest, bytes | memoryview):
        return False
    if not is_text(item.name) or not (value is None or is_text(value)):
        return False
    return canonical.item_digest(bytes(salt), item.name, value) == bytes(digest)


def _commitment(items: Iterable[SnapshotItem]) -> bytes:
    try:
        return canonical.commitment([bytes(item.digest) for item in items])
    except TypeError:  # a digest that is no bytes
        return b""
