"""An import on its way: the file, how far it has come, and what became of it. It runs beside the requests.

Started by a member, checked first, and taken in when the member says so. A job whose process has ended is interrupted;
it wrote nothing, and can be started again.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.sheets.at_work import holds_prune, progress_of


class Stage(models.TextChoices):
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("checked")
    IMPORTING = "importing", _("being imported")
    DONE = "done", _("imported")
    REFUSED = "refused", _("refused")
    FAILED = "failed", _("broken off")


_LOOKED_AT = timedelta(days=1)
_RUNNING = (Stage.CHECKING, Stage.IMPORTING)


class SheetJob(models.Model):
    """token: in its address. unit: for which a list from outside is read; none of a workbook of our own.

    problems, notes: each as source and sentence; of a list the notes say what would come of it. faults: how many
    problems there are, told or not.
    """

    token = models.CharField(max_length=32, unique=True)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    content = models.BinaryField()
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="+")
    submit = models.BooleanField(default=False)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.CHECKING)
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    faults = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)

    at_work: bool | None = None

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.name

    @property
    def running(self) -> bool:
        return self.stage in _RUNNING and self._is_at_work()

    @property
    def interrupted(self) -> bool:
        """Whether the process that ran it has ended before it did."""
        return self.stage in _RUNNING and not self._is_at_work()

    def _is_at_work(self) -> bool:
        """As it was when the row was asked for: what ended since is no interruption."""
        return progress_of(self.pk) is not None if self.at_work is None else self.at_work

    @property
    def percent(self) -> int:
        done, of = progress_of(self.pk) or (0, 1)
        return done * 100 // max(of, 1)


def jobs_prune() -> int:
    """Delete the files that were looked at and not let in within a day: they may name persons. Gives how many.

    One that still runs a day later was interrupted, and goes as late as the second day: its process is another one.
    """
    holds_prune()
    moment = clock.now()
    looked_at = Q(created_at__lt=moment - _LOOKED_AT) & ~Q(stage__in=(Stage.DONE, *_RUNNING))
    interrupted = Q(created_at__lt=moment - 2 * _LOOKED_AT, stage__in=_RUNNING)
    count, _by_model = SheetJob.objects.filter(looked_at | interrupted).exclude(content=b"").delete()
    return count


def get_job_for(member: Member, token: str) -> SheetJob:
    """The member's own job. Raises NotFound."""
    jobs = SheetJob.objects.filter(token=token, member=member)
    pk = jobs.values_list("pk", flat=True).first()
    if pk is None:
        raise NotFound()
    at_work = progress_of(pk) is not None  # before the row is read: whoever ends in between has written its last stage
    job = jobs.get(pk=pk)
    job.at_work = at_work
    return job
