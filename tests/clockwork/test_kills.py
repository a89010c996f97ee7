"""A process killed at each statement of a tick: the next tick loses nothing and does nothing twice."""

import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection

from youju.clockwork.job import Job
from youju.clockwork.jobs import JOBS
from youju.clockwork.models import Tick
from youju.clockwork.tick import tick
from youju.ledger.checkpoint import check_kept
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import CONSOLE, SYSTEM
from youju.orgs.audit import AuditRow
from youju.orgs.sequences import Sequence, take
from youju.orgs.tickets import Purpose, Ticket, ticket_make

pytestmark = pytest.mark.django_db(transaction=True)

DAY = datetime(2026, 12, 1, 4, tzinfo=UTC)
REFS = ["followup-1#overdue", "followup-2#overdue", "followup-3#overdue"]


def _number(key: str) -> str:
    """A job as kinds will have them: some tables changed by one verb."""
    number = take("notice", 2026)
    audit.write(actor=SYSTEM, action="notice", target=key, number=number)
    return str(number)


EVERY = (*JOBS, Job("notices", "", "", lambda _day: REFS, _number))


class _Killer:
    """Ends the process like a power cut, before or after its n-th statement."""

    def __init__(self, at: int, *, after: bool) -> None:
        self.at, self.after, self.seen = at, after, 0

    def __call__(self, execute: Callable[..., Any], *statement: Any) -> Any:
        self.seen += 1
        if self.seen == self.at and not self.after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = execute(*statement)
        if self.seen == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


def _work() -> None:
    """Something for every job to do."""
    Tick.objects.all().delete()
    Sequence.objects.all().delete()
    Session.objects.create(session_key="old", session_data="", expire_date=clock.now() - timedelta(1))
    ticket_make(purpose=Purpose.GUEST, ref="old", expires=DAY - timedelta(40), actor=CONSOLE)


def _killed(killer: _Killer) -> bool:
    """Tick in a child that the killer ends; False where it came to its end."""
    connection.close()  # the child must not share the socket
    child = os.fork()
    if child == 0:
        try:
            with connection.execute_wrapper(killer), clock.at(DAY):
                list(tick(EVERY))
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _acts() -> int:
    # Not the backup: a day has one, which whoever ran before may have made already.
    return AuditRow.objects.filter(actor=SYSTEM.token).exclude(target="backup").count()


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_nothing_twice_and_nothing_lost(after: bool):
    kept = Path(settings.HOME) / "ledger-checkpoint"
    kept.unlink(missing_ok=True)
    place, killed = 0, True
    while killed:
        place += 1
        _work()
        before = _acts()
        killed = _killed(_Killer(place, after=after))
        with clock.at(DAY):
            assert not [outcome for outcome in tick(EVERY) if outcome.failed], place
        # The checkpoint and the ticket that is cleared away have an audit row each.
        assert _acts() - before == len(REFS) + 2, place
        assert Sequence.objects.get().next == len(REFS) + 1, place
        with clock.at(DAY):
            fallen_due = sum(len(list(job.due(clock.today()))) for job in EVERY)
        assert Tick.objects.count() == fallen_due, place
        assert fallen_due >= len(REFS) + 8
        assert not Session.objects.exists() and not Ticket.objects.exists(), place
        check_kept()
    assert place > 40
    kept.unlink()
