"""The tables as they lie on the disk, read without trust: what is not as the ledger writes it comes back as None.

SQLite keeps any type in any column, and Django reads several spellings of one instant. A value that merely
*means* what was hashed is still not the value that was written, and sums would not treat it alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import F, Func, Max, Model, Q, QuerySet, TextField

from youju.ledger.columns import Reader, reader
from youju.ledger.models import Entry, Fact, Node
from youju.ledger.raw import lenient, stored_columns
from youju.ledger.rows import EntryRow, FactRow, nfc
from youju.ledger.tree import HEIGHT
from youju.lib.batches import batches

_Row = TypeVar("_Row", EntryRow, FactRow)
_UNREADABLE = (ValueError, TypeError, OverflowError)


class StoredEntry(NamedTuple):
    row: EntryRow
    leaf: bytes


def extent() -> int:
    """Size of the log, by those entries whose place is a whole number."""
    last: int | None = _placed().aggregate(last=Max("seq"))["last"]
    return 0 if last is None else last + 1


def without_place() -> int:
    """How many entries stand at no place at all: before the first, or at something that is not a number."""
    return Entry.objects.count() - _placed().filter(seq__gte=0).count()


def next_place(start: int) -> int:
    """The first place at or after ``start`` that has an entry; there must be one."""
    return _placed().filter(seq__gte=start).order_by("seq").values_list("seq", flat=True)[0]


def entries(which: Q) -> dict[int, StoredEntry | None]:
    """The entries with a place that are asked for, by seq; None where one is not as it was written."""
    found: dict[int, StoredEntry | None] = {}
    for *columns, leaf in _columns(_placed().filter(which), [*EntryRow._fields, "leaf"]):
        row = _row(Entry, EntryRow, columns)
        found[columns[0]] = StoredEntry(row, leaf) if row and isinstance(leaf, bytes) else None
    return found


def sound_entries(which: Q) -> list[EntryRow]:
    """The entries asked for that are as they were written, in their order."""
    return [found.row for found in entries(which).values() if found]


def of_records(refs: Iterable[str]) -> list[EntryRow]:
    """The readable entries about these records, in their order."""
    return sound_entries(Q(seq__gte=0, record_ref__in=list(refs)))


def digest_entries() -> dict[int, StoredEntry]:
    """The entries that commit to digests over rows beside the log, by seq, as far as they can be read."""
    found = entries(Q(record_ref__startswith="audit-", kind=Entry.Kind.POST))
    return {seq: entry for seq, entry in found.items() if entry}


def facts(seqs: Iterable[int]) -> dict[int, list[FactRow] | None]:
    """The fact rows of entries, by seq; None where one of them is not as it was written."""
    wanted = sorted(set(seqs))
    rows: dict[int, list[FactRow | None]] = defaultdict(list)
    for batch in batches(wanted):
        for seq, *columns in _columns(Fact.objects.filter(entry_id__in=batch), ["entry_id", *FactRow._fields]):
            rows[seq].append(_row(Fact, FactRow, columns))
    sound = {seq: [row for row in rows[seq] if row] for seq in wanted}
    return {seq: sound[seq] if len(sound[seq]) == len(rows[seq]) else None for seq in wanted}


def node(index: int) -> bytes | None:
    """The stored hash over one block, or None."""
    rows = list(_columns(Node.objects.filter(level=HEIGHT, index=index), ["hash"]))
    return rows[0][0] if rows and isinstance(rows[0][0], bytes) else None


def refs() -> Iterator[str]:
    """Each record the log speaks of, in order; what is no text names none."""
    named = Entry.objects.order_by("record_ref").values_list("record_ref", flat=True).distinct()
    with lenient():
        yield from (ref for ref in named.iterator() if is_text(ref))


def _placed() -> QuerySet[Entry]:
    if connection.vendor != "sqlite":
        return Entry.objects.order_by()
    stored_as = Func(F("seq"), function="typeof", output_field=TextField())
    return Entry.objects.order_by().alias(stored_as=stored_as).filter(stored_as="integer")


def is_text(value: object) -> bool:
    """Whether a value is text that can be asked for again: bytes that are no UTF-8 are not."""
    try:
        return isinstance(value, str) and bool(value.encode() or True)
    except UnicodeEncodeError:
        return False


def _columns(query: QuerySet[Any], names: Sequence[str]) -> list[tuple[Any, ...]]:
    with lenient():
        return list(stored_columns(query, names))


def _row(model: type[Model], kind: type[_Row], columns: Sequence[Any]) -> _Row | None:
    """The columns as a row, or None where one is not of the type and spelling in which it was written."""
    try:
        row = kind(*map(_read, _readers(model, kind._fields), columns))
    except _UNREADABLE:
        return None
    return row if all(map(_sound, row, kind.__annotations__.values())) else None


@cache
def _readers(model: type[Model], names: tuple[str, ...]) -> list[Reader]:
    return [reader(model._meta.get_field(name)) for name in names]  # type: ignore[arg-type]  # none is a relation


def _read(read: Reader, stored: Any) -> Any:
    return None if stored is None else read(stored)


def _sound(value: Any, type_: Any) -> bool:
    return isinstance(value, type_) and (not isinstance(value, str) or nfc(value) == value)
