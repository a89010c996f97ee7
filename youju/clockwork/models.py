"""What time has done: one row for each job and key."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib import clock


class Tick(models.Model):
    """One piece of work, done once for ever. key: the day it was for, or what fell due (a ref and its milestone).

    said: what came of it, in one sentence or in the signed text of a checkpoint.
    """

    job = models.CharField(_("job"), max_length=30)
    key = models.CharField(_("key"), max_length=80)
    done_at = models.DateTimeField(_("done at"), default=clock.now, db_index=True)
    said = models.TextField(_("result"), blank=True)

    class Meta:
        verbose_name = _("tick")
        verbose_name_plural = _("ticks")
        constraints = [models.UniqueConstraint(fields=["job", "key"], name="each_tick_once")]

    def __str__(self) -> str:
        return f"{self.job} {self.key}"
