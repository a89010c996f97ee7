"""One moment of the database, read while others write: neither waits for the other."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, connections, transaction
from psycopg import IsolationLevel

_ALIAS = "snapshot"


@contextmanager
def snapshot() -> Iterator[str]:
    """The alias of a connection of its own, in a transaction that sees the database as it was when it began.

    On SQLite a reader of the write-ahead log holds nobody up; on PostgreSQL REPEATABLE READ does the same.
    """
    beside = connection.copy(_ALIAS)
    options = dict(beside.settings_dict.get("OPTIONS", {}))
    if connection.vendor == "postgresql":
        options["isolation_level"] = IsolationLevel.REPEATABLE_READ
    else:
        options["transaction_mode"] = "DEFERRED"  # the log's own lock is for writers
    beside.settings_dict["OPTIONS"] = options
    connections[_ALIAS] = beside
    try:
        with transaction.atomic(using=_ALIAS):
            yield _ALIAS
    finally:
        beside.close()
        del connections[_ALIAS]
