from types import SimpleNamespace

import pytest


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """The fixed cast, with sam as the bureau's signing leader."""
    from tests.records.cast import make_cast, member  # models can be imported only once Django is set up
    from youju.orgs.members import Role

    found = make_cast()
    found.sam = member("sam", found.county, Role.SIGNER)
    return found
