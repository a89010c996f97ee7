"""Series of regular meetings (例会): what the bureau meets about again and again, and how often."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.registers.register import RegisterRow

# The series that a summary tells of have categories of the product; their codes stand in measures.toml of the meetings.
DECLARED = ("online_work", "publicity_work", "contacts")


class Rhythm(models.TextChoices):
    """How often it is meant to meet; a plan says how often it has to."""

    WEEK = "week", _("every week")
    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every quarter")
    TERM = "term", _("every term")
    NEEDED = "needed", _("as needed")


class Series(RegisterRow):
    """code: the category under which its meetings are counted. takes_part: who is to come."""

    rhythm = models.CharField(_("how often"), max_length=8, choices=Rhythm.choices, default=Rhythm.NEEDED)
    takes_part = models.CharField(_("who takes part"), max_length=120, blank=True)

    class Meta(RegisterRow.Meta):
        verbose_name = _("series of meetings")
        verbose_name_plural = _("series of meetings")

    def is_category_of(self, measure: str) -> bool:
        return self.code not in DECLARED
