"""Snapshots: the frozen content behind each commitment, item by item, so that one item can be erased."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import models

from youju.ledger.insert import insert_rows
from youju.lib import canonical, chance
from youju.records.heads.ledgered import Item

SALT_BYTES = 32
_COLUMNS = ("snapshot_id", "position", "name", "value", "salt", "digest")


class Snapshot(models.Model):
    """The content that one ledger entry commits to."""

    record_ref = models.CharField(max_length=40, db_index=True)
    milestone = models.CharField(max_length=20)
    seq = models.BigIntegerField(unique=True)


class SnapshotItem(models.Model):
    """One named value. Erasing it empties value and salt; the digest stays, so the commitment still holds."""

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    value = models.TextField(null=True)
    salt = models.BinaryField(null=True, max_length=SALT_BYTES)
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["snapshot", "position"], name="one_item_per_position")]

    @property
    def erased(self) -> bool:
        return self.salt is None


class Frozen(NamedTuple):
    """Items with their salts, and the commitment over them, before the ledger has given them an entry."""

    items: tuple[tuple[str, str | None, bytes, bytes], ...]
    commitment: bytes


def freeze(items: Sequence[Item]) -> Frozen:
    """Salt and hash each item, and commit to all of them in their order."""
    salted = []
    for name, value in items:
        salt = chance.token_bytes(SALT_BYTES)
        salted.append((name, value, salt, canonical.item_digest(salt, name, value)))
    return Frozen(tuple(salted), canonical.commitment([digest for *_, digest in salted]))


def keep(frozen: Sequence[tuple[str, str, int, Frozen]]) -> None:
    """Store the snapshots of entries just posted: (ref, milestone, seq, frozen) each."""
    snapshots = Snapshot.objects.bulk_create(
        Snapshot(record_ref=ref, milestone=milestone, seq=seq) for ref, milestone, seq, _ in frozen
    )
    items = [
        (snapshot.pk, place, *item)
        for snapshot, (*_, content) in zip(snapshots, frozen, strict=True)
        for place, item in enumerate(content.items)
    ]
    insert_rows(SnapshotItem, _COLUMNS, items)
