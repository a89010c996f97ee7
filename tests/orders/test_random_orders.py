"""Whatever comes, in whatever order and how often: one delivery or none, and none after a refund.

A model that knows only the rules runs beside; hundreds of runs here, ten thousand with YOUJU_SOAK=1.
"""

import os
from types import SimpleNamespace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.orders.gateway import wechat, wechat_told
from tests.orders.test_orders import PRICE, offered
from youju.orders.buying import order_begin
from youju.orders.delivering import download_use
from youju.orders.errors import AnotherMustAgree, Forged, OrderMoved
from youju.orders.order import Order, OrderState
from youju.orders.paying import payment_take
from youju.orders.refunding import refund_agree, refund_ask
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid

_RUNS = 10_000 if os.environ.get("YOUJU_SOAK") else 120
_EVENTS, _AMOUNTS = st.integers(0, 5), st.sampled_from([PRICE, PRICE, PRICE - 1, PRICE * 2, 1])


class Orders(RuleBasedStateMachine):
    """One order, and everything that can be told of it. heard: numbers of notifications that came already."""

    shop: SimpleNamespace
    count = 0

    @initialize()
    def begin(self) -> None:
        Orders.count += 1
        self.order, self.code = order_begin(goods=offered(), provider="wechat")
        self.heard: set[str] = set()
        self.delivered = self.refunded = False
        self.downloads = self.asked = 0

    def _told(self, event: int, amount: int, payment: int, refund: bool) -> bool:
        """Whether it is news to us. Each run has payments and notifications of its own."""
        name = f"{Orders.count}-{event}-{amount}-{payment}-{refund}"
        news = wechat().read(
            *wechat_told(str(self.order), amount, event=name, payment=f"{Orders.count}-{payment}", refund=refund)
        )
        assert news is not None
        payment_take(payment=news, provider="wechat")
        first = name not in self.heard
        self.heard.add(name)
        return first

    @rule(event=_EVENTS, amount=_AMOUNTS, payment=st.integers(0, 1))
    def paid(self, event: int, amount: int, payment: int) -> None:
        news = self._told(event, amount, payment, refund=False)
        if news and amount == PRICE and not self.delivered and not self.refunded:
            self.delivered, self.payment = True, payment

    @rule(event=_EVENTS, amount=_AMOUNTS, payment=st.integers(0, 1))
    def refund_told(self, event: int, amount: int, payment: int) -> None:
        if not self._told(event, amount, payment, refund=True) or amount != PRICE or self.refunded:
            return
        if not self.delivered or payment == self.payment:
            self.refunded = True

    @rule(event=_EVENTS)
    def forged(self, event: int) -> None:
        try:
            wechat().read(*wechat_told(str(self.order), PRICE, event=f"f{event}", signer="stranger"))
        except Forged:
            return
        raise AssertionError("a forged notification was believed")

    @rule(agrees=st.booleans())
    def refund_by_officers(self, agrees: bool) -> None:
        open_to_refund = self.delivered and not self.refunded
        try:
            refund_ask(order=self.order, reason="退", actor=self.shop.alice)
            refund_agree(order=self.order, actor=self.shop.frank if agrees else self.shop.alice)
            self.refunded = True
        except (OrderMoved, AnotherMustAgree):
            assert not (open_to_refund and agrees)

    @rule()
    def download(self) -> None:
        try:
            download_use(code=self.code)
        except TicketInvalid:
            assert not self.delivered or self.refunded or self.downloads >= self.order.uses
        else:
            self.downloads += 1

    @rule()
    def closes(self) -> None:
        Order.objects.filter(pk=self.order.pk, state=OrderState.OPEN).update(state=OrderState.CLOSED)

    @invariant()
    def one_delivery_or_none(self) -> None:
        if not hasattr(self, "order"):
            return
        tickets = Ticket.objects.filter(purpose=Purpose.DOWNLOAD, ref=self.order.target)
        assert tickets.count() == int(self.delivered)
        assert not self.downloads or (self.delivered and self.downloads <= self.order.uses)
        assert tickets.filter(uses_left__gt=0).exists() == (
            self.delivered and not self.refunded and self.downloads < self.order.uses
        )


def test_one_delivery_or_none(shop: SimpleNamespace):
    Orders.shop = shop
    run_state_machine_as_test(
        Orders,
        settings=settings(
            max_examples=_RUNS, stateful_step_count=10, deadline=None, derandomize=not os.environ.get("YOUJU_SOAK"),
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    delivered = Ticket.objects.filter(purpose=Purpose.DOWNLOAD).values("ref").distinct().count()
    print(f"{Orders.count:,} random orders of events, at most 10 each: {delivered:,} delivered once, none twice")
