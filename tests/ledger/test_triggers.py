"""The database itself refuses to change the log."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from tests.ledger.postings import post_numbered
from tests.orgs.plant import plant
from youju.ledger import log, triggers
from youju.orgs.audit import AuditRow

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def audited(db: None) -> None:
    """A row in the tables of the package above too: a trigger on an empty one has nothing to refuse."""
    plant("yun", "county")
    AuditRow.objects.create(actor="a1", action="record.add", target="study-1")


def refused(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as error:
        return "append-only" in str(error)
    return False


def test_the_audit_rows_are_among_them() -> None:
    assert AuditRow._meta.db_table in triggers.TABLES


@pytest.mark.parametrize("table", triggers.TABLES)
def test_it_refuses_to_change_or_delete_a_row(table: str) -> None:
    post_numbered(range(256))
    key = "seq" if table == "ledger_entry" else "id"
    assert refused(f"UPDATE {table} SET {key} = {key}")
    assert refused(f"DELETE FROM {table}")
    assert list(log.verify()) == []


@pytest.mark.parametrize("table", triggers.TABLES)
def test_it_refuses_to_empty_or_replace(table: str) -> None:
    post_numbered(range(256))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # what was just posted has checks pending, which refuse a TRUNCATE too
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        assert refused(f"TRUNCATE {table} CASCADE")
    else:
        assert refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def test_all_are_in_place_after_migrate() -> None:
    assert triggers.missing() == []


def test_what_was_removed_is_named_and_the_next_migrate_brings_it_back() -> None:
    triggers.remove()
    assert len(triggers.missing()) == len(triggers.TABLES) * (2 if connection.vendor == "postgresql" else 3)
    call_command("migrate", verbosity=0)
    assert triggers.missing() == []


def test_installing_twice_changes_nothing() -> None:
    triggers.install()
    assert triggers.missing() == []


def test_a_trigger_that_was_weakened_counts_as_missing() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_no_change")
            weakened = "ledger_entry_no_change"
        else:
            weakened = "ledger_entry_no_update"
            cursor.execute(f"DROP TRIGGER {weakened}")
            cursor.execute(f"CREATE TRIGGER {weakened} BEFORE UPDATE ON ledger_entry BEGIN SELECT 1; END")
    assert triggers.missing() == [weakened]
