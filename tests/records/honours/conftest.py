"""A bureau that selects: the fixed cast, with whoever signs, scores and reviews. Models are imported inside."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    from tests.records.honours.selection import CALLED, staffed  # models: pytest may load this file early
    from youju.lib import clock

    with clock.at(CALLED):
        yield staffed(cast)
