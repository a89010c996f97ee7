"""An empty database begins with the tables to which the migrations lead one by one."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from youju.machine.empty_database import tables_begin
from youju.machine.management.commands import migrate as ours

# What a database says of its tables; the order of columns is nobody's business.
_OF_POSTGRES = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default, character_maximum_length, is_identity"
    " FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
)
_NOTED = "SELECT app, name FROM django_migrations"
_MIGRATE = """
import django; django.setup()
from django.core.management import call_command
from %s import Command
call_command(Command(), verbosity=0, interactive=False)
"""
FILE = "youju.sqlite3"
_DRAWN = re.compile(r"\w+_[0-9a-f]{8}(_fk\w*|_like|_uniq)?\b")


@contextmanager
def empty_database(name: str, folder: Path) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a new database on the same server, or to a new file in ``folder``."""
    whole = f"{name}_{os.getpid()}"
    _on_the_server(f'CREATE DATABASE "{whole}"')
    place = str(folder / FILE) if connection.vendor == "sqlite" else whole
    connections.databases[name] = connection.settings_dict | {"NAME": place}
    try:
        yield connections[name]
    finally:
        connections[name].close()
        del connections[name]
        del connections.databases[name]
        _on_the_server(f'DROP DATABASE "{whole}"')


def migrated(database: BaseDatabaseWrapper, folder: Path, command: str) -> None:
    """Let a process of its own migrate it, as the one database that it knows."""
    name = str(database.settings_dict["NAME"])
    url = "" if database.vendor == "sqlite" else urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    own = {"YOUJU_HOME": str(folder), "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "youju.config.settings"}
    subprocess.run([sys.executable, "-c", _MIGRATE % command], env=os.environ | own, check=True)


def _on_the_server(statement: str) -> None:
    if connection.vendor != "sqlite":
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)


def shape(of: BaseDatabaseWrapper) -> list[tuple[object, ...]]:
    """Everything of the tables but the names that Django draws for itself: a table that was renamed keeps them."""
    with of.cursor() as cursor:
        if of.vendor == "sqlite":
            cursor.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
            rows = [
                (sort, _own(name), table, *sorted(_parts(sql or ""))) for sort, name, table, sql in cursor.fetchall()
            ]
            return sorted(rows)
        found: list[tuple[object, ...]] = []
        for query in _OF_POSTGRES:
            cursor.execute(query)
            found += [tuple(_own(str(value)) for value in row) for row in cursor.fetchall()]
        return sorted(found)


def _own(text: str) -> str:
    """Without the names that end in a hash."""
    return _DRAWN.sub("", text)


def _parts(statement: str) -> Iterator[str]:
    """The columns and constraints of a CREATE TABLE: what its commas outside of all brackets part."""
    depth, begin = 0, statement.find("(") + 1
    end = statement.rfind(")")
    for place in range(begin, end):
        depth += {"(": 1, ")": -1}.get(statement[place], 0)
        if depth == 0 and statement[place] == ",":
            yield statement[begin:place].strip()
            begin = place + 1
    yield statement[begin:end].strip()


def rows(of: BaseDatabaseWrapper) -> dict[str, int]:
    """How many each table holds: what a migration writes that begins with nothing has to be written both ways."""
    with of.cursor() as cursor:
        tables = sorted(of.introspection.table_names(cursor))
        return {table: cursor.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0] for table in tables}


def noted(of: BaseDatabaseWrapper) -> set[tuple[str, str]]:
    with of.cursor() as cursor:
        cursor.execute(_NOTED)
        return set(cursor.fetchall())


@pytest.fixture
def unblocked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Databases beside that of the tests, which pytest-django has made without migrations."""
    with django_db_blocker.unblock(), override_settings(MIGRATION_MODULES={}):
        yield


def test_both_ways_lead_to_the_same_tables(unblocked: None, tmp_path_factory: pytest.TempPathFactory):
    """Slow on purpose: it is the one run of all migrations one by one."""
    one, other = (tmp_path_factory.mktemp(name) for name in ("slow", "quick"))
    with empty_database("slow", one) as slow, empty_database("quick", other) as quick:
        migrated(slow, one, "django.core.management.commands.migrate")
        migrated(quick, other, "youju.machine.management.commands.migrate")
        assert shape(quick) == shape(slow)
        assert rows(quick) == rows(slow)
        assert noted(quick) == noted(slow) != set()


def test_what_holds_a_table_is_migrated_one_by_one(unblocked: None, tmp_path: Path):
    with empty_database("begun", tmp_path) as begun:
        with begun.cursor() as cursor:
            cursor.execute("CREATE TABLE somebodys (id integer)")
        assert tables_begin(begun) is False
        assert begun.introspection.table_names() == ["somebodys"]


def test_a_beginning_is_made_once(unblocked: None, tmp_path: Path):
    with empty_database("once", tmp_path) as once:
        assert [tables_begin(once), tables_begin(once)] == [True, False]


def test_of_one_application_alone_its_own_tables_are_made(unblocked: None, tmp_path: Path):
    with empty_database("part", tmp_path) as part:
        call_command(ours.Command(), "contenttypes", database="part", verbosity=0, interactive=False)
        assert set(part.introspection.table_names()) == {"django_migrations", "django_content_type"}
