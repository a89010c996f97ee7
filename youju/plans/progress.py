"""How far the ledger has been read for what meets dues."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LedgerRead(models.Model):
    """One row: everything before entry ``size`` has been looked at."""

    size = models.BigIntegerField(_("entries read"), default=0)

    class Meta:
        verbose_name = _("how far dues have read the ledger")
        verbose_name_plural = _("how far dues have read the ledger")

    def __str__(self) -> str:
        return str(self.size)
