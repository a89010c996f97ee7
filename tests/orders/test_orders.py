"""An order is delivered once when exactly its price was paid, and to nobody after a refund."""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from openpyxl import load_workbook

from tests.orders.gateway import wechat, wechat_told
from youju.lib import clock
from youju.lib.periods import Period
from youju.orders.buying import order_begin, order_redeem, orders_close
from youju.orders.codes import codes_make
from youju.orders.delivering import download_ticket, download_use
from youju.orders.errors import AnotherMustAgree, NothingForSale, OrderMoved, OrderUnknown, RefundWaits, VoucherMissing
from youju.orders.goods import Goods, Terms, goods
from youju.orders.order import Order, OrderState, order_numbered, order_of
from youju.orders.paying import event_settle, payment_take, voucher_agree, voucher_note, voucher_reject
from youju.orders.payment_events import Outcome, PaymentEvent
from youju.orders.providers.configured import providers
from youju.orders.providers.wechat import Wechat
from youju.orders.receipt import receipt_pdf
from youju.orders.refunding import refund_agree, refund_ask, refund_send
from youju.orders.statement import write_statement
from youju.orgs.audit import AuditRow
from youju.orgs.setting_verbs import setting_change
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid

PRICE = 1250


def offered() -> Goods:
    found = goods(ref="article-1", title="总结范文", price=PRICE, must_be_public=False)
    assert found.terms is Terms.PAID
    return found


def ordered(provider: str = "wechat") -> tuple[Order, str]:
    return order_begin(goods=offered(), provider=provider, buyer="青山小学")


def told(order: Order, amount: int = PRICE, **about: object) -> Outcome:
    payment = wechat().read(*wechat_told(str(order), amount, **about))  # type: ignore[arg-type]  # one of several kinds
    assert payment is not None
    return payment_take(payment=payment, provider="wechat")


def paid_at_office(shop: SimpleNamespace) -> tuple[Order, str]:
    order, code = ordered("offline")
    voucher_note(order=order, voucher="收据 0012", actor=shop.alice)
    voucher_agree(order=order, actor=shop.frank)
    return order, code


def tickets() -> int:
    return Ticket.objects.filter(purpose=Purpose.DOWNLOAD).count()


def test_everything_is_free_until_a_bureau_sets_up_a_way_to_pay(db: None):
    assert providers() == {}
    free = goods(ref="article-1", title="x", price=PRICE, must_be_public=False)
    assert (free.terms, free.price) == (Terms.FREE, 0)
    with pytest.raises(NothingForSale):
        order_begin(goods=free, provider="offline")


def test_what_must_be_public_has_no_price_whatever_is_set_up(shop: SimpleNamespace):
    assert goods(ref="a", title="x", price=PRICE, must_be_public=True).terms is Terms.FREE
    setting_change(name="free_downloads", text="members", actor=shop.eve)
    assert goods(ref="a", title="x", price=0, must_be_public=True).terms is Terms.FREE
    assert goods(ref="a", title="x", price=0, must_be_public=False).terms is Terms.MEMBERS


def test_numbers_have_no_gap_and_the_code_opens_the_order(shop: SimpleNamespace):
    first, code = ordered()
    second, _code = ordered()
    assert (first.number, second.number) == (1, 2)
    assert order_of(code) == first == order_numbered(str(first))
    assert code not in str(list(Order.objects.values())) + str(list(AuditRow.objects.values()))
    for wrong in ("", "x", code[:-1], str(first)):
        with pytest.raises(OrderUnknown):
            order_of(wrong)
    for text in ("", "YJ", "YJ2026", "YJ20260000000000000000001", "YJ２０２６000001", "x"):
        assert order_numbered(text) is None


def test_a_payment_opens_the_download_for_so_many_days_and_uses(shop: SimpleNamespace):
    setting_change(name="download_uses", text="2", actor=shop.eve)
    order, code = ordered()
    with pytest.raises(TicketInvalid):
        download_ticket(code)
    assert told(order) == Outcome.DELIVERED
    assert download_ticket(code).ref == order.target
    download_use(code=code)
    download_use(code=code)
    with pytest.raises(TicketInvalid):
        download_use(code=code)
    other, own = ordered()
    told(other, event="e2", payment="4200002")
    with clock.at(clock.now() + timedelta(days=31)), pytest.raises(TicketInvalid):
        download_ticket(own)


def test_told_again_pays_nothing_twice(shop: SimpleNamespace):
    order, _code = ordered()
    assert [told(order), told(order), told(order, event="e2")] == [
        Outcome.DELIVERED, Outcome.REPEATED, Outcome.REPEATED,
    ]  # fmt: skip
    assert tickets() == 1


@pytest.mark.parametrize(
    ("amount", "outcome"), [(PRICE - 1, Outcome.AMOUNT), (PRICE + 1, Outcome.AMOUNT), (0, Outcome.AMOUNT)]
)
def test_another_amount_opens_nothing_and_is_looked_into(shop: SimpleNamespace, amount: int, outcome: Outcome):
    order, _code = ordered()
    assert told(order, amount) == outcome
    assert tickets() == 0 and Order.objects.get().state == OrderState.OPEN
    event = PaymentEvent.objects.get()
    event_settle(event=event, note="退回原账户", actor=shop.alice)
    assert (event.settled_by, event.note) == (shop.alice.token, "退回原账户")


def test_a_second_payment_is_kept_to_be_given_back(shop: SimpleNamespace):
    order, _code = ordered()
    told(order)
    assert told(order, event="e2", payment="4200002") == Outcome.TWICE
    assert tickets() == 1


def test_one_payment_pays_one_order(shop: SimpleNamespace):
    first, second = ordered()[0], ordered()[0]
    assert told(first) == Outcome.DELIVERED
    assert told(second, event="e2") == Outcome.ELSEWHERE
    assert tickets() == 1 and Order.objects.get(pk=second.pk).state == OrderState.OPEN


def test_a_payment_of_no_order_or_of_another_way_is_kept(shop: SimpleNamespace):
    order, _code = ordered("offline")
    assert told(order) == Outcome.ELSEWHERE
    payment = wechat().read(*wechat_told("YJ2026999999", PRICE, event="e2"))
    assert payment is not None and payment_take(payment=payment, provider="wechat") == Outcome.UNKNOWN
    assert tickets() == 0 and PaymentEvent.objects.count() == 2


def test_what_was_closed_unpaid_is_opened_by_a_payment_that_comes_late(shop: SimpleNamespace):
    order, code = ordered()
    with clock.at(clock.now() + timedelta(hours=49)):
        assert orders_close() == 1 and orders_close() == 0
        assert told(order) == Outcome.DELIVERED
        assert download_ticket(code)


def test_after_a_refund_nothing_opens_it_again(shop: SimpleNamespace):
    order, code = ordered()
    told(order)
    refund_ask(order=order, reason="重复购买", actor=shop.alice)
    with pytest.raises(AnotherMustAgree):
        refund_agree(order=order, actor=shop.alice)
    refund_agree(order=order, actor=shop.frank)
    with pytest.raises(TicketInvalid):
        download_ticket(code)
    assert told(order, event="e2") == Outcome.LATE
    assert told(order, event="e3", refund=True) == Outcome.REFUNDED
    assert told(order, event="e4", refund=True) == Outcome.REPEATED
    assert told(order, event="e5") == Outcome.LATE
    assert tickets() == 1 and not Ticket.objects.filter(purpose=Purpose.DOWNLOAD, uses_left__gt=0).exists()


def test_a_refund_told_before_its_payment_opens_nothing(shop: SimpleNamespace):
    order, _code = ordered()
    assert told(order, refund=True) == Outcome.REFUNDED
    assert told(order, event="e2") == Outcome.LATE
    assert tickets() == 0


def test_a_refund_that_the_service_does_not_take_is_sent_again(shop: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    from youju.orders.errors import GatewayFailed

    def away(*_args: object, **_about: object) -> bool:
        raise GatewayFailed(provider="x")

    order, _code = ordered()
    told(order)
    refund_ask(order=order, reason="重复购买", actor=shop.alice)
    refund_agree(order=order, actor=shop.frank)
    monkeypatch.setattr(Wechat, "refund", away)
    with pytest.raises(RefundWaits):
        refund_send(order=order, notify="x", actor=shop.frank)
    assert Order.objects.get().state == OrderState.REFUNDING
    monkeypatch.setattr(Wechat, "refund", lambda *_args, **_about: True)
    refund_send(order=order, notify="x", actor=shop.frank)
    assert Order.objects.get().state == OrderState.REFUNDED
    with pytest.raises(OrderMoved):
        refund_send(order=order, notify="x", actor=shop.frank)


def test_at_the_office_one_confirms_and_another_agrees(shop: SimpleNamespace):
    order, code = ordered("offline")
    with pytest.raises(VoucherMissing):
        voucher_note(order=order, voucher=" ", actor=shop.alice)
    with pytest.raises(OrderMoved):
        voucher_agree(order=order, actor=shop.frank)
    voucher_note(order=order, voucher="收据 0012", actor=shop.alice)
    with pytest.raises(AnotherMustAgree):
        voucher_agree(order=order, actor=shop.alice)
    voucher_reject(order=order, reason="未到账", actor=shop.frank)
    voucher_note(order=order, voucher="收据 0013", actor=shop.alice)
    voucher_agree(order=order, actor=shop.frank)
    assert download_ticket(code)
    with pytest.raises(OrderMoved):
        voucher_agree(order=order, actor=shop.frank)
    assert tickets() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.filter(pk=order.pk).update(agreed_by=shop.alice)


def test_the_database_takes_no_order_for_nothing(shop: SimpleNamespace):
    order, _code = ordered()
    with pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.filter(pk=order.pk).update(price=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.filter(pk=order.pk).update(state=OrderState.PAID)


def test_a_redemption_code_opens_one_download_of_its_article(shop: SimpleNamespace):
    (code,) = codes_make(ref="article-1", count=1, days=30, actor=shop.alice)
    with pytest.raises(NothingForSale):
        order_redeem(code=code, ref="article-2", title="另一篇")
    order, own = order_redeem(code=code, ref="article-1", title="总结范文")
    assert order.state == OrderState.PAID and download_ticket(own)
    with pytest.raises(TicketInvalid):
        order_redeem(code=code, ref="article-1", title="总结范文")
    with pytest.raises(TicketInvalid):
        order_redeem(code=own[:-1] + "0", ref="article-1", title="总结范文")


def test_the_receipt_is_the_same_bytes_each_time(shop: SimpleNamespace):
    order, _code = paid_at_office(shop)
    assert receipt_pdf(order, issuer="云溪县教育局") == receipt_pdf(order, issuer="云溪县教育局")


def test_the_statement_of_a_month_has_what_came_and_what_went(shop: SimpleNamespace):
    with clock.at(clock.now().replace(year=2026, month=3, day=10)):
        order, _code = ordered()
        told(order)
        told(order, event="e2", payment="4200002")
    with clock.at(clock.now().replace(year=2026, month=4, day=2)):
        paid_at_office(shop)
        refund_ask(order=order, reason="重复购买", actor=shop.alice)
        refund_agree(order=order, actor=shop.frank)
        told(order, event="e3", refund=True)
    assert sums(Period.parse("2026-03")) == [12.5, 0, 12.5]
    assert sums(Period.parse("2026-04")) == [12.5, 12.5, 0]
    out = BytesIO()
    write_statement(out, Period.parse("2026-03"))
    sheets = load_workbook(out).worksheets
    assert [sheet.max_row for sheet in sheets] == [2, 4, 2]


def sums(month: Period) -> list[float]:
    out = BytesIO()
    write_statement(out, month)
    rows = load_workbook(out).worksheets[1].iter_rows(min_row=2, values_only=True)
    return [float(str(row[1])) for row in rows]
