"""Two demo bureaus, each built once a process by ``youju demo`` in a database of its own, where tests look at it.

A build takes a minute: whoever needs the same bureau runs on the same worker (scheduling.py).
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest
from pytest_django import DjangoDbBlocker

if TYPE_CHECKING:
    from youju.demo.build import Built

YEAR = 2025
OTHER_SEED = 7


class DemoBureau(NamedTuple):
    """Where a demo bureau is: its home folder, and the name of its database as Django's settings have it."""

    built: "Built"
    home: Path
    database: str


@pytest.fixture(scope="session")
def reference_demo(
    django_db_setup: None, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[DemoBureau]:
    """The demo bureau that everybody gets: of the reference seed."""
    from youju.demo.numbers import REFERENCE_SEED  # models: pytest reads this file before Django is set up

    yield from _built(REFERENCE_SEED, tmp_path_factory.mktemp("demo"), django_db_blocker)


@pytest.fixture(scope="session")
def other_demo(
    django_db_setup: None, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[DemoBureau]:
    """A demo bureau with other figures."""
    yield from _built(OTHER_SEED, tmp_path_factory.mktemp("demo"), django_db_blocker)


def youju(home: Path, *args: str, database_url: str = "") -> "subprocess.CompletedProcess[str]":
    """The command in a process of its own, on SQLite under ``home`` unless another database is named."""
    environment = os.environ | {"YOUJU_HOME": str(home), "DATABASE_URL": database_url}
    command = [sys.executable, "-m", "youju.cli.main", *args]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def build(home: Path, seed: int, database_url: str = "") -> None:
    done = youju(home, "demo", "--no-serve", "--seed", str(seed), "--year", str(YEAR), database_url=database_url)
    assert done.returncode == 0, done.stderr


def _built(seed: int, home: Path, blocker: DjangoDbBlocker) -> Iterator[DemoBureau]:
    from django.db import connection

    from youju.demo.build import Built

    if connection.vendor == "sqlite":
        build(home, seed)
        yield DemoBureau(Built(seed, YEAR), home, str(home / "youju.sqlite3"))
        return
    name = f"demo_{seed}_{os.getpid()}"
    with blocker.unblock():
        _on_the_server(f'CREATE DATABASE "{name}"')
    try:
        build(home, seed, urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl())
        yield DemoBureau(Built(seed, YEAR), home, name)
    finally:
        with blocker.unblock():
            _on_the_server(f'DROP DATABASE "{name}"')


def _on_the_server(statement: str) -> None:
    from django.db import connection

    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def looking_at(bureau: DemoBureau, blocker: DjangoDbBlocker) -> "Iterator[Built]":
    """Until this ends, tests run in the bureau's database; what they change there is rolled back."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection, transaction
    from django.test import override_settings

    own = connection.settings_dict["NAME"]
    with blocker.unblock(), override_settings(EVIDENCE_FOLDER=bureau.home / "evidence"):
        connection.close()
        connection.settings_dict["NAME"] = bureau.database
        try:
            with transaction.atomic():
                yield bureau.built
                transaction.set_rollback(True)
        finally:
            connection.close()
            connection.settings_dict["NAME"] = own
            ContentType.objects.clear_cache()
