"""Campaigns: a call to apply for a title at a level, by one checklist, until a day, and who may follow it."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.units import Unit, UnitKind
from youju.records.accreditation.checklist.models import LEVELS_GRANTED, Checklist
from youju.records.accreditation.holding.models import Holding
from youju.records.counting.levels import level_choices
from youju.records.heads.states import State


class Who(models.TextChoices):
    """Which units may apply."""

    SCHOOLS = "schools", _("schools")
    EVERY = "every", _("all units")


class Campaign(models.Model):
    """begins, until: first and last day for applications and self-assessments. below: only units that hold the title
    at the level below. by_bureau: units do not enter themselves, the bureau enters those it recommends.
    """

    code = models.SlugField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=80, unique=True)
    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="campaigns", verbose_name=_("checklist"))
    level = models.CharField(_("level"), max_length=10, choices=level_choices())
    begins = models.DateField(_("applications from"))
    until = models.DateField(_("self-assessments to"))
    who = models.CharField(_("who may apply"), max_length=8, choices=Who.choices, default=Who.SCHOOLS)
    below = models.BooleanField(_("only holders of the level below"), default=False)
    by_bureau = models.BooleanField(_("entered by the bureau only"), default=False)

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-begins", "name"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=models.F("begins")), name="campaign_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def list_ref(self) -> str:
        """Under which its list is under notice."""
        return f"campaign-{self.code}"

    @property
    def line(self) -> int:
        """Points of a hundred that its level takes."""
        return self.checklist.lines.get(self.level, 0)

    def takes(self, day: date) -> bool:
        """Whether it takes applications and self-assessments on a day."""
        return self.begins <= day <= self.until

    def refuses(self, unit: Unit) -> str:
        """Why a unit may not apply; "" where it may."""
        if self.who == Who.SCHOOLS and unit.kind != UnitKind.SCHOOL:
            return str(_("only schools may."))
        if self.below and (level := level_below(self.level)) and not _holds(unit, self.checklist, level):
            return str(_("it does not hold the title at the level below."))
        return ""


def level_below(level: str) -> str:
    """The level under one at which titles are granted; "" for the lowest."""
    place = LEVELS_GRANTED.index(level) if level in LEVELS_GRANTED else 0
    return LEVELS_GRANTED[place - 1] if place else ""


def _holds(unit: Unit, checklist: Checklist, level: str) -> bool:
    return held_now(clock.today()).filter(
        unit=unit, sort=checklist.sort, name=checklist.title, level=level
    ).exists()  # fmt: skip


def held_now(day: date) -> "models.QuerySet[Holding]":
    """The titles in force on a day."""
    standing: models.QuerySet[Holding] = Holding.objects.filter(state=State.VERIFIED, happened__lte=day)
    return standing.filter(Q(ended_on=None) | Q(ended_on__gt=day), Q(due_on=None) | Q(due_on__gte=day))


def open_campaigns(day: date) -> "models.QuerySet[Campaign]":
    """Those that take applications on a day."""
    return Campaign.objects.filter(begins__lte=day, until__gte=day).select_related("checklist")
