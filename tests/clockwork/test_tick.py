"""What is due is done once; what fails is tried again, and keeps nothing else from being done."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from youju.clockwork.job import Job, daily
from youju.clockwork.jobs import JOBS
from youju.clockwork.models import Tick
from youju.clockwork.tick import last_tick, tick
from youju.ledger.checkpoint import verify_checkpoint
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.calendar_verbs import days_import
from youju.orgs.days_off import DayRow
from youju.orgs.tickets import Purpose, Ticket, ticket_make
from youju.orgs.wrong_tries import WrongTry

pytestmark = pytest.mark.django_db

EVENING = datetime(2026, 12, 1, 15, 59, tzinfo=UTC)  # 23:59 at the office
NEXT_DAY = EVENING + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def forgotten_checkpoint():
    kept = Path(settings.HOME) / "ledger-checkpoint"
    kept.unlink(missing_ok=True)
    yield
    kept.unlink(missing_ok=True)


def done(moment: datetime, *jobs: Job) -> list[str]:
    with clock.at(moment):
        return [f"{outcome.job.code} {outcome.key}" for outcome in tick(jobs or JOBS) if not outcome.failed]


def job(code: str, work, due=daily) -> Job:
    return Job(code, code, "", due, work)


def test_every_job_is_done_once_a_day_and_the_next_day_begins_at_the_office():
    first = done(EVENING)
    assert first == [
        "checkpoint 2026-12-01",
        "checkpoint-out 2026-12-01",
        "backup 2026-12-01",
        "sessions 2026-12-01",
        "tickets 2026-12-01",
        "orders 2026-12-01",
        "transfers 2026-12-01",
        "attempts 2026-12-01",
        "plan-refresh 2026-12-01",
        "digest 2026-12-01",
        "calendar 2027",
    ]
    assert done(EVENING) == []
    assert done(NEXT_DAY) == [line.replace("-01", "-02") for line in first[:10]]
    assert last_tick() == NEXT_DAY


def test_the_ledger_is_signed_by_the_system():
    done(EVENING)
    assert verify_checkpoint(Tick.objects.get(job="checkpoint").said).size == 0
    assert AuditRow.objects.get(action="ledger.checkpoint").actor == "system"


def test_what_ran_out_is_cleared_away_and_the_rest_is_not():
    for name, days in (("old", -1), ("new", 1)):
        Session.objects.create(session_key=name, session_data="", expire_date=clock.now() + timedelta(days))
    with clock.at(EVENING):
        ticket_make(purpose=Purpose.GUEST, ref="old", expires=EVENING - timedelta(40), actor=CONSOLE)
        ticket_make(purpose=Purpose.GUEST, ref="new", expires=EVENING + timedelta(1), actor=CONSOLE)
    for name, days in (("old", 200), ("new", 100)):
        WrongTry.objects.create(key=f"account:{name}", at=EVENING - timedelta(days))
    done(EVENING)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert list(Ticket.objects.values_list("ref", flat=True)) == ["new"]
    assert list(WrongTry.objects.values_list("key", flat=True)) == ["account:new"]


def test_the_calendar_is_asked_for_in_december_only_and_only_while_it_is_missing():
    calendar = next(job for job in JOBS if job.code == "calendar")
    assert done(datetime(2026, 11, 30, 4, tzinfo=UTC), calendar) == []
    days_import(rows=[DayRow(datetime(2027, 1, 1, tzinfo=UTC).date(), False, "元旦")], source="通知", actor=CONSOLE)
    assert done(EVENING, calendar) == []


def test_a_job_that_fails_is_tried_again_and_leaves_nothing():
    tries: list[str] = []

    def work(key: str) -> str:
        AuditRow.objects.create(actor="system", action="x", target=key)
        tries.append(key)
        if len(tries) == 1:
            raise RuntimeError("the disk was full")
        return "done"

    other = job("other", lambda key: "")
    assert done(EVENING, job("work", work), other) == ["other 2026-12-01"]
    assert AuditRow.objects.count() == 0
    assert done(EVENING, job("work", work), other) == ["work 2026-12-01"]
    assert done(EVENING, job("work", work), other) == []
    assert AuditRow.objects.count() == 1


def test_a_job_that_cannot_say_what_is_due_keeps_nobody_waiting():
    def due(_day):
        raise RuntimeError

    assert done(EVENING, job("broken", lambda key: "", due), job("other", lambda key: "")) == ["other 2026-12-01"]


def test_each_code_is_of_one_job():
    assert len({job.code for job in JOBS}) == len(JOBS)
    assert json.dumps([str(job.help) for job in JOBS])


@pytest.mark.parametrize("page", ["docs/running.md", "docs/running.zh.md"])
def test_the_guide_names_every_job(page: str):
    text = Path(page).read_text("utf-8")
    assert [job.code for job in JOBS if f"| `{job.code}` |" not in text] == []
