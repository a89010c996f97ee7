"""Shifts (值班): who of a duty group is on duty on which day, with a deputy and the note handed over."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.orgs.groups import Group
from youju.orgs.people import Person


class DaysCovered(models.TextChoices):
    """On which days a group has to have somebody on duty."""

    EVERY = "every", _("every day")
    WORKED = "worked", _("working days")
    OFF = "off", _("weekends and holidays")


class Part(models.TextChoices):
    DAY = "whole", _("whole day")
    DAYTIME = "daytime", _("daytime")
    NIGHT = "night", _("night")


class Coverage(models.Model):
    """Which days a duty group covers; without a row every day."""

    group = models.OneToOneField(Group, models.CASCADE, related_name="coverage", verbose_name=_("group"))
    days = models.CharField(_("days covered"), max_length=8, choices=DaysCovered.choices, default=DaysCovered.EVERY)

    class Meta:
        verbose_name = _("days covered")
        verbose_name_plural = _("days covered")

    def __str__(self) -> str:
        return f"{self.group}: {self.get_days_display()}"


class Shift(models.Model):
    """One part of one day. deputy: who steps in. note: what is handed over to the next one, by whom and when."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="shifts", verbose_name=_("group"))
    day = models.DateField(_("day"))
    part = models.CharField(_("part of the day"), max_length=8, choices=Part.choices, default=Part.DAY)
    person = models.ForeignKey(Person, models.PROTECT, related_name="shifts", verbose_name=_("on duty"))
    deputy = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("deputy on duty")
    )
    note = models.TextField(_("note handed over"), max_length=2000, blank=True)
    noted_at = models.DateTimeField(_("handed over at"), null=True)

    class Meta:
        verbose_name = _("shift")
        verbose_name_plural = _("shifts")
        ordering = ["day", "part", "pk"]
        constraints = [models.UniqueConstraint(fields=["group", "day", "part"], name="one_shift_per_part_of_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.group}"

    @property
    def target(self) -> str:
        """What audit rows call this shift."""
        return f"shift-{self.pk}"
