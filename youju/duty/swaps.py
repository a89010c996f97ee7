"""Swaps (调班): somebody asks a colleague to take a shift, who agrees or does not."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.duty.shifts import Shift
from youju.lib import clock
from youju.orgs.people import Person


class SwapState(models.TextChoices):
    ASKED = "asked", _("waiting for an answer")
    AGREED = "agreed", _("agreed")
    DECLINED = "declined", _("declined")
    TAKEN_BACK = "taken_back", _("request taken back")


class Swap(models.Model):
    """gives: who is on duty and asks. takes: who is asked to take it. back: the shift of theirs given in return."""

    shift = models.ForeignKey(Shift, models.CASCADE, related_name="swaps", verbose_name=_("shift"))
    gives = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("on duty"))
    takes = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("who is asked to take it"))
    back = models.ForeignKey(
        Shift, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("shift given in return")
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=SwapState.choices, default=SwapState.ASKED)
    asked_at = models.DateTimeField(_("asked for at"), default=clock.now)
    settled_at = models.DateTimeField(_("answer given at"), null=True)

    class Meta:
        verbose_name = _("swap of duty")
        verbose_name_plural = _("swaps of duty")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["shift"], condition=Q(state="asked"), name="one_swap_asked_per_shift")
        ]

    def __str__(self) -> str:
        return gettext("%(shift)s: %(gives)s → %(takes)s") % {
            "shift": self.shift, "gives": self.gives, "takes": self.takes,
        }  # fmt: skip

    @property
    def target(self) -> str:
        return f"swap-{self.pk}"
