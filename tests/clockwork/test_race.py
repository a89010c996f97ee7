"""The server's thread, a timer and a hand at the keyboard at one moment: each thing is done once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection

from youju.clockwork.job import Job
from youju.clockwork.tick import tick
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import SYSTEM
from youju.orgs.audit import AuditRow

pytestmark = pytest.mark.django_db(transaction=True)

KEYS = [f"followup-{number}#overdue" for number in range(12)]
_AT_ONCE = 6


def _work(key: str) -> str:
    audit.write(actor=SYSTEM, action="overdue", target=key)
    return ""


def _tick(gate: Barrier) -> list[str]:
    gate.wait()
    try:
        with clock.at(datetime(2026, 3, 2, 4, tzinfo=UTC)):
            outcomes = list(tick([Job("overdue", "", "", lambda _day: KEYS, _work)]))
        assert not any(outcome.failed for outcome in outcomes)
        return [outcome.key for outcome in outcomes]
    finally:
        connection.close()


def test_each_key_is_done_by_one_of_them():
    gate = Barrier(_AT_ONCE)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        done = [key for keys in pool.map(_tick, [gate] * _AT_ONCE) for key in keys]
    assert sorted(done) == sorted(KEYS)
    assert sorted(AuditRow.objects.values_list("target", flat=True)) == sorted(KEYS)
