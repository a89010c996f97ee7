from types import SimpleNamespace

import pytest


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """The fixed cast, with frank as a second officer of the bureau: alice drafts, frank approves."""
    from tests.records.cast import make_cast, member
    from youju.orgs.members import Role

    found = make_cast()
    found.frank = member("frank", found.county, Role.OFFICER)
    found.grace = member("grace", found.county, Role.SIGNER)
    return found
