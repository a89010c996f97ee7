"""Placements: the tree of units in time. Rows are only ever added; what a later entry says covers what was said before.

Two times are kept apart. ``since`` and ``until`` say in which months a unit stands where; ``seq`` says which entry of
the ledger decided it. So the tree of any month, as it was known at any size of the ledger, can be read back.
"""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib.periods import yyyymm
from youju.orgs.stays import BEGINNING, NEVER, Stay
from youju.orgs.units import Unit


class PlacementQuerySet(models.QuerySet["Placement"]):
    def known_at(self, size: int | None) -> "PlacementQuerySet":
        """What the first ``size`` entries of the ledger decided, in their order; None means all."""
        known = self if size is None else self.filter(seq__lt=size)
        return known.order_by("seq", "pk")


class Placement(models.Model):
    """One unit below one parent, from a month to a month; or, where it does not stand, its closing.

    since: the first day of the first month, or none: from the beginning. until: the first day of the first month in
    which it no longer holds, or none: for good. heir: the unit that a closed one was merged into.
    seq: the ledger's entry that decided it.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="placements", verbose_name=_("unit"))
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("parent"))
    stands = models.BooleanField(_("stands"), default=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    heir = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("merged into")
    )
    seq = models.BigIntegerField(_("entry"))

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["seq", "pk"]

    def __str__(self) -> str:
        return f"{self.unit} < {self.parent}" if self.stands else f"{self.unit}: {self.heir or '—'}"


def stay_of(parent: str | None, stands: bool, since: date | None, until: date | None, heir: str | None) -> Stay:
    """A row's columns as a value."""
    return Stay(yyyymm(since) if since else BEGINNING, yyyymm(until) if until else NEVER, parent, stands, heir)


def first_day(month: int) -> date | None:
    """The first of a month yyyymm, as a row holds it; None for the beginning and for never."""
    return None if month in (BEGINNING, NEVER) else date(month // 100, month % 100, 1)
