"""The office's calendar: the days that are not what their weekday says, and the terms of the school year."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.lib.deadlines import Calendar, Special
from youju.lib.once import once
from youju.lib.periods import yyyymm
from youju.orgs.tree import above
from youju.orgs.units import Unit


class DayRule(models.Model):
    """One day off, or one weekend day that is worked. A day without a row is what its weekday says.

    by_hand: set by somebody here, so that no announcement that is read in changes it.
    """

    date = models.DateField(_("day"), unique=True)
    work = models.BooleanField(_("worked"))
    name = models.CharField(_("name"), max_length=40)
    source = models.CharField(_("source"), max_length=120)
    by_hand = models.BooleanField(_("set by hand"), default=False)

    class Meta:
        verbose_name = _("day off or worked")
        verbose_name_plural = _("days off and worked")
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"


class Term(models.Model):
    """A term of a unit and of all below it that have none of their own. first and last are both included."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="terms", verbose_name=_("unit"))
    name = models.CharField(_("name"), max_length=40)
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["first", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "name"], name="one_term_of_a_name_per_unit"),
            models.CheckConstraint(condition=Q(first__lte=models.F("last")), name="term_ends_after_it_began"),
        ]

    def __str__(self) -> str:
        return self.name


def office_calendar(since: date) -> Calendar:
    """The calendar as it is known now, from the year of ``since`` on. One query, and one a request."""
    first = date(since.year, 1, 1)
    return Calendar({day: special for day, special in once(special_days).items() if day >= first})


def special_days() -> dict[date, Special]:
    """Every day that has a rule of its own."""
    rows = DayRule.objects.values_list("date", "work", "name")
    return {day: Special(work, name) for day, work, name in rows}


def is_announced(year: int) -> bool:
    """Whether the days off of a year are in the table: every announcement names 1 January."""
    return office_calendar(date(year, 1, 1)).is_announced(year)


def is_settled(day: date) -> bool:
    """Whether no announcement still to come can change what ``day`` is.

    Whoever keeps a due day of working days that is not settled computes it again after an announcement.
    """
    return office_calendar(day).is_settled(day)


def terms_of(unit: Unit, day: date) -> list[Term]:
    """The terms in which ``day`` lies, for a unit: its own, else of the nearest one above it that has any."""
    chain = above(unit, yyyymm(day))
    terms = list(Term.objects.filter(unit__in=chain).select_related("unit"))
    owner = next((here for here in chain if any(term.unit == here for term in terms)), None)
    return [term for term in terms if term.unit == owner and term.first <= day <= term.last]
