"""Drift: whether the live rows still say what the ledger committed to."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.ledger.reading import Live, live_posts, rows_of
from youju.ledger.rows import FactRow
from youju.lib import canonical
from youju.records.attachments import attachments_of
from youju.records.base import Record
from youju.records.kinds import KINDS
from youju.records.snapshots import Snapshot, SnapshotItem
from youju.records.states import State

_BATCH = 400


class Drift(NamedTuple):
    """A record whose content is no longer what was verified. ``seq``: the entry that committed to it."""

    ref: str
    seq: int
    sentence: str


def drifted() -> Iterator[Drift]:
    """Compare every verified record with its snapshot, and its facts; yield what differs."""
    for kind in KINDS:
        ids = list(kind.model.objects.filter(state=State.VERIFIED).order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), _BATCH):
            records = kind.model.loaded(kind.model.objects.filter(pk__in=ids[start : start + _BATCH]))
            yield from _drifted(records)


def _drifted(records: list[Record]) -> Iterator[Drift]:
    refs = [record.ref for record in records]
    live = live_posts(refs)
    attached = attachments_of(refs)
    seqs = [entry.newest.seq for entry in live.values()]
    kept = _items(seqs)
    facts = rows_of(entry.post.seq for entry in live.values())
    for record in records:
        posted = live.get((record.ref, record.milestone))
        if posted is None:
            yield Drift(record.ref, -1, _("%s is marked as verified, but the ledger does not hold it.") % record.ref)
            continue
        seq = posted.newest.seq
        items = kept.get(seq, [])
        for problem in (
            _content_problem(record, items, posted),
            _changed_item(record, items, record.items(attached[record.ref])),
            _facts_problem(record, facts[posted.post.seq]),
        ):
            if problem:
                yield Drift(record.ref, seq, problem)
                break


def _items(seqs: list[int]) -> dict[int, list[SnapshotItem]]:
    found: dict[int, list[SnapshotItem]] = {}
    snapshots = {snapshot.pk: snapshot.seq for snapshot in Snapshot.objects.filter(seq__in=seqs)}
    for item in SnapshotItem.objects.filter(snapshot__in=snapshots).order_by("snapshot", "position"):
        found.setdefault(snapshots[item.snapshot_id], []).append(item)
    return found


def _content_problem(record: Record, items: list[SnapshotItem], posted: Live) -> str:
    for item in items:
        if not item.erased and canonical.item_digest(bytes(item.salt or b""), item.name, item.value) != bytes(
            item.digest
        ):
            return _("%(ref)s: the snapshot's “%(item)s” was altered.") % {"ref": record.ref, "item": item.name}
    if canonical.commitment([bytes(item.digest) for item in items]) != posted.commitment:
        return _("%s: the snapshot is not the one the ledger committed to.") % record.ref
    return ""


def _changed_item(record: Record, items: list[SnapshotItem], present: list[tuple[str, str | None]]) -> str:
    frozen = {item.name: item for item in items}
    for name, value in present:
        item = frozen.pop(name, None)
        if item is None or (not item.erased and item.value != value):
            return _("%(ref)s: “%(item)s” was changed outside the system after it was verified.") % {
                "ref": record.ref,
                "item": name,
            }
    if frozen:
        return _("%(ref)s: “%(item)s” has disappeared since it was verified.") % {
            "ref": record.ref,
            "item": next(iter(frozen)),
        }
    return ""


def _facts_problem(record: Record, posted: list[FactRow]) -> str:
    if sorted(posted) != sorted(FactRow.posted(line) for line in record.facts()):
        return _("%s: its figures are no longer those that were posted.") % record.ref
    return ""
