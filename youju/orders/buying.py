"""Ordering: by price, or by a redemption code. The buyer keeps a code; here only its digest stays."""

from datetime import timedelta

from django.db import transaction

from youju.lib import clock
from youju.lib.codes import code_digest, new_code
from youju.lib.text import one_line
from youju.orders.delivering import deliver
from youju.orders.errors import NothingForSale
from youju.orders.goods import Goods, Terms
from youju.orders.order import BY_CODE, SEQUENCE, Order, OrderState
from youju.orders.providers.configured import providers
from youju.orgs import audit, sequences
from youju.orgs.actors import HOLDER, NOBODY, SYSTEM
from youju.orgs.reasons import in_full
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, ticket_burn, ticket_of

_LONGEST_BUYER = 80


@transaction.atomic
def order_begin(*, goods: Goods, provider: str, buyer: str = "") -> tuple[Order, str]:
    """Order something that has a price; gives the order, and its code, which is nowhere to be read again.

    buyer: to whom the receipt is made out, if to anybody. Raises NothingForSale.
    """
    if goods.terms is not Terms.PAID or provider not in providers():
        raise NothingForSale()
    order, code = _new(goods.ref, goods.title, goods.price, provider, buyer)
    audit.write(actor=NOBODY, action="order.begin", target=order.target, price=order.price, provider=provider)
    return order, code


@transaction.atomic
def order_redeem(*, code: str, ref: str, title: str) -> tuple[Order, str]:
    """Exchange a redemption code for a paid order of an article. Raises TicketInvalid, also where it is for another."""
    ticket = ticket_of(code)
    if ticket.purpose != Purpose.REDEEM or ticket.ref != ref:
        raise NothingForSale()
    ticket_burn(code=code, purpose=Purpose.REDEEM)
    order, own = _new(ref, title, 0, BY_CODE, "")
    Order.objects.filter(pk=order.pk).update(state=OrderState.PAID, paid_at=clock.now(), transaction=str(order))
    order.refresh_from_db()
    deliver(order, actor=HOLDER)
    audit.write(actor=HOLDER, action="order.redeem", target=order.target, ticket=str(ticket))
    return order, own


@transaction.atomic
def orders_close() -> int:
    """Close what nobody paid in time, and say how many. A payment that comes all the same still opens the download."""
    before = clock.now() - timedelta(hours=setting("order_hours"))
    late = list(Order.objects.select_for_update().filter(state=OrderState.OPEN, made_at__lt=before, voucher=""))
    for order in late:
        Order.objects.filter(pk=order.pk).update(state=OrderState.CLOSED)
        audit.write(actor=SYSTEM, action="order.close", target=order.target)
    return len(late)


def _new(ref: str, title: str, price: int, provider: str, buyer: str) -> tuple[Order, str]:
    code, year = new_code(), clock.today().year
    order = Order.objects.create(
        year=year, number=sequences.take(SEQUENCE, year), ref=ref, title=title, price=price, provider=provider,
        digest=code_digest(code), buyer=in_full(one_line(buyer), _LONGEST_BUYER), days=setting("download_days"),
        uses=setting("download_uses"), made_at=clock.now(),
    )  # fmt: skip
    return order, code
