"""The reading side: what upper packages may ask of the log.

Grouped SQL of upper packages names the tables by the constants here; they are never written from outside.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from youju.ledger.errors import NothingPosted
from youju.ledger.fetch import fetch_rows
from youju.ledger.models import Entry, Fact
from youju.ledger.rows import FactRow
from youju.lib.batches import batches
from youju.lib.periods import yyyymm

__all__ = [
    "ENTRY_TABLE",
    "FACT_TABLE",
    "MONTHS_BEFORE",
    "SYSTEM_PREFIXES",
    "Entry",
    "Fact",
    "Live",
    "all_facts",
    "entries_by_seq",
    "entries_of",
    "facts_of",
    "is_system",
    "live_entry",
    "live_facts",
    "live_posts",
    "newest_entry",
    "newest_of",
    "rows_of",
    "voided_among",
    "voided_entries",
    "years_with_facts",
]

ENTRY_TABLE: str = Entry._meta.db_table
FACT_TABLE: str = Fact._meta.db_table

# The months before one that hold any fact, to put behind IN. It hops from month to month along the covering index;
# a plain "period < x" would read every fact of all the years.
MONTHS_BEFORE = (
    f"(WITH RECURSIVE held(month) AS (SELECT MIN(period) FROM {FACT_TABLE} UNION ALL "
    f"SELECT (SELECT MIN(period) FROM {FACT_TABLE} WHERE period > month) FROM held WHERE month IS NOT NULL) "
    "SELECT month FROM held WHERE month < %s)"
)

# How the refs begin whose entries speak of no record: changes of the tree of units, two persons found to be one,
# what a plan has fall due, digests over the rows beside the log. Each is held against its own table by the package
# that posts it.
SYSTEM_PREFIXES = ("audit-", "due-", "merge-", "tree-")


# The years before a month that hold any fact, the newest first: one hop of the index a year.
_YEARS_WITH_FACTS = (
    f"WITH RECURSIVE held(year) AS (SELECT MAX(period) / 100 FROM {FACT_TABLE} WHERE period <= %s UNION ALL "
    f"SELECT (SELECT MAX(period) / 100 FROM {FACT_TABLE} WHERE period < year * 100) FROM held WHERE year IS NOT NULL) "
    "SELECT year FROM held WHERE year IS NOT NULL"
)


class Live(NamedTuple):
    """A milestone that is posted and not voided: its post, and the newest commitment, which may be an amendment's."""

    post: Entry
    newest: Entry

    @property
    def key(self) -> tuple[str, str]:
        return self.post.record_ref, self.post.milestone

    @property
    def commitment(self) -> bytes:
        return bytes(self.newest.commitment)


def is_system(ref: str) -> bool:
    """Whether the entries of this ref speak of no record."""
    return ref.startswith(SYSTEM_PREFIXES)


def entries_of(ref: str) -> list[Entry]:
    """Everything the log says of a record, oldest first."""
    return list(Entry.objects.filter(record_ref=ref).order_by("seq"))


def newest_entry(ref: str, milestone: str) -> Entry:
    """The last word on a milestone, of whatever kind. Raises NothingPosted where there never was one."""
    entry = Entry.objects.filter(record_ref=ref, milestone=milestone).order_by("seq").last()
    if entry is None:
        raise NothingPosted(ref=ref, milestone=milestone)
    return entry


def newest_of(prefix: str) -> Entry | None:
    """The last entry about whatever has a reference of this prefix; None where there is none."""
    return Entry.objects.filter(record_ref__startswith=f"{prefix}-").order_by("seq").last()


def live_entry(ref: str, milestone: str) -> Entry | None:
    """The post whose facts count now, or None where nothing was posted or it was voided."""
    live = live_posts([ref]).get((ref, milestone))
    return live.post if live else None


def live_posts(refs: Iterable[str]) -> dict[tuple[str, str], Live]:
    """What is live of these records, by (ref, milestone)."""
    live: dict[tuple[str, str], Live] = {}
    for entry in fetch_rows(Entry.objects, "record_ref", refs):
        key = (entry.record_ref, entry.milestone)
        if entry.kind == Entry.Kind.VOID:
            live.pop(key, None)
        else:
            live[key] = Live(live[key].post if key in live else entry, entry)
    return live


def entries_by_seq(seqs: Iterable[int]) -> dict[int, Entry]:
    """The entries at these places; a place the log does not have is left out."""
    found: dict[int, Entry] = {}
    for chunk in batches(dict.fromkeys(seqs)):
        found |= Entry.objects.in_bulk(chunk)
    return found


def voided_among(seqs: Iterable[int]) -> set[int]:
    """Those of these entries that a later one has voided."""
    found: set[int] = set()
    for chunk in batches(dict.fromkeys(seqs)):
        voids = Entry.objects.filter(kind=Entry.Kind.VOID, voids__in=chunk)
        found.update(seq for seq in voids.values_list("voids", flat=True) if seq is not None)
    return found


def facts_of(seq: int) -> list[Fact]:
    """The facts of one entry, in the order they were posted."""
    return list(Fact.objects.filter(entry_id=seq).order_by("id"))


def rows_of(seqs: Iterable[int]) -> dict[int, list[FactRow]]:
    """The hashed columns of the facts of these entries, by seq."""
    rows: dict[int, list[FactRow]] = defaultdict(list)
    for chunk in batches(dict.fromkeys(seqs)):
        facts = Fact.objects.filter(entry_id__in=chunk).order_by("id")
        for seq, *columns in facts.values_list("entry_id", *FactRow._fields):
            rows[seq].append(FactRow(*columns))
    return rows


def voided_entries() -> set[int]:
    """Every entry that was taken back. One query."""
    voids = Entry.objects.filter(voids__isnull=False).values_list("voids", flat=True)
    return {seq for seq in voids if seq is not None}


def all_facts(size: int | None = None) -> QuerySet[Fact]:
    """Every fact of the first ``size`` entries, voids' negations included: for sums, which need no more."""
    facts = Fact.objects.order_by()
    return facts if size is None else facts.filter(entry_id__lt=size)


def live_facts(size: int | None = None) -> QuerySet[Fact]:
    """The facts of posts that stood when the log had ``size`` entries: for lists, where a voided one must not show."""
    voided = Entry.objects.filter(kind=Entry.Kind.VOID, voids=OuterRef("entry_id"))
    if size is not None:
        voided = voided.filter(seq__lt=size)
    return all_facts(size).filter(~Exists(voided), n=1)


def years_with_facts(until: date) -> list[int]:
    """The years that hold any fact, up to the month of ``until`` included; the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_YEARS_WITH_FACTS, [yyyymm(until)])
        return [year for (year,) in cursor.fetchall()]
