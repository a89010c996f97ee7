"""Dues (应报): what one unit, group or person owes of a plan item within one window, and by when."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import canonical
from youju.orgs.groups import Group
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.plans.items import PlanItem
from youju.plans.zero_reports import ZeroReport
from youju.records.heads.sections import Section

PREFIX = "due"
OWED, MET, NOTHING, EXCUSED = "due", "met", "zero", "excused"
"""The milestones of a due. All of its facts bear the day on which it is due."""

_LABEL = "youju-due-v1"


class DueState(models.TextChoices):
    DUE = "due", _("not met")
    MET = "met", _("met")
    ZERO = "zero", _("zero report")
    EXCUSED = "excused", _("excused")
    WITHDRAWN = "withdrawn", _("no longer asked for")


class Due(models.Model):
    """slot: what makes it this one among the dues of its item, whatever the days. wanted: in the ledger's integers.

    on_time: whether what met it was handed in by its day. fallen: its day is over, and the ledger was told so.
    """

    ref = models.CharField(_("reference"), max_length=40, unique=True, editable=False)
    item = models.ForeignKey(PlanItem, models.PROTECT, related_name="dues", verbose_name=_("plan item"))
    section = models.CharField(_("section"), max_length=16, choices=Section.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="+", verbose_name=_("group"))
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name=_("person"))
    slot = models.CharField(max_length=200)
    window = models.CharField(_("window"), max_length=40)
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    due_on = models.DateField(_("due on"))
    provisional = models.BooleanField(_("provisional"), default=False)
    wanted = models.BigIntegerField(_("wanted"))
    state = models.CharField(_("state"), max_length=10, choices=DueState.choices, default=DueState.DUE)
    on_time = models.BooleanField(_("on time"), default=False)
    fallen = models.BooleanField(_("fallen due"), default=False)
    zero_report = models.ForeignKey(
        ZeroReport, models.PROTECT, null=True, related_name="dues", verbose_name=_("zero report")
    )
    excused_reason = models.CharField(_("excused because"), max_length=400, blank=True)
    excused_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("excused by"))

    class Meta:
        verbose_name = _("due")
        verbose_name_plural = _("dues")
        ordering = ["due_on", "item", "unit", "pk"]
        indexes = [
            models.Index(fields=["fallen", "due_on"], name="dues_by_day"),
            models.Index(fields=["unit", "due_on"], name="dues_by_unit"),
        ]
        constraints = [models.UniqueConstraint(fields=["item", "slot"], name="one_due_per_slot")]

    def __str__(self) -> str:
        return f"{self.item.title} {self.window}"

    def has_fallen(self, today: date) -> bool:
        """Whether its day is over: from then on it stands in the ledger."""
        return self.due_on < today

    @property
    def standing(self) -> tuple[str, ...]:
        """The milestones that the ledger holds of it once its day is over."""
        return {
            DueState.DUE: (OWED,),
            DueState.MET: (OWED, MET),
            DueState.ZERO: (OWED, NOTHING),
            DueState.EXCUSED: (EXCUSED,),
        }.get(DueState(self.state), ())

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """What a milestone counts: always on the day due, so that what is met is never more than what was due."""
        if milestone == MET:
            return (self._fact("plan.met", 1), self._fact("plan.on_time", int(self.on_time)))
        return (self._fact({OWED: "plan.due", NOTHING: "plan.zero", EXCUSED: "plan.excused"}[milestone], 1),)

    def commitment(self, milestone: str) -> bytes:
        """What the ledger commits to: what was owed, and how far it was met."""
        row: list[Any] = [self.ref, milestone, self.unit.code, self.section, self.slot, self.first, self.last]
        met = int(self.on_time) if milestone == MET else None
        return canonical.statement(_LABEL, (*row, self.due_on, self.wanted, met))

    def _fact(self, measure: str, quantity: int) -> FactLine:
        return FactLine(self.unit.code, self.due_on, measure, quantity)
