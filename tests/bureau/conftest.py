"""A county in September 2026, and a small workbook that its bureau moves in with."""

from datetime import UTC, datetime
from typing import Any

import pytest

from youju.lib import clock

NOW = datetime(2026, 9, 10, 4, tzinfo=UTC)


@pytest.fixture
def county(db: None) -> Any:
    from tests.bureau.book import found_county  # models can be imported only once Django is set up

    with clock.at(NOW):
        yield found_county()


@pytest.fixture
def book() -> Any:
    from tests.bureau.book import sample

    return sample(units=30, staff=150)
