"""Checks: what the gate said of exactly one thing that was about to go out, and who let it through all the same."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.gate.finding import Finding
from youju.gate.outgoing import Purpose
from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.units import Unit


class CheckState(models.TextChoices):
    PASSED = "passed", _("passed")
    HELD = "held", _("held")
    ASKED = "asked", _("asked to be let through")
    THROUGH = "through", _("let through")
    REFUSED = "refused", _("not let through")


class Check(models.Model):
    """digest: of all that was looked at. ref: what it belongs to, unit: whose officers decide.

    findings: as ``Finding.as_json``, masked. asked_by: who handed it in, nobody where the clock did; pleaded_by,
    reason: who wants it out all the same, and why; decided_by, answer: the second person, and what they said.
    """

    digest = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(_("what becomes public"), max_length=10, choices=Purpose.choices)
    ref = models.CharField(_("reference"), max_length=80, db_index=True)
    title = models.CharField(_("title"), max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    state = models.CharField(_("state"), max_length=10, choices=CheckState.choices)
    findings = models.JSONField(default=list)
    asked_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("handed in by"))
    at = models.DateTimeField(_("time"), default=clock.now)
    pleaded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("asked by"))
    reason = models.CharField(_("reason"), max_length=400, blank=True)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by"))
    decided_at = models.DateTimeField(_("decided at"), null=True)
    answer = models.CharField(_("answer"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("check of the gate")
        verbose_name_plural = _("checks of the gate")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="through")
                | (models.Q(decided_by__isnull=False) & ~models.Q(decided_by=models.F("pleaded_by"))
                   & ~models.Q(decided_by=models.F("asked_by")) & ~models.Q(reason="")),
                name="gate_through_by_another",
            )
        ]  # fmt: skip
        indexes = [models.Index(fields=["state", "at"], name="gate_check_by_state")]

    def __str__(self) -> str:
        return self.title

    @property
    def target(self) -> str:
        """What audit rows call it."""
        return f"gate-{self.digest[:16]}"

    @property
    def is_open(self) -> bool:
        """Whether it may go out."""
        return self.state in (CheckState.PASSED, CheckState.THROUGH)

    @property
    def found(self) -> list[Finding]:
        return [Finding.from_json(kept) for kept in self.findings]
