"""Refunds: one officer asks, another agrees; the download closes at once, the money follows."""

from django.db import transaction

from youju.lib import clock
from youju.orders.delivering import take_back
from youju.orders.errors import AnotherMustAgree, GatewayFailed, OrderMoved, RefundWaits
from youju.orders.order import BY_CODE, Order, OrderState
from youju.orders.paying import move
from youju.orders.providers.configured import find_provider, label_of
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason


@transaction.atomic
def refund_ask(*, order: Order, reason: str, actor: Member) -> None:
    """Ask for the whole price to be given back. Raises ReasonMissing, OrderMoved."""
    reason = given_reason(reason)
    move(order, (OrderState.PAID,), OrderState.PAID, refund_reason=reason, refund_by=actor)
    audit.write(actor=actor, action="order.refund-ask", target=order.target, reason=reason)


@transaction.atomic
def refund_agree(*, order: Order, actor: Member) -> None:
    """Agree as the second person: from now on nothing is downloaded. ``refund_send`` does the rest.

    Raises AnotherMustAgree, OrderMoved.
    """
    order.refresh_from_db()
    if order.refund_by_id == actor.pk:
        raise AnotherMustAgree(number=order)
    only = {"refund_by__isnull": False}
    move(order, (OrderState.PAID,), OrderState.REFUNDING, only=only, refund_agreed_by=actor)
    take_back(order, actor=actor)
    audit.write(actor=actor, action="order.refund-agree", target=order.target, amount=order.price)


def refund_send(*, order: Order, notify: str, actor: Member) -> None:
    """Send the money back, outside any transaction: the service may take its time. May be sent again; it pays once.

    notify: where the service tells that it is done. Raises RefundWaits, OrderMoved.
    """
    order.refresh_from_db()
    if order.state != OrderState.REFUNDING:
        raise OrderMoved(number=order, state=order.get_state_display())
    if _sent_back(order, notify):
        _done(order, actor)


def _sent_back(order: Order, notify: str) -> bool:
    """Whether the money is back; else the service will tell."""
    if order.provider == BY_CODE:
        return True
    provider = find_provider(order.provider)
    if provider is None:
        raise RefundWaits(provider=label_of(order.provider), number=order)
    try:
        return provider.refund(order, notify=notify)
    except GatewayFailed as error:
        raise RefundWaits(provider=provider.label, number=order) from error


@transaction.atomic
def _done(order: Order, actor: Member) -> None:
    """Unless the service has told it meanwhile."""
    if Order.objects.filter(pk=order.pk, state=OrderState.REFUNDING).update(
        state=OrderState.REFUNDED, refunded_at=clock.now()
    ):
        audit.write(actor=actor, action="order.refunded", target=order.target, amount=order.price)
    order.refresh_from_db()
