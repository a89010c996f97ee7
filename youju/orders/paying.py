"""Payments: told by a service, or found at the office by one officer and agreed to by another."""

from typing import Any

from django.db import IntegrityError, transaction

from youju.lib import clock
from youju.lib.text import one_line
from youju.orders.delivering import deliver, take_back
from youju.orders.errors import AnotherMustAgree, OrderMoved, VoucherMissing
from youju.orders.order import OFFLINE, Order, OrderState, order_numbered
from youju.orders.payment_events import Outcome, PaymentEvent
from youju.orders.providers.provider import Payment
from youju.orgs import audit
from youju.orgs.actors import SYSTEM, Actor
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason, in_full

_UNPAID = (OrderState.OPEN, OrderState.CLOSED)
_GONE = (OrderState.REFUNDING, OrderState.REFUNDED)


@transaction.atomic
def payment_take(*, payment: Payment, provider: str) -> Outcome:
    """Take a notification whose signature was found right; what it says is done once, whatever comes how often.

    A payment opens the download of an order that is unpaid, of exactly its price, by the way it was ordered. What else
    comes in is kept for an officer to look into.
    """
    order = order_numbered(payment.number, locked=True)
    event, is_new = PaymentEvent.objects.get_or_create(
        provider=provider, event=payment.event,
        defaults={
            "order": order, "number": payment.number[:64], "transaction": payment.transaction[:64],
            "amount": payment.amount, "outcome": Outcome.UNKNOWN,
        },
    )  # fmt: skip
    if not is_new:
        return Outcome.REPEATED
    outcome = Outcome.UNKNOWN if order is None else _taken(order, payment, provider)
    PaymentEvent.objects.filter(pk=event.pk).update(outcome=outcome)
    if order is not None:
        audit.write(
            actor=SYSTEM, action="order.notified", target=order.target, outcome=outcome.value, provider=provider
        )
    return outcome


def _taken(order: Order, payment: Payment, provider: str) -> Outcome:
    if provider != order.provider:
        return Outcome.ELSEWHERE
    if payment.amount != order.price:
        return Outcome.AMOUNT
    if payment.sort == "refunded":
        return _refunded(order, payment)
    if order.state in _UNPAID:
        return _paid(order, payment)
    if order.transaction not in ("", payment.transaction):
        return Outcome.TWICE
    return Outcome.LATE if order.state in _GONE else Outcome.REPEATED


def _paid(order: Order, payment: Payment) -> Outcome:
    try:
        with transaction.atomic():
            move(order, _UNPAID, OrderState.PAID, paid_at=clock.now(), transaction=payment.transaction[:64])
    except IntegrityError:  # the same payment was told of another order
        return Outcome.ELSEWHERE
    deliver(order, actor=SYSTEM)
    return Outcome.DELIVERED


def _refunded(order: Order, payment: Payment) -> Outcome:
    """Done by us and now told, or at the service by somebody; or told before the payment itself was."""
    if order.state == OrderState.REFUNDED:
        return Outcome.REPEATED
    if order.transaction not in ("", payment.transaction):
        return Outcome.TWICE
    transaction_of = order.transaction or payment.transaction[:64]
    move(order, tuple(OrderState), OrderState.REFUNDED, refunded_at=clock.now(), transaction=transaction_of)
    take_back(order, actor=SYSTEM)
    return Outcome.REFUNDED


@transaction.atomic
def voucher_note(*, order: Order, voucher: str, actor: Member) -> None:
    """Say by which voucher the money for an order is there; it counts once somebody else agrees.

    Raises VoucherMissing, TooLong, OrderMoved.
    """
    voucher = in_full(one_line(voucher), 80)
    if not voucher:
        raise VoucherMissing()
    move(order, _UNPAID, OrderState.OPEN, only={"provider": OFFLINE}, voucher=voucher, vouched_by=actor)
    audit.write(actor=actor, action="order.vouch", target=order.target, voucher=voucher)


@transaction.atomic
def voucher_agree(*, order: Order, actor: Member) -> None:
    """Agree as the second person that it is paid, and open the download. Raises AnotherMustAgree, OrderMoved."""
    order.refresh_from_db()
    if order.vouched_by_id == actor.pk:
        raise AnotherMustAgree(number=order)
    paid: dict[str, Any] = {"paid_at": clock.now(), "agreed_by": actor, "transaction": f"{order} {order.voucher}"[:64]}
    only = {"provider": OFFLINE, "vouched_by__isnull": False}
    move(order, (OrderState.OPEN,), OrderState.PAID, only=only, **paid)
    deliver(order, actor=actor)
    audit.write(actor=actor, action="order.agree", target=order.target, voucher=order.voucher)


@transaction.atomic
def voucher_reject(*, order: Order, reason: str, actor: Member) -> None:
    """The money is not there after all. Raises ReasonMissing, OrderMoved."""
    reason = given_reason(reason)
    only = {"provider": OFFLINE, "vouched_by__isnull": False}
    move(order, (OrderState.OPEN,), OrderState.OPEN, only=only, voucher="", vouched_by=None)
    audit.write(actor=actor, action="order.reject", target=order.target, reason=reason)


@transaction.atomic
def event_settle(*, event: PaymentEvent, note: str, actor: Actor) -> None:
    """Note what was done about a payment that opened nothing. Raises ReasonMissing."""
    note = given_reason(note)
    if PaymentEvent.objects.filter(pk=event.pk, settled_by="").update(settled_by=actor.token, note=note):
        audit.write(actor=actor, action="order.settle", target=f"payment-{event.pk}", note=note)
    event.refresh_from_db()


def move(
    order: Order,
    before: tuple[OrderState, ...],
    after: OrderState,
    *,
    only: dict[str, Any] | None = None,
    **columns: Any,
) -> None:
    """One statement decides, of many that come at once. Raises OrderMoved."""
    found = Order.objects.filter(pk=order.pk, state__in=before, **(only or {}))
    if not found.update(state=after, **columns):
        order.refresh_from_db()
        raise OrderMoved(number=order, state=order.get_state_display())
    order.refresh_from_db()
