"""Triggers that make the tables append-only: they stop mistakes and careless hands.

A superuser can still drop them; that is what the tree, its checkpoints and ``verify`` are for.
"""

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# Two lie in another package: who did what, and where a unit stood, are as little to be rewritten as what was posted.
TABLES = ("ledger_entry", "ledger_fact", "ledger_node", "orgs_auditrow", "orgs_placement")

_REFUSAL = "this table is append-only"
_FUNCTION = "ledger_append_only"
_BODY = f" BEGIN RAISE EXCEPTION '{_REFUSAL}'; END "

# INSERT OR REPLACE deletes the old row without firing SQLite's delete triggers: refuse a place that is taken.
_TAKEN = {
    "ledger_entry": "seq = NEW.seq OR voids = NEW.voids",
    "ledger_fact": "id = NEW.id",
    "ledger_node": 'id = NEW.id OR (level = NEW.level AND "index" = NEW."index")',
    "orgs_auditrow": "id = NEW.id",
    "orgs_placement": "id = NEW.id",
}


def install(using: str = "default") -> None:
    """Put every trigger in place, whether or not it is there already; nothing where the tables are not there yet."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    statements = [statement for table in TABLES if table in present for statement in _creating(connection, table)]
    if statements and connection.vendor == "postgresql":
        statements.insert(0, _function())
    _run(connection, statements)


def remove(using: str = "default") -> None:
    """Take every trigger away: only tests, which must empty the tables between them, do this."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    _run(connection, [s for table in TABLES if table in present for s in _dropping(connection, table)])


def missing(using: str = "default") -> list[str]:
    """Names of the triggers that are absent, switched off or not as we make them."""
    connection = connections[using]
    found = _sound_postgresql(connection) if connection.vendor == "postgresql" else _sound_sqlite(connection)
    return [name for table in TABLES for name in _names(connection, table) if name not in found]


def _names(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    events = ("change", "truncate") if connection.vendor == "postgresql" else ("update", "delete", "replace")
    return [f"{table}_no_{event}" for event in events]


def _creating(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    if connection.vendor == "postgresql":
        return _creating_postgresql(table)
    return [*_dropping(connection, table), *_sqlite(table).values()]


def _dropping(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    return [f"DROP TRIGGER IF EXISTS {name}{on}" for name in _names(connection, table)]


def _sqlite(table: str) -> dict[str, str]:
    """The triggers of one table, by name, word for word as SQLite keeps them."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    taken = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {_TAKEN[table]})"
    return {
        f"{table}_no_update": f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"{table}_no_delete": f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        f"{table}_no_replace": f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} {taken} {refuse}",
    }


def _function() -> str:
    return f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$"


def _creating_postgresql(table: str) -> list[str]:
    change, truncate = f"{table}_no_change", f"{table}_no_truncate"
    run = f"EXECUTE FUNCTION {_FUNCTION}()"
    return [
        f"CREATE OR REPLACE TRIGGER {change} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {run}",
        # Row triggers let TRUNCATE pass.
        f"CREATE OR REPLACE TRIGGER {truncate} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}",
        # Always: a session that says it is a replica would skip ordinary triggers.
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {change}",
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {truncate}",
    ]


def _sound_sqlite(connection: BaseDatabaseWrapper) -> set[str]:
    ours = {name: sql for table in TABLES for name, sql in _sqlite(table).items()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {name for name, sql in cursor.fetchall() if ours.get(name) == sql}


def _sound_postgresql(connection: BaseDatabaseWrapper) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE t.tgenabled = 'A' AND p.proname = %s AND p.prosrc = %s",
            [_FUNCTION, _BODY],
        )
        return {name for (name,) in cursor.fetchall()}


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and connection.in_atomic_block:
            # A table whose foreign keys are still to be checked at the commit takes no change of its triggers.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for statement in statements:
            cursor.execute(statement)
