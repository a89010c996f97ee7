"""Orders: somebody wants the PDF of an article that has a price. Nobody says who they are; a code opens the order."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.codes import code_digest
from youju.orders.errors import OrderUnknown
from youju.orders.money import yuan
from youju.orgs.members import Member

SEQUENCE = "order"
OFFLINE, BY_CODE = "offline", "code"


class OrderState(models.TextChoices):
    OPEN = "open", _("to be paid")
    PAID = "paid", _("paid")
    REFUNDING = "refunding", _("being refunded")
    REFUNDED = "refunded", _("refunded")
    CLOSED = "closed", _("closed unpaid")


class Order(models.Model):
    """One thing ordered once. ref, title: of the article, as ordered; price: in fen; days, uses: what it gives.

    digest: of the buyer's code. provider: how it is paid; transaction: the provider's own number of the payment.
    voucher: by which an officer found a payment at the office; agreed_by: the second person.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(_("order number"))
    ref = models.CharField(max_length=40, db_index=True)
    title = models.CharField(_("title"), max_length=200)
    price = models.PositiveIntegerField(_("price in fen"))
    days = models.PositiveSmallIntegerField(_("days of downloading"))
    uses = models.PositiveSmallIntegerField(_("number of downloads"))
    digest = models.CharField(max_length=64, unique=True)
    buyer = models.CharField(_("made out to"), max_length=80, blank=True)
    provider = models.CharField(_("paid by"), max_length=10)
    transaction = models.CharField(_("number of the payment"), max_length=64, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=OrderState.choices, default=OrderState.OPEN)
    made_at = models.DateTimeField(_("ordered"), default=clock.now)
    paid_at = models.DateTimeField(_("paid at"), null=True, db_index=True)
    voucher = models.CharField(_("voucher"), max_length=80, blank=True)
    vouched_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("noted by"))
    agreed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("agreed by"))
    refund_reason = models.CharField(_("reason of the refund"), max_length=400, blank=True)
    refund_by = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="+", verbose_name=_("refund asked by")
    )
    refund_agreed_by = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="+", verbose_name=_("refund agreed by")
    )
    refunded_at = models.DateTimeField(_("refunded at"), null=True, db_index=True)

    class Meta:
        verbose_name = _("order of a download")
        verbose_name_plural = _("orders")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="one_order_per_number"),
            models.UniqueConstraint(
                fields=["provider", "transaction"], condition=~Q(transaction=""), name="one_order_per_payment"
            ),
            models.CheckConstraint(condition=Q(price__gt=0) | Q(provider=BY_CODE), name="order_has_a_price"),
            models.CheckConstraint(
                condition=Q(state__in=("open", "closed", "refunded")) | Q(paid_at__isnull=False), name="paid_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("vouched_by")), name="voucher_agreed_by_another"
            ),
            models.CheckConstraint(
                condition=Q(refund_agreed_by=None) | ~Q(refund_agreed_by=F("refund_by")),
                name="refund_agreed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.number_text

    @property
    def number_text(self) -> str:
        """As papers bear it, and as a payment service is told: YJ2026000012."""
        return f"YJ{self.year}{self.number:06}"

    @property
    def target(self) -> str:
        """What audit rows and tickets call it."""
        return f"order-{self.number_text}"

    @property
    def state_text(self) -> str:
        """Its state in words: what one person noted at the office waits for another, what is redeemed is not paid."""
        if self.state == OrderState.OPEN and self.voucher:
            return _text("payment noted, to be confirmed")
        if self.state == OrderState.PAID and self.provider == BY_CODE:
            return _text("redeemed")
        return str(self.get_state_display())

    @property
    def price_text(self) -> str:
        return yuan(self.price)


def order_of(code: str) -> Order:
    """The order that a buyer's code opens. Raises OrderUnknown."""
    order = Order.objects.filter(digest=code_digest(code)).first()
    if order is None:
        raise OrderUnknown()
    return order


def order_numbered(text: str, *, locked: bool = False) -> Order | None:
    """The order of a number as papers bear it; None where there is none. locked: until the transaction ends."""
    if not (text.startswith("YJ") and text[2:].isdecimal() and text.isascii() and 12 <= len(text) <= 16):
        return None
    orders = Order.objects.select_for_update() if locked else Order.objects
    return orders.filter(year=int(text[2:6]), number=int(text[6:])).first()
