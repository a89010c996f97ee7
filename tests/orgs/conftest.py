from types import SimpleNamespace

import pytest


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    from tests.records.cast import make_cast  # models can be imported only once Django is set up

    return make_cast()
