"""What is granted and ends: stock and held against a replay of the log, entry by entry."""

from datetime import date
from typing import NamedTuple

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.indicators.log import asked, declared, fact, post, void
from youju.ledger.log import FactLine
from youju.lib.periods import Period
from youju.orgs.units import Unit

MEASURE = "projects.running"


class Grant(NamedTuple):
    """A title or membership: granted, ended after so many days if at all; either posting may be voided."""

    unit: str
    holder: str
    title: str
    day: date
    ends: date | None
    voided: str


DAYS = st.dates(date(2023, 1, 1), date(2026, 6, 30))
GRANTS = st.builds(
    Grant,
    unit=st.sampled_from(["school-1", "school-2", "town-1", "bureau"]),
    holder=st.sampled_from(["", "p1", "p2", "p3"]),
    title=st.sampled_from(["", "campus", "arts"]),
    day=DAYS,
    ends=st.none() | DAYS,
    voided=st.sampled_from(["", "", "", "granted", "ended"]),
)


@pytest.mark.parametrize("of", ["unit", "occasion", "subject"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(GRANTS, max_size=12), st.sampled_from(["2024", "2025", "2025-05", "..2025-06-15"]))
def test_stock_and_held_agree_with_a_replay(bureau: Unit, of: str, grants: list[Grant], code: str):
    period = Period.parse(code)
    with transaction.atomic():
        standing = [line for grant in enumerate(grants) for line in posted(*grant) if line.day <= period.last]
        stock, held = declared("stock", MEASURE), declared("held", MEASURE, of=of)
        assert asked(stock, bureau, period).value == (sum(line.quantity for line in standing) if standing else None)
        assert asked(held, bureau, period).value == replayed(standing, of)
        transaction.set_rollback(True)


def posted(number: int, grant: Grant) -> list[FactLine]:
    """Post a grant and its end, void what it says; the lines that stand."""
    steps = {"granted": (1, grant.day)} | ({"ended": (-1, grant.ends)} if grant.ends else {})
    standing = []
    for step, (quantity, day) in steps.items():
        line = fact(MEASURE, quantity, unit=grant.unit, day=day, occasion=grant.title, subject=grant.holder)
        post(f"{number} {step}", line)
        if step == grant.voided:
            void(f"{number} {step}")
        else:
            standing.append(line)
    return standing


def replayed(lines: list[FactLine], of: str) -> int | None:
    """One line after the other, a holder in or out."""
    balance: dict[str, int] = {}
    for line in lines:
        if key := getattr(line, of):
            balance[key] = balance.get(key, 0) + line.quantity
    return len({key for key, left in balance.items() if left > 0}) if balance else None
