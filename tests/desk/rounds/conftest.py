"""The office of every test of a selection's pages, at the time of the call."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    from tests.records.honours.selection import CALLED, staffed  # models are not there before Django is set up
    from youju.lib import clock

    with clock.at(CALLED):
        yield staffed(cast)
