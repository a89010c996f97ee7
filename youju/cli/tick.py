"""``youju tick``: what time does, once; and the thread in which the server does it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connections

from youju.cli.database import require_database
from youju.cli.help import command
from youju.cli.output import put, say
from youju.clockwork.tick import Outcome
from youju.clockwork.tick import tick as run_due

log = logging.getLogger(__name__)

FINDING = 1
_AFTER_START = 10.0  # seconds: whoever opens the first page goes first


@command()
def tick() -> int:
    require_database()
    failed = [outcome for outcome in run_due() if not _tell(outcome)]
    return FINDING if failed else 0


@contextmanager
def ticking(seconds: float) -> Iterator[None]:
    """Do what has fallen due every so many seconds in a thread, until the block ends; 0: never."""
    ended = Event()
    thread = Thread(target=_keep_ticking, args=(seconds, ended), name="tick", daemon=True)
    if seconds:
        thread.start()
    try:
        yield
    finally:
        ended.set()


def _keep_ticking(seconds: float, ended: Event) -> None:
    pause = min(_AFTER_START, seconds)
    while not ended.wait(pause):
        _tick_once()
        pause = seconds


def _tick_once() -> None:
    try:
        for outcome in run_due():
            log.info("%s %s", outcome.job.code, outcome.key)
    except Exception:  # whatever it is, people go on being served, and it is tried again
        log.exception("tick")
    finally:
        connections.close_all()


def _tell(outcome: Outcome) -> bool:
    """Print what came of one key; whether it went well."""
    if outcome.failed:
        say(f"✗ {outcome.job.help} ({outcome.key}): {outcome.said}".rstrip(": "))
        return False
    put(f"✓ {outcome.job.help} ({outcome.key})")
    if outcome.said:
        put("\n".join(f"    {line}" for line in outcome.said.splitlines()))
    return True
