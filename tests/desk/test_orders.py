"""Orders on the desk: two officers for money that came and money that goes, and the door for payment services."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.conftest import Desk
from tests.orders import conftest as orders
from tests.orders.gateway import wechat, wechat_told
from tests.orders.test_orders import PRICE, ordered, told
from youju.desk.orders import notify_page
from youju.lib import clock
from youju.orders.order import Order, OrderState
from youju.orders.payment_events import PaymentEvent
from youju.orgs.members import Member
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import SettingRow
from youju.orgs.tickets import Ticket

shop = orders.shop


def act(desk: Desk, who: Member, order: Order, code: str, word: str = "") -> str:
    address = reverse("order", args=[order.pk])
    return desk(who).post(address, {"act": code, "word": word}, follow=True).text


def test_money_at_the_office_takes_two_officers(shop: SimpleNamespace, desk: Desk):
    order, _code = ordered("offline")
    assert str(order) in desk(shop.alice).get(reverse("orders")).text
    assert "voucher or receipt" in act(desk, shop.alice, order, "vouch")
    act(desk, shop.alice, order, "vouch", "收据 0012")
    assert "another officer agrees" in desk(shop.alice).get(reverse("order", args=[order.pk])).text
    act(desk, shop.alice, order, "agree")
    assert Order.objects.get().state == OrderState.OPEN
    act(desk, shop.frank, order, "agree")
    assert Order.objects.get().state == OrderState.PAID
    receipt = desk(shop.alice).get(reverse("order-receipt", args=[order.pk]))
    assert receipt.getvalue().startswith(b"%PDF")


def test_a_refund_takes_two_officers_and_is_sent(
    shop: SimpleNamespace,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
):
    order, _code = ordered()
    told(order)
    asked: list[str] = []

    def refund(_provider: object, _order: Order, notify: str) -> bool:
        asked.append(notify)
        return True

    monkeypatch.setattr(type(wechat()), "refund", refund)
    act(desk, shop.alice, order, "refund", "重复购买")
    act(desk, shop.alice, order, "refund-agree")
    assert not asked
    act(desk, shop.frank, order, "refund-agree")
    told_back = reverse("pay-notify", args=["wechat"])
    assert asked == ["http://testserver" + told_back]
    SettingRow.objects.create(code="site_address", value="https://edu.example.cn")
    Order.objects.update(state=OrderState.REFUNDING)
    act(desk, shop.alice, order, "refund-send")
    assert asked[1:] == ["https://edu.example.cn" + told_back]
    assert Order.objects.get().state == OrderState.REFUNDED and not Ticket.objects.filter(uses_left__gt=0).exists()


def test_a_payment_service_tells_and_a_forger_does_not(
    shop: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(notify_page, "find_provider", {"wechat": wechat()}.get)
    order, _code = ordered()
    address, stranger = reverse("pay-notify", args=["wechat"]), Client()
    headers, body = wechat_told(str(order), PRICE, signer="stranger")
    assert stranger.post(address, body, "application/json", headers=headers).status_code == 400
    assert Order.objects.get().state == OrderState.OPEN and not PaymentEvent.objects.exists()
    headers, body = wechat_told(str(order), PRICE)
    for _time in range(3):
        answer = stranger.post(address, body, "application/json", headers=headers)
        assert (answer.status_code, answer.text) == (200, '{"code": "SUCCESS"}')
    assert Order.objects.get().state == OrderState.PAID and Ticket.objects.count() == 1
    assert stranger.post(reverse("pay-notify", args=["alipay"]), b"x", "text/plain").status_code == 404
    assert stranger.get(address).status_code == 405


def test_without_any_way_to_pay_nothing_is_shown(cast: SimpleNamespace, desk: Desk):
    assert reverse("orders") not in desk(cast.alice).get(reverse("workbench")).text
    assert Client().post(reverse("pay-notify", args=["wechat"]), b"x", "text/plain").status_code == 404


def test_a_payment_that_opened_nothing_is_looked_into(shop: SimpleNamespace, desk: Desk):
    order, _code = ordered()
    told(order, PRICE + 1)
    amount = f"{(PRICE + 1) / 100:.2f} yuan"
    for page in (reverse("orders"), reverse("order", args=[order.pk])):
        text = desk(shop.alice).get(page).text
        assert "another amount" in text and f"WeChat Pay {amount}" in text
    event = PaymentEvent.objects.get()
    address = reverse("order-payment", args=[event.pk])
    assert desk(shop.alice).post(address, {"word": ""}).status_code == 422
    desk(shop.alice).post(address, {"word": "已在商户平台退回"})
    assert "another amount" not in desk(shop.alice).get(reverse("orders")).text


def test_the_statement_is_a_workbook(shop: SimpleNamespace, desk: Desk):
    order, _code = ordered()
    told(order)
    assert f'name="month" value="{clock.today():%Y-%m}"' in desk(shop.alice).get(reverse("orders")).text
    answer = desk(shop.alice).get(reverse("order-statement"))
    rows = list(load_workbook(BytesIO(answer.getvalue())).worksheets[0].iter_rows(values_only=True))
    assert (rows[1][0], rows[1][3]) == (str(order), "WeChat Pay")
    for wrong in ("2026", "x", "2026-13"):
        assert desk(shop.alice).get(reverse("order-statement"), {"month": wrong}).status_code == 404


def test_codes_are_made_for_an_article_that_is_there_and_has_a_price(shop: SimpleNamespace, desk: Desk):
    page = desk(shop.alice).post(reverse("order-codes"), {"ref": "article-none", "count": "2", "days": "3"})
    assert page.status_code == 422 and "no article" in page.text


def test_no_more_codes_are_made_at_once_than_the_bureau_settled(shop: SimpleNamespace, desk: Desk):
    setting_change(name="codes_at_once", text="3", actor=shop.eve)
    page = desk(shop.alice).post(reverse("order-codes"), {"ref": "x", "count": "4", "days": "3"})
    assert page.context["form"].errors["count"] == ["Ensure this value is less than or equal to 3."]


@pytest.mark.parametrize("role", ["bob", "charlie", "dora", "eve"])
def test_orders_are_the_bureaus(shop: SimpleNamespace, desk: Desk, role: str):
    order, _code = ordered()
    client = desk(getattr(shop, role))
    for address in (
        reverse("orders"), reverse("order", args=[order.pk]), reverse("order-codes"), reverse("order-statement"),
        reverse("order-receipt", args=[order.pk]),
    ):  # fmt: skip
        assert client.get(address).status_code == 403
    assert client.post(reverse("order", args=[order.pk]), {"act": "vouch", "word": "1"}).status_code == 403
