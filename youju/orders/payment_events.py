"""Notifications of payment services: each is kept once, with what came of it, so that a second one does nothing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orders.money import yuan
from youju.orders.order import Order


class Outcome(models.TextChoices):
    DELIVERED = "delivered", _("paid, download opened")
    REPEATED = "repeated", _("told again")
    AMOUNT = "amount", _("another amount")
    TWICE = "twice", _("paid a second time")
    LATE = "late", _("came after the refund")
    ELSEWHERE = "elsewhere", _("paid another way than ordered")
    UNKNOWN = "unknown", _("no such order")
    REFUNDED = "refunded", _("refund done")


PROBLEMS = (Outcome.AMOUNT, Outcome.TWICE, Outcome.ELSEWHERE, Outcome.UNKNOWN)
"""What an officer has to look into: money came in for which nothing was handed out."""


class PaymentEvent(models.Model):
    """event: the service's own number of the notification. amount: in fen. transaction: of the payment it tells of."""

    provider = models.CharField(max_length=10)
    event = models.CharField(max_length=128)
    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="events")
    number = models.CharField(_("order number"), max_length=64)
    transaction = models.CharField(_("number of the payment"), max_length=64)
    amount = models.BigIntegerField(_("amount in fen"))
    outcome = models.CharField(_("what came of it"), max_length=10, choices=Outcome.choices)
    at = models.DateTimeField(_("time"), default=clock.now)
    settled_by = models.CharField(_("settled by"), max_length=16, blank=True)
    note = models.CharField(_("note"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("payment notification")
        verbose_name_plural = _("payment notifications")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["provider", "event"], name="one_row_per_notification")]

    def __str__(self) -> str:
        return f"{self.provider} {self.event}"

    @property
    def amount_text(self) -> str:
        """In yuan."""
        return yuan(self.amount)
