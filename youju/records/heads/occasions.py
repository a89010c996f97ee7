"""Occasions: declared events, campaigns, titles, trips and contests, to which many facts belong."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.orgs.units import Unit


class OccasionSort(models.TextChoices):
    EVENT = "event", _("event")
    CAMPAIGN = "campaign", _("campaign")
    TITLE = "title", pgettext_lazy("occasion", "title")
    TRIP = "trip", _("trip")
    CONTEST = "contest", _("contest")
    THING = "thing", _("standing thing")


class Occasion(models.Model):
    """Its code goes into the ledger, so it holds no personal data."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    sort = models.CharField(_("sort"), max_length=10, choices=OccasionSort.choices)
    name = models.CharField(_("name"), max_length=80)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    begins = models.DateField(_("begins"), null=True, blank=True)
    ends = models.DateField(_("ends"), null=True, blank=True)

    class Meta:
        verbose_name = _("occasion")
        verbose_name_plural = _("occasions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OccasionAlias(models.Model):
    """Another name people write for an occasion."""

    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [models.UniqueConstraint(fields=["occasion", "name"], name="one_alias_once_per_occasion")]

    def __str__(self) -> str:
        return self.name
