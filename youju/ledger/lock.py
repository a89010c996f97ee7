"""The one lock of the log: who holds it may take the next ``seq``."""

from django.db import connection

from youju.ledger.errors import OutsideTransaction

_KEY = 0x796F756A75  # "youju": advisory locks have numbers, not names


def hold() -> None:
    """Wait for the log, and keep it until the caller's transaction ends.

    Commit order is then the order of ``seq``, and every snapshot of the table is a prefix of the log. On SQLite
    ``BEGIN IMMEDIATE`` has taken the lock before the transaction's first statement. Raises OutsideTransaction.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_KEY])
