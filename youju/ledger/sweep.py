"""Sweep: one quick look at a stretch of the log, column by column, that says only whether all of it is sound.

Most stretches are. Where anything at all is out of order, verify.py looks at each entry and names what it finds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Any
from unicodedata import is_normalized

from django.db import DatabaseError, connection
from django.db.models import Model

from youju.ledger import stored, tree
from youju.ledger.columns import day, instant
from youju.ledger.history import History, negates
from youju.ledger.models import Entry, Fact, Node
from youju.ledger.raw import is_damage, lenient
from youju.ledger.rows import EntryRow, FactRow, fact_bytes
from youju.lib import merkle
from youju.lib.batches import batches
from youju.lib.canonical import (
    ENTRY_LABEL,
    digest_bytes,
    facts_digest_of,
    lp,
    number_bytes,
    spelled,
    text_bytes,
)

STRETCH = 16 * tree.BLOCK
_ENTRY = (*EntryRow._fields, "leaf")
_FACT = ("entry_id", *FactRow._fields)
_KINDS = frozenset(Entry.Kind.values)
_ABSENT = lp(None)


class OutOfOrder(ValueError):
    """Something in the stretch is not as it is written; what, is for the careful look to say."""


class Orders:
    """Which milestones have more than one entry, and which of those entries do not follow from the ones before."""

    def __init__(self) -> None:
        self.many = set(_repeated())
        self.amiss: set[int] = set()
        for refs in batches(sorted({ref for ref, _milestone in self.many})):
            history = History()
            for row in stored.of_records(refs):
                if not history.follows(row):
                    self.amiss.add(row.seq)
                history.advance(row)


def is_sound(start: int, end: int, orders: Orders) -> bool:
    """Whether entries ``[start, end)``, their facts and their stored nodes are all as they were written."""
    try:
        leaves = _entries(start, end, _facts(start, end), orders)
        return _nodes(start, end) == list(_roots(start, leaves))
    except (ValueError, TypeError, OverflowError):
        return False
    except DatabaseError as error:
        if not is_damage(error):
            raise
        return False


def _entries(start: int, end: int, facts: dict[int, list[bytes]], orders: Orders) -> Sequence[bytes]:
    columns = _columns(Entry, _ENTRY, "seq", start, end)
    if not columns or columns[0] != tuple(range(start, end)):
        raise OutOfOrder
    seqs, kinds, voids, refs, milestones, units, actors, instants, commitments, digests, leaves = columns
    _refuse({int}, seqs)
    _refuse({int, type(None)}, voids)
    _refuse_text(kinds, refs, milestones, units, actors)
    _refuse({bytes}, commitments, digests, leaves)
    if not _KINDS.issuperset(kinds) or not orders.amiss.isdisjoint(seqs):
        raise OutOfOrder
    parts = (
        map(number_bytes, seqs),
        map(text_bytes, kinds),
        (_ABSENT if void is None else number_bytes(void) for void in voids),
        map(lp, refs),
        *(map(text_bytes, texts) for texts in (milestones, units, actors)),
        map(_instant_bytes, instants),
        map(digest_bytes, commitments),
        map(digest_bytes, digests),
    )
    head = b"\0" + ENTRY_LABEL
    if any(
        sha256(head + b"".join(row)).digest() != leaf
        for row, leaf in zip(zip(*parts, strict=True), leaves, strict=True)
    ):
        raise OutOfOrder
    _follow(columns, facts, orders)
    return leaves


def _follow(columns: list[tuple[Any, ...]], facts: dict[int, list[bytes]], orders: Orders) -> None:
    """Whether each entry has its own facts, and comes where it may."""
    voided: list[tuple[EntryRow, int]] = []
    for row in zip(*columns, strict=True):
        seq, kind, void, ref, milestone, *_, digest, _leaf = row
        own = facts.pop(seq, [])
        if kind == Entry.Kind.AMEND:
            if own:
                raise OutOfOrder
        elif facts_digest_of(own) != digest:
            raise OutOfOrder
        if (kind != Entry.Kind.POST or void is not None) and (ref, milestone) not in orders.many:
            raise OutOfOrder
        if kind == Entry.Kind.VOID:
            voided.append((EntryRow(*row[:-1]), void))
    posted = stored.facts(void for _row, void in voided)
    for row, void in voided:
        before = posted[void]
        if before is None or not negates(row, before):
            raise OutOfOrder


def _facts(start: int, end: int) -> dict[int, list[bytes]]:
    """The facts of these entries as the bytes that are hashed, by seq."""
    columns = _columns(Fact, _FACT, "entry_id", start, end)
    if not columns:
        return {}
    seqs, units, periods, days, measures, categories, levels, occasions, subjects, quantities, counts = columns
    _refuse({int}, seqs, periods, quantities, counts)
    _refuse_text(units, measures, categories, levels, occasions, subjects)
    if connection.vendor == "sqlite":
        days = tuple(map(_day, days))
    columns[2:4] = periods, days
    rows = fact_bytes(list(map(FactRow._make, zip(*columns[1:], strict=True))))
    found: dict[int, list[bytes]] = defaultdict(list)
    for seq, row in zip(seqs, rows, strict=True):
        found[seq].append(row)
    return found


def _nodes(start: int, end: int) -> list[bytes]:
    first, stop = start // tree.BLOCK, end // tree.BLOCK
    nodes = Node.objects.filter(level=tree.HEIGHT, index__gte=first, index__lt=stop).order_by("index")
    return [bytes(digest) for digest in nodes.values_list("hash", flat=True)]


def _roots(start: int, leaves: Sequence[bytes]) -> Iterator[bytes]:
    for begin in range(0, len(leaves) // tree.BLOCK * tree.BLOCK, tree.BLOCK):
        yield merkle.root(leaves[begin : begin + tree.BLOCK])


def _columns(model: type[Model], names: Sequence[str], place: str, start: int, end: int) -> list[tuple[Any, ...]]:
    """The columns of the rows in a stretch, as stored; nothing where there is no row."""
    # A plus sign changes no value, but hides the column's declared type from the driver's converters.
    bare = "+" if connection.vendor == "sqlite" else ""
    asked = ", ".join(f'{bare}"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT {asked} FROM {model._meta.db_table} WHERE "{place}" >= %s AND "{place}" < %s ORDER BY "{place}"',
            [start, end],
        )
        return list(zip(*cursor.fetchall(), strict=True))


def _repeated() -> list[tuple[str, str]]:
    table = Entry._meta.db_table
    with lenient(), connection.cursor() as cursor:
        cursor.execute(f"SELECT record_ref, milestone FROM {table} GROUP BY record_ref, milestone HAVING COUNT(*) > 1")
        return [(ref, milestone) for ref, milestone in cursor.fetchall() if stored.is_text(ref)]


def _refuse(types: set[type], *columns: Iterable[Any]) -> None:
    for column in columns:
        if not set(map(type, column)) <= types:
            raise OutOfOrder


def _refuse_text(*columns: Sequence[Any]) -> None:
    _refuse({str}, *columns)
    for column in columns:
        text = "".join(column)
        if not text.isascii() and not is_normalized("NFC", text):
            raise OutOfOrder


def _instant_bytes(stored_at: Any) -> bytes:
    return lp(spelled(instant(stored_at) if connection.vendor == "sqlite" else stored_at))


@lru_cache(1024)
def _day(stored_day: Any) -> date:
    return day(stored_day)
