"""A tick that breaks off at each of its statements: the next one loses nothing and does nothing twice."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from tests.plans.made import approved, due_of, on, visited
from tests.plans.test_due_life import PLAN_JOBS, standing
from youju.clockwork.models import Tick
from youju.clockwork.tick import tick
from youju.ledger.reading import entries_of
from youju.plans.dues import Due
from youju.plans.flaws import flaws
from youju.records.verbs.record_verbs import record_void

pytestmark = pytest.mark.django_db


class _Breaker:
    """Breaks off at the n-th statement."""

    def __init__(self, at: int) -> None:
        self.at, self.seen = at, 0

    def __call__(self, execute: Any, *statement: Any) -> Any:
        self.seen += 1
        if self.seen == self.at:
            raise RuntimeError("the power went")
        return execute(*statement)


def _broken(day: date) -> None:
    """Tick with a break at statement 3, 6, 9 … each time, until a tick gets through."""
    place, through = 0, False
    while not through:
        place += 3
        breaker = _Breaker(place)
        with on(day), connection.execute_wrapper(breaker):
            list(tick(PLAN_JOBS))
        through = breaker.seen < place
        Tick.objects.filter(job="plan-refresh").delete()  # so that there is always something to break off
    assert place > 6


def test_each_milestone_is_posted_once(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    record = visited(cast, date(2025, 3, 20))
    _broken(date(2025, 4, 9))
    due = due_of(item, cast.hill, "2025-03")
    assert [(entry.kind, entry.milestone) for entry in entries_of(due.ref)] == [("post", "due"), ("post", "met")]
    with on(date(2025, 4, 10)):
        record_void(record=record, actor=cast.alice, reason="人数有误")
    _broken(date(2025, 4, 10))
    assert [entry.kind for entry in entries_of(due.ref)] == ["post", "post", "void"]
    assert standing(due) == {"due"} and not Due.objects.filter(due_on__lt=date(2025, 4, 10), fallen=False).exists()
    assert list(flaws()) == []
