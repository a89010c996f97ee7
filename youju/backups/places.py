"""The daily backup: where it is put, how many stay, and when the last one was made."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from youju.backups.backup import Made, backup_write
from youju.backups.errors import BackupRefused, PlaceGone
from youju.lib.alone import alone
from youju.lib.disk import is_older
from youju.orgs.actors import Actor
from youju.orgs.audit import AuditRow
from youju.orgs.settings import kept_texts, setting

ENDING = ".youju"
_SPARE = 512 * 1024**2
_DAY = timedelta(days=1)


class NoRoom(BackupRefused):
    code = "backup-no-room"
    sentence = _(
        "There is no room for the backup in %(name)s: %(free)s MB are free, and the last one took %(last)s MB. Make "
        "room, keep fewer (setting backups_kept), or name another folder (setting backup_place)."
    )


class LastBackup(NamedTuple):
    """missing: how many evidence files could not be kept."""

    at: datetime
    file: str
    bytes: int
    size: int
    missing: int


def place() -> Path:
    """The folder that the settings name, else one in the home. Raises PlaceGone where it is not there."""
    named = kept_texts().get("backup_place", "")
    found: Path | None = setting("backup_place")
    if named and found is None:  # a disk that is not mounted: never silently somewhere else
        raise PlaceGone(name=named)
    return found or Path(settings.HOME) / "backups"


def backup_daily(*, day: date, actor: Actor) -> Made | None:
    """Make the backup of a day unless it is there, and delete those beyond the number kept. Raises BackupRefused."""
    folder = place()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / f"youju-{day.isoformat()}{ENDING}"
    with alone(Path(settings.HOME), wait=True):  # of two ticks at once one makes it, and the other finds it made
        if file.exists():
            return None
        _clear_unfinished(folder)
        require_room(folder)
        made = backup_write(file=file, actor=actor)
        prune(folder, setting("backups_kept"))
        return made


def prune(folder: Path, kept: int) -> None:
    """Delete the oldest daily backups of a folder; what has another name is somebody's own."""
    daily = sorted(folder.glob(f"youju-????-??-??{ENDING}"))
    for old in daily[:-kept]:
        old.unlink(missing_ok=True)


def _clear_unfinished(folder: Path) -> None:
    """Delete what a daily backup that was killed has left; one that is being written is younger than a day."""
    for draft in folder.glob(f".youju-????-??-??{ENDING}.*"):
        if is_older(draft, _DAY):
            draft.unlink(missing_ok=True)


def require_room(folder: Path) -> None:
    """Raise NoRoom where a backup as large as the last one does not fit."""
    last, free = last_backup(), shutil.disk_usage(folder).free
    if last and free < last.bytes + _SPARE:
        raise NoRoom(name=folder, free=free // 1024**2, last=last.bytes // 1024**2)


def last_backup() -> LastBackup | None:
    """The newest backup that was made here, wherever it lies now."""
    row = _newest("backup.write")
    return LastBackup(row.at, *(row.detail[name] for name in LastBackup._fields[1:])) if row else None


def last_drill() -> datetime | None:
    """When a backup was last put back elsewhere and found whole."""
    row = _newest("backup.drill")
    return row.at if row else None


def _newest(action: str) -> AuditRow | None:
    return AuditRow.objects.filter(action=action, target="backup").order_by("-at", "-pk").first()
