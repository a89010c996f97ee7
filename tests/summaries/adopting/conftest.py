"""The demo bureau of a seed of its own, built once for this folder and rolled back behind it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

if TYPE_CHECKING:
    from youju.demo.build import Built

SEED, YEAR = 7, 2025


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> "Iterator[Built]":
    from youju.demo.build import Built, build  # models: pytest reads this file before Django is set up

    built = Built(SEED, YEAR)
    with django_db_blocker.unblock(), transaction.atomic():
        build(built, password="for these tests only")
        yield built
        transaction.set_rollback(True)
