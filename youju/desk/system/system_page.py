"""How the installation is: what needs somebody, the last backup and checkpoint, the disk, jobs, who is logged in."""

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.decorators.http import require_GET

from youju.backups import outside, places
from youju.backups.errors import PlaceGone
from youju.backups.now import running
from youju.clockwork.jobs import JOBS
from youju.clockwork.models import Tick
from youju.desk.scope import bureau_admin_of
from youju.lib import clock
from youju.machine.checks import check_of
from youju.orgs.audit import AuditRow
from youju.orgs.log_ins import OpenLogIn

# Those that ask neither the network nor a program, so that the page is there at once.
_CHECKS = (
    "triggers", "clock", "clockwork", "backup", "backup-place", "checkpoint-place", "drill", "disk", "permissions",
)  # fmt: skip
_GIGABYTE = 1024**3


class Disk(NamedTuple):
    """Gigabytes, to a tenth."""

    folder: Path
    free: float
    whole: float


class JobState(NamedTuple):
    help: str | Promise
    often: str | Promise
    done: datetime | None


@require_GET
def system_page(request: HttpRequest) -> HttpResponse:
    """The page; ?part=backup gives the part that shows how far a backup is. Raises NotAllowed."""
    bureau_admin_of(request)
    asked = {"running": running(), "last": places.last_backup(), "drill": places.last_drill()}
    if request.GET.get("part") == "backup":
        return render(request, "desk/system/backup.html", asked)
    context = asked | {
        "findings": findings_at_once(),
        "standstill": outside.standstill(),
        "checkpoint": AuditRow.objects.filter(action="ledger.checkpoint").order_by("-at").first(),
        "disks": _disks(),
        "jobs": _jobs(),
        "log_ins": _log_ins(),
    }
    return render(request, "desk/system/system.html", context)


def findings_at_once() -> list[str]:
    """What needs somebody, of what can be told without asking the network; a sentence each."""
    return [str(finding) for code in _CHECKS for finding in check_of(code).findings()]


def _disks() -> list[Disk]:
    folders = [Path(settings.HOME)]
    with suppress(PlaceGone):  # a finding says so
        folders.append(places.place())
    there = {folder.stat().st_dev: folder for folder in reversed(folders) if folder.exists()}  # each disk once
    return [
        Disk(folder, round(usage.free / _GIGABYTE, 1), round(usage.total / _GIGABYTE, 1))
        for folder in reversed(there.values())
        for usage in [shutil.disk_usage(folder)]
    ]


def _jobs() -> list[JobState]:
    done = dict(Tick.objects.values_list("job").annotate(last=Max("done_at")))
    return [JobState(job.help, job.often, done.get(job.code)) for job in JOBS]


def _log_ins() -> list[OpenLogIn]:
    running_sessions = Session.objects.filter(expire_date__gt=clock.now()).values("session_key")
    return list(OpenLogIn.objects.filter(session__in=running_sessions).select_related("member__unit").order_by("-at"))
