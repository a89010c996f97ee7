"""Drift: whether the tables beside the log still say what the log committed to.

Every entry is held against its snapshot and the audit row of the verb that wrote it; every record that the log
speaks of is held, column by column, against its newest snapshot. What is found is named and the search goes on.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from youju.ledger import stored
from youju.ledger.raw import lenient, raw_rows, read_apart
from youju.ledger.reading import Entry, is_system
from youju.ledger.rows import EntryRow
from youju.lib.batches import batches
from youju.orgs import mergers
from youju.orgs.audit import AuditRow
from youju.records.declared.later import REACHED, UNDONE
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.heads.case import MOVED, OPENED
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED
from youju.records.heads.states import EDITABLE, WAITING, State
from youju.records.kind import Kind
from youju.records.kinds import kind_of, kinds
from youju.records.reading.case_drift import odd_cases
from youju.records.sealing import seals
from youju.records.sealing.comparison import Found, Standing, first_problem, state_problem, unreadable

_BATCH = 400
_ERASING = "item.erase"
# What has not been posted yet.
_UNDECIDED = (*EDITABLE, State.FILED, *WAITING, State.DROPPED)
# The verbs that write each sort of entry.
_VERBS: dict[str, tuple[str, ...]] = {
    Entry.Kind.POST: ("record.verify", "correction.accept", OPENED, MOVED, REACHED),
    Entry.Kind.AMEND: ("amendment.accept", "evidence.attach", "evidence.grade", MOVED),
    Entry.Kind.VOID: ("record.void", "correction.accept", MOVED, UNDONE),
}


class Drift(NamedTuple):
    """Something that is no longer as it was verified. ``seq``: the entry that says so; -1 where there is none."""

    ref: str
    seq: int
    sentence: str


def drifted() -> Iterator[Drift]:
    """Yield whatever differs; nothing where all is as it was verified."""
    with lenient():
        for start in range(0, stored.extent(), _BATCH):
            entries = stored.sound_entries(Q(seq__gte=start, seq__lt=start + _BATCH))
            yield from _entries([entry for entry in entries if not is_system(entry.record_ref)])
        for refs in batches(ref for ref in stored.refs() if not is_system(ref)):
            yield from _records(refs)
        yield from _unposted()
        yield from _misplaced()
        yield from (Drift(odd.ref, -1, odd.sentence) for odd in odd_cases())
        for flaw in mergers.flaws():
            yield Drift(*flaw)


def _entries(entries: Sequence[EntryRow]) -> Iterator[Drift]:
    kept, noted = seals.kept(entry.seq for entry in entries), _noted(entry.record_ref for entry in entries)
    erased = _told({entry.record_ref for entry in entries}, _ERASING, "item")
    for entry in entries:
        problem = _audit_problem(entry, noted)
        if not problem and entry.kind != Entry.Kind.VOID:
            problem = seals.problem(entry, kept.get(entry.seq), erased=erased[entry.record_ref])
        if problem:
            yield Drift(entry.record_ref, entry.seq, problem)


def _noted(refs: Iterable[str]) -> set[tuple[str, str, str]]:
    """Who is on record as having done what with these records: (ref, actor, action)."""
    return set(AuditRow.objects.filter(target__in=set(refs)).values_list("target", "actor", "action"))


def _audit_problem(entry: EntryRow, noted: set[tuple[str, str, str]]) -> str:
    verbs = _VERBS.get(entry.kind, ())
    if any((entry.record_ref, entry.actor, verb) in noted for verb in verbs):
        return ""
    return _("%(ref)s: the audit row of entry %(seq)s is missing or was altered.") % {
        "ref": entry.record_ref,
        "seq": entry.seq,
    }


def _records(refs: Sequence[str]) -> Iterator[Drift]:
    standing = _standing(refs)
    kept = seals.kept(each.newest.seq for each in standing.values())
    posted = stored.facts(each.post.seq for each in standing.values())
    rows, attached, reasons = _rows(refs), _attached(refs), _told(refs, "record.void", "reason")
    told = {ref for (ref, _milestone), each in standing.items() if each.live}
    for (ref, _milestone), each in standing.items():
        record = rows.get(ref)
        beside = attached[ref]
        if record is None or beside is None:
            problem = unreadable(ref) if ref in rows else _gone(ref)
        else:
            found = Found(record, each, kept.get(each.newest.seq), posted[each.post.seq], beside, reasons[ref])
            # What was taken back while another milestone stands, or of a case, tells of the past: the row has moved on.
            past = not each.live and (ref in told or each.milestone != VERIFIED)
            problem = state_problem(found) if past else first_problem(found)
        if problem:
            yield Drift(ref, each.newest.seq, problem)


def _standing(refs: Sequence[str]) -> dict[tuple[str, str], Standing]:
    """What the log says of each milestone of these records, by (ref, milestone)."""
    found: dict[tuple[str, str], Standing] = {}
    for entry in stored.sound_entries(Q(record_ref__in=refs)):
        key = (entry.record_ref, entry.milestone)
        if entry.kind == Entry.Kind.POST:
            found[key] = Standing(entry, entry, True)
        elif key in found and entry.kind == Entry.Kind.AMEND:
            found[key] = found[key]._replace(newest=entry)
        elif key in found:
            found[key] = found[key]._replace(live=False)
    return found


def _rows(refs: Sequence[str]) -> dict[str, Ledgered | None]:
    """The records by ref; None where the row is there and cannot be read."""
    found: dict[str, Ledgered | None] = {}
    for kind in kinds():
        found |= _rows_of(kind, [ref for ref in refs if kind_of(ref) is kind])
    return found


def _rows_of(kind: Kind, refs: Sequence[str]) -> dict[str, Ledgered | None]:
    def read(refs: Sequence[str]) -> dict[str, Ledgered]:
        return {row.ref: row for row in kind.model.loaded(kind.model.objects.filter(ref__in=refs))}

    return read_apart(refs, read) if refs else {}


def _attached(refs: Sequence[str]) -> dict[str, list[Attachment] | None]:
    """The evidence of each record; None where a row of it cannot be read."""

    def read(refs: Sequence[str]) -> dict[str, list[Attachment]]:
        found = attachments_of(refs)
        return {ref: found[ref] for ref in refs}

    return read_apart(refs, read)


def _told(refs: Iterable[str], action: str, what: str) -> Mapping[str, set[str]]:
    """What is on record in the details of one action with each of these records: its ``what``."""
    told: dict[str, set[str]] = {ref: set() for ref in refs}
    for row in raw_rows(AuditRow, AuditRow.objects.filter(target__in=list(told), action=action)):
        detail = row.values.get("detail")
        if isinstance(detail, dict):
            told[row.values["target"]].add(str(detail.get(what, "")))
    return told


def _unposted() -> Iterator[Drift]:
    """Rows that say a milestone stands, or pass for voided, though the ledger never heard of it."""
    decided = Ledgered.objects.exclude(state__in=_UNDECIDED).order_by("ref")
    for refs in batches(filter(stored.is_text, decided.values_list("ref", flat=True))):
        held = set(Entry.objects.filter(record_ref__in=refs).values_list("record_ref", "milestone"))
        for ref, row in _rows(refs).items():
            if row is None:
                yield Drift(ref, -1, unreadable(ref))
                continue
            wanted = (VERIFIED,) if row.state == State.VOIDED else row.standing()
            if any((ref, milestone) not in held for milestone in wanted):
                yield Drift(ref, -1, _("%s is marked as verified, but the ledger does not hold it.") % ref)


def _misplaced() -> Iterator[Drift]:
    """Rows of one kind that hang on the head of another."""
    for kind in kinds():
        for ref in kind.model.objects.exclude(kind=kind.code).order_by("ref").values_list("ref", flat=True):
            yield Drift(ref, -1, _("%(ref)s: a row of “%(kind)s” hangs on it, which it is not.") % {
                "ref": ref,
                "kind": kind.label,
            })  # fmt: skip


def _gone(ref: str) -> str:
    return _("%s is in the ledger, but its record is gone.") % ref
