from types import SimpleNamespace

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """Hashing is slow on purpose, and not what is tested."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """The fixed cast, with sam as the bureau's signing leader."""
    from tests.records.cast import make_cast, member  # models can be imported only once Django is set up
    from youju.orgs.members import Role

    found = make_cast()
    found.sam = member("sam", found.county, Role.SIGNER)
    return found
