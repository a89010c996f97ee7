"""Persons: people on a unit's roster, without an account."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.orgs.tokens import new_token
from youju.orgs.units import Unit


class PersonQuerySet(models.QuerySet["Person"]):
    def on_roster(self, unit: Unit, day: date) -> "PersonQuerySet":
        """Who belongs to ``unit`` on ``day``."""
        started = Q(since=None) | Q(since__lte=day)
        not_left = Q(until=None) | Q(until__gte=day)
        return self.filter(started, not_left, unit=unit)


class Person(models.Model):
    token = models.CharField(max_length=16, unique=True, default=new_token, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="persons", verbose_name=_("unit"))
    name = models.CharField(_("name"), max_length=40)
    post = models.CharField(_("post"), max_length=40, blank=True)
    adult = models.BooleanField(_("adult"), default=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["unit", "id"]

    def __str__(self) -> str:
        return self.name if self.adult else mask(self.name)


def mask(name: str) -> str:
    """A minor's name as others see it: the family name, then marks (王某某)."""
    return name[:1] + "某" * (len(name) - 1)
