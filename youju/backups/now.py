"""A backup made now, or the last one put back for trial, beside the work of the server: one at a time."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock, Thread

from django.db import connections
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.backups.backup import backup_write
from youju.backups.drill import drill
from youju.backups.errors import BackupRefused
from youju.backups.places import ENDING, last_backup, place, require_room
from youju.backups.reading import opened
from youju.errors import Conflict, YoujuError
from youju.lib import clock
from youju.orgs.actors import Actor
from youju.orgs.keeping import require_manager

_LINES = 3  # of what the trial said; the last ones tell what is wrong

log = logging.getLogger(__name__)


class AlreadyRunning(Conflict):
    code = "backup-running"
    sentence = gettext_lazy("A backup is being made or tried just now. Wait until it is done.")


class DrillFailed(BackupRefused):
    code = "drill-failed"
    sentence = gettext_lazy("The backup could not be put back: %(what)s Make a new one, and try that.")


class NothingToTry(Conflict):
    code = "no-backup-to-try"
    sentence = gettext_lazy("There is no backup here that could be put back for trial. Make one first.")


class Running:
    """done and of: members written, and how many there are (0: not known yet). failed: a sentence, or nothing.

    drill: whether it is no backup, but one that is put back for trial.
    """

    def __init__(self, *, drill: bool = False) -> None:
        self.drill = drill
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
    now = Running()
    # Another name than the daily ones: what somebody asked for is not cleared away by itself.
    file = folder / f"youju-{now.since.astimezone():%Y-%m-%d-%H%M%S}{ENDING}"
    return _start(now, lambda: backup_write(file=file, actor=actor, progress=now.progress))


def drill_start(*, actor: Actor) -> Thread:
    """Begin to put the last backup back for trial, in a thread, which is returned.

    Raises NotAllowed, NothingToTry, AlreadyRunning.
    """
    require_manager(actor)
    last = last_backup()
    if last is None or not Path(last.file).is_file():
        raise NothingToTry()
    return _start(Running(drill=True), partial(_try, Path(last.file), actor))


def _try(file: Path, actor: Actor) -> None:
    with opened(file) as backup:
        if found := drill(file=file, backup=backup, actor=actor):
            raise DrillFailed(what="; ".join(found[-_LINES:]))


def _start(now: Running, work: Callable[[], object]) -> Thread:
    with _lock:
        if _last and not _last[0].ended:
            raise AlreadyRunning()
        _last[:] = [now]
    thread = Thread(target=_run, args=(now, work), name="backup", daemon=True)
    thread.start()
    return thread


def _run(now: Running, work: Callable[[], object]) -> None:
    try:
        work()
    except YoujuError as error:
        now.failed = str(error)
    except Exception:  # whoever waits for it is told; the trace is in the log
        log.exception("backup")
        now.failed = _("Something went wrong; the log of the server says what.")
    finally:
        now.ended = True
        connections.close_all()
