"""What this machine must offer: each check yields a sentence for everything missing or unsafe.

``youju doctor`` prints them; whoever asks whether a bureau is ready takes single ones by ``check_of``.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import OperationalError, connection
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.backups import outside
from youju.backups.places import last_backup, last_drill, place, require_room
from youju.clockwork.tick import last_tick
from youju.clockwork.yearly import hint_calendar, unannounced_years
from youju.errors import YoujuError
from youju.ledger import triggers
from youju.lib import modes
from youju.lib.clock import now, today
from youju.lib.hosts import is_loopback
from youju.machine.round_trip import round_trip
from youju.machine.tables import is_ready
from youju.orgs.audit import AuditRow

_FREE_BYTES = 1024**3
_NAMED = 5
_TICK_OVERDUE = timedelta(hours=36)


class Check(NamedTuple):
    code: str
    name: object  # lazily translated
    look: Callable[[], Iterator[str]]
    needs_database: bool = False

    def findings(self) -> list[str]:
        """The sentences of everything found. Where there are no tables yet, only the check named database says so."""
        try:
            if not self.needs_database or self.code == "database" or is_ready():
                return list(self.look())
        except YoujuError as error:
            return [str(error)]
        except OperationalError:
            if self.code == "database":
                return [_("The database cannot be reached: look at DATABASE_URL.")]
        return []


def _database() -> Iterator[str]:
    if not is_ready():
        yield _("The database is empty or older than this version: run “youju serve” once.")


def _durability() -> Iterator[str]:
    for name, value, wanted in _durability_settings():
        if value not in wanted:
            yield _("The database may lose what it acknowledged when the power fails: %(name)s is %(value)s.") % {
                "name": name,
                "value": value,
            }


def _durability_settings() -> Iterator[tuple[str, str, set[str]]]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            asked = {"PRAGMA journal_mode": {"wal"}, "PRAGMA synchronous": {"2", "3"}}  # 2 is FULL, 3 EXTRA
        else:
            safe = {"on", "remote_apply", "remote_write", "local"}
            asked = {f"SHOW {name}": safe for name in ("fsync", "synchronous_commit", "full_page_writes")}
        for question, wanted in asked.items():
            cursor.execute(question)
            yield question.split()[1], str(cursor.fetchone()[0]), wanted


def _triggers() -> Iterator[str]:
    if absent := triggers.missing():
        yield _("The ledger's tables can be changed: the triggers %(names)s are missing. Run “youju serve” once.") % {
            "names": ", ".join(absent)
        }


def _clock() -> Iterator[str]:
    newest = AuditRow.objects.order_by("-at").values_list("at", flat=True).first()
    if newest and newest > now():
        yield _("This machine's clock is behind: something was already recorded at %(at)s.") % {
            "at": localtime(newest).isoformat(timespec="minutes")
        }


def _clockwork() -> Iterator[str]:
    last = last_tick()
    if last is None:
        yield _("What time does was never done here: keep “youju serve” running, or call “youju tick” by a timer.")
    elif now() - last > _TICK_OVERDUE:
        yield _(
            "What time does was last done at %(at)s: keep “youju serve” running, or call “youju tick” by a timer."
        ) % {"at": localtime(last).isoformat(timespec="minutes")}


def _backup() -> Iterator[str]:
    last = last_backup()
    if last is None:
        yield _(
            "No backup was made here yet: one is made every day by itself, and at once by “Back up now” on the page "
            "“System” or by “youju backup FILE”."
        )
        return
    if now() - last.at > _TICK_OVERDUE:
        yield _("The last backup is of %(at)s.") % {"at": localtime(last.at).isoformat(timespec="minutes")}
    if last.missing:
        yield _("%(count)s evidence files are not in the last backup: ask “youju ledger verify”.") % {
            "count": last.missing
        }


def _backup_place() -> Iterator[str]:
    folder = place()
    if Path(settings.HOME) in folder.parents:
        yield _("Backups lie in %(folder)s, beside the data: a broken disk takes both (setting backup_place).") % {
            "folder": folder
        }
    require_room(folder.parent if not folder.exists() else folder)


def _checkpoint_place() -> Iterator[str]:
    folder = outside.place()
    if folder is None:
        yield _("The ledger's checkpoints stay on this machine: name a folder elsewhere (setting checkpoint_place).")
    elif outside.newest() is None:
        yield _("No checkpoint lies in %(folder)s yet: “youju tick” puts one there every day.") % {"folder": folder}
    if found := outside.standstill():
        yield str(found)


def _drill() -> Iterator[str]:
    if last_drill() is None:
        yield _("No backup was ever put back: try it on the page “System”, or by “youju restore FILE --drill”.")


def _calendar() -> Iterator[str]:
    for year in unannounced_years(today()):
        yield hint_calendar(year)


def _disk() -> Iterator[str]:
    # Before the first start there is no folder yet: it will be made in the nearest one above.
    there = next(folder for folder in (settings.HOME, *settings.HOME.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    if free < _FREE_BYTES:
        yield _("Only %(free)s MB are free in %(folder)s.") % {"free": free // 1024**2, "folder": settings.HOME}
    if not os.access(there, os.W_OK):
        yield _("%(folder)s cannot be written.") % {"folder": settings.HOME}


def _permissions() -> Iterator[str]:
    found = list(islice(modes.open_to_others(Path(settings.HOME)), _NAMED + 1))
    for path in found[:_NAMED]:
        yield _("Other accounts of this machine can read %(file)s: chmod -R go-rwx %(file)s.") % {"file": path}
    if len(found) > _NAMED:
        yield _("They can read more files of %(home)s than are named here.") % {"home": settings.HOME}


def _exposure() -> Iterator[str]:
    if settings.DEBUG:
        yield _("Developers' error pages are on (YOUJU_DEBUG): they show the inside of the program to visitors.")
    reached = [name for name in settings.ALLOWED_HOSTS if not is_loopback(name)]
    if reached and not settings.SESSION_COOKIE_SECURE:
        yield _(
            "Others reach this site as %(names)s without HTTPS: put a proxy with a certificate before it "
            "(“youju service nginx” prints one), and set YOUJU_PUBLIC_URL=https://…."
        ) % {"names": ", ".join(reached)}


def _https() -> Iterator[str]:
    if settings.PUBLIC_URL:
        yield from round_trip(settings.PUBLIC_URL)


def _fonts() -> Iterator[str]:
    program = shutil.which("fc-list")
    found = program and subprocess.run([program, ":lang=zh"], capture_output=True, check=False).stdout.strip()
    if not found:
        yield _("No Chinese font was found: install Debian's fontconfig and fonts-noto-cjk.")


CHECKS = (
    Check("database", gettext_lazy("database"), _database, needs_database=True),
    Check("durability", gettext_lazy("safe through a power cut"), _durability, needs_database=True),
    Check("triggers", gettext_lazy("append-only ledger"), _triggers, needs_database=True),
    Check("clock", gettext_lazy("clock"), _clock, needs_database=True),
    Check("clockwork", gettext_lazy("what time does"), _clockwork, needs_database=True),
    Check("calendar", gettext_lazy("days off of next year"), _calendar, needs_database=True),
    Check("backup", gettext_lazy("last backup"), _backup, needs_database=True),
    Check("backup-place", gettext_lazy("where backups are put"), _backup_place, needs_database=True),
    Check("checkpoint-place", gettext_lazy("checkpoints outside"), _checkpoint_place, needs_database=True),
    Check("drill", gettext_lazy("a backup put back"), _drill, needs_database=True),
    Check("disk", gettext_lazy("disk"), _disk),
    Check("permissions", gettext_lazy("closed to other accounts"), _permissions),
    Check("exposure", gettext_lazy("who reaches the site"), _exposure),
    Check("https", gettext_lazy("public address"), _https),
    Check("fonts", gettext_lazy("fonts"), _fonts),
)


def check_of(code: str) -> Check:
    """The check of a code. Raises StopIteration for a code that the table does not hold."""
    return next(check for check in CHECKS if check.code == code)
