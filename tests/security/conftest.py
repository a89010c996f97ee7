"""The same cast at the same desks, now attacked. Models are imported inside: pytest may load this file early."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from tests.cli.conftest import youju
from tests.desk.conftest import cast, desk, folder

__all__ = ["cast", "desk", "folder", "youju"]

Undone = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def undone(db: None) -> Undone:
    """What happens inside is taken back, so that the next attack meets the same office."""
    from django.db import transaction

    @contextmanager
    def once() -> Iterator[None]:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    return once
