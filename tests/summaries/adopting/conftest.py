"""The other demo bureau for this folder."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django import DjangoDbBlocker

from tests.demo_bureaus import DemoBureau, looking_at

if TYPE_CHECKING:
    from youju.demo.build import Built


@pytest.fixture(scope="module")
def demo(other_demo: DemoBureau, django_db_blocker: DjangoDbBlocker) -> "Iterator[Built]":
    with looking_at(other_demo, django_db_blocker) as built:
        yield built
