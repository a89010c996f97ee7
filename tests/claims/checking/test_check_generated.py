"""Hand-written sentences in several registers against the demo bureau. tests/bench/bench_check.py prints the table
for other seeds; here stand floors that a change must not break."""

import pytest

from tests.claims.checking.conftest import YEAR

pytestmark = pytest.mark.usefixtures("demo", "db")

FLOORS = {"first": 90, "among three": 97, "right green": 85, "wrong red or amber": 95}
# Among the silent sentences are such as come near on purpose, half of them with the very number of what they are near.
MOST_FALSE_GREEN = 1.0


@pytest.mark.parametrize("held", [False, True])
def test_the_goals_hold_on_either_half(held):
    from tests.claims.checking.outcomes import outcomes, shares

    found = shares(one for one in outcomes(1, YEAR) if one.case.held == held)

    for name, least in FLOORS.items():
        assert found[name].percent >= least, str(found[name])
    assert found["false green"].percent <= MOST_FALSE_GREEN, str(found["false green"])
