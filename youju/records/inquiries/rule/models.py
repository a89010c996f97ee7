"""Time limits for answers (答复时限): how long the bureau has, by channel and sort, and by which document."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib.deadlines import DayType
from youju.records.inquiries.channels import Channel, InquirySort
from youju.records.registers.register import RegisterRow

_TYPES = ((DayType.WORKING.value, _("working days")), (DayType.CALENDAR.value, _("calendar days")))
_A_YEAR = [MaxValueValidator(366)]


class AnswerRule(RegisterRow):
    """channel, sort: of which inquiries; empty means any. All numbers are days; 0: there is no such limit.

    days: to the first answer, of the ``day_type``. decline_days: working days in which it can be passed on as not
    ours. settle_days: to the end, from acceptance, of the ``settle_type``. update_days: working days from one word to
    the next while it is not settled. extension: how much more somebody else may allow, once, on the last of these
    limits. review_days: calendar days in which a review can be asked for, and in which it is answered.
    """

    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices, blank=True)
    sort = models.CharField(_("sort of inquiry"), max_length=12, choices=InquirySort.choices, blank=True)
    days = models.PositiveSmallIntegerField(_("days to the first answer"), validators=_A_YEAR)
    day_type = models.CharField(_("which days count"), max_length=10, choices=_TYPES, default=DayType.WORKING.value)
    extension = models.PositiveSmallIntegerField(_("longest extension"), default=0, validators=_A_YEAR)
    decline_days = models.PositiveSmallIntegerField(_("working days to pass it on"), default=5, validators=_A_YEAR)
    settle_days = models.PositiveSmallIntegerField(_("days to settle it"), default=0, validators=_A_YEAR)
    settle_type = models.CharField(
        _("days that count for settling"), max_length=10, choices=_TYPES, default=DayType.CALENDAR.value
    )
    update_days = models.PositiveSmallIntegerField(_("working days between words"), default=0, validators=_A_YEAR)
    review_days = models.PositiveSmallIntegerField(_("days for a review"), default=0, validators=_A_YEAR)
    source = models.CharField(_("by which document"), max_length=160, blank=True)

    class Meta(RegisterRow.Meta):
        verbose_name = _("time limit for answers")
        verbose_name_plural = _("time limits for answers")

    def fits(self, channel: str, sort: str) -> bool:
        return self.channel in ("", channel) and self.sort in ("", sort)

    def closeness(self) -> int:
        """How closely it names what it is for: what somebody wants says more than the way it came."""
        return 2 * bool(self.sort) + bool(self.channel)
