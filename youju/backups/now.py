"""A backup made now, beside the work of the server: one at a time, with how far it is."""

import logging
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread

from django.db import connections
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.backups.backup import backup_write
from youju.backups.places import ENDING, place, require_room
from youju.errors import Conflict, YoujuError
from youju.lib import clock
from youju.orgs.actors import Actor
from youju.orgs.keeping import require_manager

log = logging.getLogger(__name__)


class AlreadyRunning(Conflict):
    code = "backup-running"
    sentence = gettext_lazy("A backup is being made just now. Wait until it is done.")


class Running:
    """done and of: members written, and how many there are (0: not known yet). failed: a sentence, or nothing."""

    def __init__(self) -> None:
        self.since: datetime = clock.now()
        self.done = self.of = 0
        self.ended = False
        self.failed = ""

    def progress(self, done: int, of: int) -> None:
        self.done, self.of = done, of


_lock = Lock()
_last: list[Running] = []


def running() -> Running | None:
    """The one that runs, or that was run last by this process."""
    return _last[0] if _last else None


def backup_start(*, actor: Actor) -> Thread:
    """Begin a backup in a thread, which is returned. Raises NotAllowed, AlreadyRunning, PlaceGone, NoRoom."""
    require_manager(actor)
    folder = place()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    require_room(folder)
    with _lock:
        if _last and not _last[0].ended:
            raise AlreadyRunning()
        now = Running()
        _last[:] = [now]
    # Another name than the daily ones: what somebody asked for is not cleared away by itself.
    file = folder / f"youju-{now.since.astimezone():%Y-%m-%d-%H%M%S}{ENDING}"
    thread = Thread(target=_run, args=(now, file, actor), name="backup", daemon=True)
    thread.start()
    return thread


def _run(now: Running, file: Path, actor: Actor) -> None:
    try:
        backup_write(file=file, actor=actor, progress=now.progress)
    except YoujuError as error:
        now.failed = str(error)
    except Exception:  # whoever waits for it is told; the trace is in the log
        log.exception("backup")
        now.failed = _("Something went wrong; the log of the server says what.")
    finally:
        now.ended = True
        connections.close_all()
