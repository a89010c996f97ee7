import json
import time

import pytest

from youju.cli.tick import ticking
from youju.clockwork import tick as clockwork
from youju.clockwork.jobs import JOBS
from youju.clockwork.models import Tick
from youju.lib import clock

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_says_what_it_did_and_does_nothing_twice(youju):
    first, second = youju("tick"), youju("tick")
    assert (first.status, second.status, second.out) == (0, 0, "")
    assert "youju/" in first.out  # the signed checkpoint, to be copied away


def test_a_failure_is_a_finding(youju, monkeypatch: pytest.MonkeyPatch):
    def broken(_key: str) -> str:
        raise RuntimeError

    job = JOBS[0]._replace(work=broken)
    monkeypatch.setattr("youju.cli.tick.run_due", lambda: clockwork.tick([job]))
    said = youju("tick")
    assert said.status == 1
    assert "✗" in said.err


def test_doctor_tells_when_time_last_did_something(youju):
    def found() -> set[str]:
        return {each["check"] for each in json.loads(youju("doctor", "--json").out or "[]")}

    assert "clockwork" in found()
    youju("tick")
    assert "clockwork" not in found()
    Tick.objects.update(done_at=clock.now().replace(year=2020))
    assert "clockwork" in found()


def test_the_server_ticks_and_survives_a_fault(monkeypatch: pytest.MonkeyPatch):
    calls: list[int] = []

    def broken() -> list[clockwork.Outcome]:
        calls.append(1)
        raise RuntimeError

    monkeypatch.setattr("youju.cli.tick.run_due", broken)
    with ticking(0.01):
        deadline = time.monotonic() + 10
        while len(calls) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
    assert len(calls) >= 3


def test_no_thread_where_a_timer_does_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("youju.cli.tick._keep_ticking", lambda *_arguments: pytest.fail("a thread was started"))
    with ticking(0):
        pass
