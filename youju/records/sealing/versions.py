"""Versions: what a record said before, item by item, from the snapshots that the ledger committed to."""

from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from youju.ledger.reading import Entry, entries_of
from youju.records.heads.record import VERIFIED
from youju.records.sealing import seals
from youju.records.sealing.seals import Kept

# Told by the version itself: who accepted it and when.
_OF_ITS_OWN = {"version", "verifier", "verified_at", "submitted_at", "self_verified"}


class Changed(NamedTuple):
    """One item of the content, before and after; None where there was none, or where it was erased."""

    name: str
    before: str | None
    after: str | None


class Version(NamedTuple):
    """One later content of a record, with what it changed. actor: the token of whoever let it stand."""

    seq: int
    kind: str
    at: datetime
    actor: str
    changes: list[Changed]


def versions_of(ref: str) -> list[Version]:
    """Every content after the first verified one, newest first; [] where nothing was ever changed."""
    entries = [entry for entry in entries_of(ref) if entry.milestone == VERIFIED and entry.kind != Entry.Kind.VOID]
    entries.sort(key=lambda entry: entry.seq)
    kept = seals.kept(entry.seq for entry in entries)
    pairs = pairwise(entries)
    found = [
        Version(entry.seq, entry.kind, entry.at, entry.actor, _changes(kept.get(before.seq), kept.get(entry.seq)))
        for before, entry in pairs
    ]
    return found[::-1]


def _changes(before: Kept | None, after: Kept | None) -> list[Changed]:
    old, new = ({name: item.value for name, item in one.values().items()} if one else {} for one in (before, after))
    names = [name for name in dict.fromkeys([*old, *new]) if name not in _OF_ITS_OWN]
    return [Changed(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)]
