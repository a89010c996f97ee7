"""An import or a year of demo data must not keep anybody waiting."""

from time import perf_counter

import pytest

from tests.ledger.postings import DAY, post, posting
from youju.ledger import log
from youju.ledger.log import FactLine

pytestmark = pytest.mark.django_db


def test_ten_thousand_postings_of_three_facts_take_seconds() -> None:
    """2.3 s (SQLite) and 3.3 s (PostgreSQL) on two shared cores; the bound leaves room for busy ones."""
    facts = [FactLine("school-1", DAY, measure, 1) for measure in ("sessions", "attendance", "members")]
    start = perf_counter()
    post(*(posting(f"study-{i}", *facts) for i in range(10_000)))
    assert perf_counter() - start < 15
    assert log.size() == 10_000
