"""The demo bureau, built once for this folder and rolled back behind it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction
from django.test.utils import setup_databases, teardown_databases
from pytest_django import DjangoDbBlocker

if TYPE_CHECKING:
    from youju.demo.build import Built

YEAR = 2025


@pytest.fixture(scope="package")
def tables(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database also where no test of the run is marked as using one, for then pytest-django makes none."""
    with django_db_blocker.unblock():
        made = [] if connection.introspection.table_names() else setup_databases(verbosity=0, interactive=False)
        yield
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="package")
def demo(tables: None, django_db_blocker: DjangoDbBlocker) -> "Iterator[Built]":
    from youju.demo.build import Built, build  # models: pytest reads this file before Django is set up
    from youju.demo.numbers import REFERENCE_SEED

    built = Built(REFERENCE_SEED, YEAR)
    with django_db_blocker.unblock(), transaction.atomic():
        build(built, password="for these tests only")
        yield built
        transaction.set_rollback(True)
