"""Zero reports (零报告): a unit says that there was nothing to report in a section within a month."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.heads.sections import Section

PREFIX = "zero"


class ZeroReport(models.Model):
    """month: yyyymm. taken_back_at: within seconds, by the same member; then it never answered anything."""

    ref = models.CharField(_("reference"), max_length=40, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    section = models.CharField(_("section"), max_length=16, choices=Section.choices)
    month = models.PositiveIntegerField(_("month"))
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("reported by"))
    at = models.DateTimeField(_("time"), default=clock.now)
    taken_back_at = models.DateTimeField(_("taken back"), null=True)

    class Meta:
        verbose_name = _("zero report")
        verbose_name_plural = _("zero reports")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.unit} {self.section} {self.month}"
