"""An import on its way: the file, how far it has come, and what became of it. It runs beside the requests.

Started by a member, checked first, and taken in when the member says so. How far it is, is known to the process that
runs it alone: inside its one transaction nothing could be written for others to read. A job whose process has ended
is interrupted; it wrote nothing, and can be started again.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.members import Member

# Done and of how many, of the jobs that this process runs, by their ids.
PROGRESS: dict[int, tuple[int, int]] = {}


class Stage(models.TextChoices):
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("checked")
    IMPORTING = "importing", _("being imported")
    DONE = "done", _("imported")
    REFUSED = "refused", _("refused")
    FAILED = "failed", _("broken off")


_RUNNING = (Stage.CHECKING, Stage.IMPORTING)


class SheetJob(models.Model):
    """token: in its address. told: problems and notes, each as source and sentence. faults: how many problems."""

    token = models.CharField(max_length=32, unique=True)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    content = models.BinaryField()
    submit = models.BooleanField(default=False)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.CHECKING)
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    faults = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.name

    @property
    def running(self) -> bool:
        return self.stage in _RUNNING and self.pk in PROGRESS

    @property
    def interrupted(self) -> bool:
        """Whether the process that ran it has ended before it did."""
        return self.stage in _RUNNING and self.pk not in PROGRESS

    @property
    def percent(self) -> int:
        done, of = PROGRESS.get(self.pk, (0, 1))
        return done * 100 // max(of, 1)


def get_job_for(member: Member, token: str) -> SheetJob:
    """The member's own job. Raises NotFound."""
    job = SheetJob.objects.filter(token=token, member=member).first()
    if job is None:
        raise NotFound()
    return job
