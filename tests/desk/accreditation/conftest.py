"""The cast of the tests of applications, with a second officer: who admits, and grants, is not who graded."""

from types import SimpleNamespace

import pytest


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    from tests.records.cast import member  # models are not there before Django is set up
    from youju.orgs.members import Role

    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast
