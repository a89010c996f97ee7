"""Who asked: kept apart from the inquiry, opened with a reason, noted each time, in no export, erased on demand."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AskerValues(NamedTuple):
    """What somebody gave of themself; all of it may be empty."""

    name: str = ""
    phone: str = ""
    address: str = ""

    @property
    def given(self) -> bool:
        return any(self)


class Asker(models.Model):
    """The one who asked. No row: nothing was given, or it was erased."""

    record = models.OneToOneField("inquiry.Inquiry", models.CASCADE, related_name="asker")
    name = models.CharField(pgettext_lazy("asker", "name"), max_length=40, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    address = models.CharField(_("address"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("asker")
        verbose_name_plural = _("askers")

    def __str__(self) -> str:
        return f"asker-{self.record_id}"  # never the name: this stands in logs
