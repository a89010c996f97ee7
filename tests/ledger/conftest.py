from pathlib import Path

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def ledger_home(tmp_path: Path, settings: Settings) -> Path:
    """A folder of this test's own for the signing key and the last checkpoint."""
    settings.HOME = tmp_path
    return tmp_path
