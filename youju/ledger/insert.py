"""Insert: rows written as plain columns, past the objects that Django would make of each.

Those of the log are written by log.py alone, under the lock.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import AutoField, Model

from youju.ledger.models import Entry, Fact
from youju.ledger.rows import EntryRow, FactRow

_ENTRY = (*EntryRow._fields, "leaf")
_AT = EntryRow._fields.index("at")
_FACT = ("entry_id", *FactRow._fields)


def insert_entries(rows: Iterable[EntryRow], leaves: Iterable[bytes], now: datetime) -> None:
    """Write entries with their leaf hashes. now: when they are posted, all of them."""
    # As Django writes it on SQLite: UTC without saying so.
    at = now if connection.vendor == "postgresql" else str(now.astimezone(UTC).replace(tzinfo=None))
    insert_rows(
        Entry, _ENTRY, [(*row[:_AT], at, *row[_AT + 1 :], leaf) for row, leaf in zip(rows, leaves, strict=True)]
    )


def insert_facts(rows: Sequence[tuple[Any, ...]]) -> None:
    """Write facts. rows: the entry's seq, then the columns of a FactRow."""
    insert_rows(Fact, _FACT, rows)


def insert_objects(objects: Iterable[Model]) -> None:
    """Write new objects of one model, in their order, as ``bulk_create`` does; they do not learn their ids.

    For the few rows of one verb ``bulk_create`` takes five times as long to write the SQL as the database to do it.
    """
    new = list(objects)
    if not new:
        return
    model = type(new[0])
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]
    rows = [tuple(field.get_db_prep_save(field.pre_save(each, True), connection) for field in fields) for each in new]
    insert_rows(model, [str(field.column) for field in fields], rows)


def insert_rows(model: type[Model], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Write rows of any table. rows: the values of ``columns`` as the driver takes them."""
    if not rows:
        return
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join("%s" for _ in columns)
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
