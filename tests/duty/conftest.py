from types import SimpleNamespace

import pytest


@pytest.fixture
def school(db: None) -> SimpleNamespace:
    from tests.duty.roster_cast import make_school  # its models wait until Django is set up

    return make_school()
