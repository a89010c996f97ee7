from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.utils import translation

if TYPE_CHECKING:
    from youju.orgs.units import Unit


@pytest.fixture
def bureau(db: None) -> "Unit":
    """The bureau of a county with an office, two towns and four schools."""
    from tests.indicators.log import build_units  # models: pytest reads this file before Django is set up

    return build_units()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences are compared in the language they are written in."""
    with translation.override("en"):
        yield
