"""Plan items (计划事项): what is asked for in a year, of whom, how often and by when, and what meets it.

One member drafts an item, somebody else approves it. An approved one is changed by a draft that replaces it.
"""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.groups import GroupSort
from youju.orgs.members import Member
from youju.plans.windows import Rhythm
from youju.records.counting.measures import Measure
from youju.records.heads.sections import Section

PREFIX = "item"


class Audience(models.TextChoices):
    """Who owes what an item asks for."""

    KINDS = "kinds", _("all units of a kind")
    UNITS = "units", _("units named one by one")
    GROUPS = "groups", _("groups of a sort")
    PERSONS = "persons", _("each person of the groups of a sort")


class ItemState(models.TextChoices):
    DRAFT = "draft", _("to be approved")
    APPROVED = "approved", _("approved")
    REPLACED = "replaced", _("replaced")
    ENDED = "ended", _("taken out of the plan")


class DayType(models.TextChoices):
    WORKING = "working", _("working days")
    CALENDAR = "calendar", _("calendar days")


class PlanItem(models.Model):
    """code: the same through all versions and years. kinds: kinds of unit. units: codes.

    months: of a monthly item, those it is asked for in; none means all. days: of an item on given days, each with
    name, day (MM-DD), and the name of the day off in the calendar that it moves with, or "". before, after: how many
    days round a given day count too. first, last: of an item asked for once, its days; without them the whole year.
    times: how much within each window, in whole units of the measure. due_after: how many days after the window's
    last day it is due, of due_type. zero: whether “nothing this month” answers it.
    """

    ref = models.CharField(_("reference"), max_length=40, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=60)
    year = models.PositiveSmallIntegerField(_("year"))
    section = models.CharField(_("section"), max_length=16, choices=Section.choices)
    title = models.CharField(_("title"), max_length=80)
    audience = models.CharField(_("for"), max_length=8, choices=Audience.choices, default=Audience.KINDS)
    kinds = models.JSONField(_("kinds of unit"), default=list, blank=True)
    units = models.JSONField(_("units"), default=list, blank=True)
    group_sort = models.CharField(_("sort of group"), max_length=16, choices=GroupSort.choices, blank=True)

    rhythm = models.CharField(_("how often"), max_length=12, choices=Rhythm.choices, default=Rhythm.MONTHLY)
    months = models.JSONField(_("months"), default=list, blank=True)
    days = models.JSONField(_("days"), default=list, blank=True)
    before = models.PositiveSmallIntegerField(_("days before"), default=7)
    after = models.PositiveSmallIntegerField(_("days after"), default=3)
    first = models.DateField(_("first day"), null=True, blank=True)
    last = models.DateField(_("last day"), null=True, blank=True)
    times = models.PositiveSmallIntegerField(_("times"), default=1)
    due_after = models.PositiveSmallIntegerField(_("due after"), default=5)
    due_type = models.CharField(_("days counted"), max_length=8, choices=DayType.choices, default=DayType.WORKING)

    measure = models.CharField(_("what counts"), max_length=60)
    category = models.CharField(_("category"), max_length=60, blank=True)
    level = models.CharField(_("level"), max_length=16, blank=True)
    occasion = models.CharField(_("occasion"), max_length=60, blank=True)
    zero = models.BooleanField(_("may be answered by a zero report"), default=False)
    note = models.TextField(_("note"), blank=True, max_length=1000)

    owner = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("in charge"))
    state = models.CharField(_("state"), max_length=10, choices=ItemState.choices, default=ItemState.DRAFT)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("drafted by"))
    drafted_at = models.DateTimeField(_("drafted"), default=clock.now)
    approver = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, verbose_name=_("approved by"))
    approved_at = models.DateTimeField(_("approved"), null=True)
    # A draft that changes an approved item, or (ends) takes it out of the plan once it is approved.
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name=_("replaces"))
    ends = models.BooleanField(_("takes the item out of the plan"), default=False)

    class Meta:
        verbose_name = _("plan item")
        verbose_name_plural = _("plan items")
        ordering = ["year", "section", "code", "pk"]
        indexes = [models.Index(fields=["year", "state"], name="plan_items_by_year")]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "year"], condition=models.Q(state="approved"), name="one_approved_item_of_a_code"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def target(self) -> str:
        """What all versions of it within a year have in common."""
        return f"{self.year}/{self.code}"

    @property
    def fields(self) -> dict[str, Any]:
        """What says what is asked for, by name: what a change may change and a new year copies."""
        return {name: getattr(self, name) for name in CONTENT}

    def wanted(self, measure: Measure) -> int:
        """What meets one window: in the integers in which the ledger keeps the measure."""
        return self.times * int(10**measure.scale)

    def spans(self) -> tuple[date, date]:
        """The year of the plan."""
        return date(self.year, 1, 1), date(self.year, 12, 31)


CONTENT = (
    "code", "year", "section", "title", "audience", "kinds", "units", "group_sort", "rhythm", "months", "days",
    "before", "after", "first", "last", "times", "due_after", "due_type", "measure", "category", "level", "occasion",
    "zero", "note", "owner",
)  # fmt: skip
