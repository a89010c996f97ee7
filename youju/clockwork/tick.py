"""Doing what time does. Called every few minutes by the server, by a timer or by hand: too often does no harm."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max

from youju.clockwork.job import Job
from youju.clockwork.jobs import JOBS
from youju.clockwork.models import Tick
from youju.errors import YoujuError
from youju.lib import clock
from youju.lib.batches import batches

log = logging.getLogger(__name__)


class Outcome(NamedTuple):
    """What came of one key of one job; failed: it stays due and is tried again next time."""

    job: Job
    key: str
    said: str
    failed: bool


def tick(jobs: Sequence[Job] = JOBS) -> Iterator[Outcome]:
    """Do everything that is due and not yet done, each in a transaction of its own; gives what was done just now."""
    for job in jobs:
        for key in _undone(job):
            outcome = _try(job, key)
            if outcome:
                yield outcome


def last_tick() -> datetime | None:
    """When time last did something here."""
    moment: datetime | None = Tick.objects.aggregate(last=Max("done_at"))["last"]
    return moment


def _undone(job: Job) -> list[str]:
    """What is due of one job and not done; a job that cannot even say what is due is tried again next time."""
    try:
        due = list(job.due(clock.today()))
        done = _done(job, due)
    except Exception:  # a fault in one job must not keep the others from their work
        log.exception("%s: what is due could not be found", job.code)
        return []
    return [key for key in due if key not in done]


def _done(job: Job, keys: Iterable[str]) -> set[str]:
    done: set[str] = set()
    for batch in batches(keys):
        done.update(Tick.objects.filter(job=job.code, key__in=batch).values_list("key", flat=True))
    return done


def _try(job: Job, key: str) -> Outcome | None:
    """None where another process did it in the meantime."""
    try:
        return _do_long(job, key) if job.long else _do(job, key)
    except YoujuError as error:
        log.error("%s %s: %s", job.code, key, error)
        return Outcome(job, key, str(error), failed=True)
    except Exception:  # as above; the trace is in the log, the key stays due
        log.exception("%s %s", job.code, key)
        return Outcome(job, key, "", failed=True)


@transaction.atomic
def _do(job: Job, key: str) -> Outcome | None:
    """The row first: who else does the same waits for it, and then sees that it is done."""
    row, new = Tick.objects.get_or_create(job=job.code, key=key)
    if not new:
        return None
    row.said = job.work(key)
    row.save(update_fields=["said"])
    return Outcome(job, key, row.said, failed=False)


def _do_long(job: Job, key: str) -> Outcome:
    said = job.work(key)
    Tick.objects.get_or_create(job=job.code, key=key, defaults={"said": said})
    return Outcome(job, key, said, failed=False)
