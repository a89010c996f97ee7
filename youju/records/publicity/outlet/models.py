"""Outlets: where the sector is written about, where it writes itself, and who takes its information."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.counting.levels import level_choices
from youju.records.registers.register import RegisterRow


class OutletSort(models.TextChoices):
    """The categories under which items are counted."""

    PRESS = "press", _("newspapers and magazines")
    BROADCAST = "broadcast", _("radio and television")
    WEBSITE = "website", _("websites")
    WECHAT = "wechat", _("WeChat accounts")
    VIDEO = "video", _("video accounts")
    BULLETIN = "bulletin", _("bulletins of information")


class Outlet(RegisterRow):
    """level: of whoever runs it. official: run by the bureau or a school, so that what stands there is no report."""

    sort = models.CharField(_("sort of outlet"), max_length=12, choices=OutletSort.choices)
    level = models.CharField(_("level of outlet"), max_length=10, choices=level_choices())
    official = models.BooleanField(_("our own platform"), default=False)

    class Meta(RegisterRow.Meta):
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
