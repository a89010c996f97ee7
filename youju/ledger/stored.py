"""The tables as they lie on the disk, read without trust: what is not as the ledger writes it comes back as None.

SQLite keeps any type in any column, and Django reads several spellings of one instant. A value that merely
*means* what was hashed is still not the value that was written, and sums would not treat it alike.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, TypeVar

from django.db import OperationalError, connection
from django.db.models import F, Func, Max, Q, QuerySet, TextField

from youju.ledger.models import Entry, Fact, Node
from youju.ledger.rows import EntryRow, FactRow, nfc
from youju.ledger.tree import HEIGHT

_Value = TypeVar("_Value")
_Row = TypeVar("_Row", EntryRow, FactRow)
_UNREADABLE = (OperationalError, ValueError, TypeError, OverflowError)


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
    """The entries with a place that are asked for, by seq."""
    return _each(list(_placed().filter(which).order_by("seq").values_list("seq", flat=True)), _entries)


def facts(seqs: Iterable[int]) -> dict[int, list[FactRow] | None]:
    """The fact rows of entries, by seq; None where one of them is not as it was written."""
    return _each(sorted(set(seqs)), _facts)


def node(index: int) -> bytes | None:
    """The stored hash over one block, or None."""
    found = _each([index], _nodes)
    return found.get(index)


def _entries(seqs: list[int]) -> dict[int, StoredEntry | None]:
    found: dict[int, StoredEntry | None] = {}
    for *columns, leaf in _columns(Entry.objects.filter(seq__in=seqs), [*EntryRow._fields, "leaf"]):
        row = _row(EntryRow, columns)
        found[columns[0]] = StoredEntry(row, leaf) if row and isinstance(leaf, bytes) else None
    return found


def _facts(seqs: list[int]) -> dict[int, list[FactRow] | None]:
    rows: dict[int, list[FactRow | None]] = defaultdict(list)
    for seq, *columns in _columns(Fact.objects.filter(entry_id__in=seqs), ["entry_id", *FactRow._fields]):
        rows[seq].append(_row(FactRow, columns))
    sound = {seq: [row for row in rows[seq] if row] for seq in seqs}
    return {seq: sound[seq] if len(sound[seq]) == len(rows[seq]) else None for seq in seqs}


def _nodes(indexes: list[int]) -> dict[int, bytes | None]:
    rows = Node.objects.filter(level=HEIGHT, index__in=indexes).values_list("index", "hash")
    return {index: digest if isinstance(digest, bytes) else None for index, digest in rows}


def _each(keys: list[int], read: Callable[[list[int]], dict[int, _Value | None]]) -> dict[int, _Value | None]:
    """Read all keys at once; where that fails, one by one, so that only the damaged one is None."""
    try:
        return read(keys)
    except _UNREADABLE:
        if connection.vendor != "sqlite":  # there types are strict, so the server itself is in trouble
            raise
    found: dict[int, _Value | None] = {}
    for key in keys:
        try:
            found |= read([key])
        except _UNREADABLE:
            found[key] = None
    return found


def _placed() -> QuerySet[Entry]:
    if connection.vendor != "sqlite":
        return Entry.objects.order_by()
    stored_as = Func(F("seq"), function="typeof", output_field=TextField())
    return Entry.objects.order_by().alias(stored_as=stored_as).filter(stored_as="integer")


def _columns(query: QuerySet[Any], names: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    """The columns as stored: on SQLite also days and instants, which Django would read in any spelling."""
    if connection.vendor != "sqlite":
        return query.order_by("pk").values_list(*names)
    # A plus sign changes no value, but hides the column's declared type from the driver's converters.
    bare = [Func(F(name), template="+%(expressions)s", output_field=TextField()) for name in names]
    return query.order_by("pk").values_list(*bare)


def _row(kind: type[_Row], columns: Sequence[Any]) -> _Row | None:
    """The columns as a row, or None where one is not of the type and spelling in which it was written."""
    if connection.vendor == "sqlite":
        columns = [_SPELLINGS[name](value) if name in _SPELLINGS else value for name, value in _named(kind, columns)]
    sound = all(_sound(value, kind.__annotations__[name]) for name, value in _named(kind, columns))
    return kind(*columns) if sound else None


def _named(kind: type[_Row], columns: Sequence[Any]) -> Iterable[tuple[str, Any]]:
    return zip(kind._fields, columns, strict=True)


def _sound(value: Any, type_: Any) -> bool:
    return isinstance(value, type_) and (not isinstance(value, str) or nfc(value) == value)


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if str(moment) != text or moment.tzinfo:
        raise ValueError("not the spelling of an instant that is written")
    return moment.replace(tzinfo=UTC)


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError("not the spelling of a day that is written")
    return day


_SPELLINGS: dict[str, Callable[[str], date]] = {"at": _instant, "day": _day}
