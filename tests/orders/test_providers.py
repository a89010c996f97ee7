"""WeChat Pay and Alipay: what they sign is believed, without a network; whatever else comes changes nothing."""

import pytest

from tests.orders.gateway import alipay, alipay_told, gateway, wechat, wechat_told
from youju.orders.errors import Forged, GatewayFailed
from youju.orders.money import fen, yuan
from youju.orders.order import Order
from youju.orders.providers.provider import Payment

NUMBER = "YJ2026000001"


def order(**values: object) -> Order:
    return Order(
        year=2026, number=1, ref="article-1", title="年度工作总结范文", price=1250, refund_reason="重复", **values
    )


def test_wechat_tells_of_a_payment_and_of_a_refund():
    paid = wechat().read(*wechat_told(NUMBER, 1250))
    assert paid == Payment("paid", "e1", NUMBER, "4200001", 1250)
    back = wechat().read(*wechat_told(NUMBER, 1250, refund=True, event="e2"))
    assert back == Payment("refunded", "e2", NUMBER, "4200001", 1250)


@pytest.mark.parametrize(
    "about",
    [
        {"signer": "stranger"},
        {"serial": "5A3B"},
        {"serial": ""},
        {"merchant": "1900000002"},
        {"age": 3600},
        {"age": -3600},
    ],
)
def test_wechat_forged_is_refused_without_a_network(about: dict[str, object]):
    with pytest.raises(Forged):
        wechat().read(*wechat_told(NUMBER, 1250, **about))  # type: ignore[arg-type]  # one of several kinds


def test_wechat_changed_on_the_way_is_refused():
    headers, body = wechat_told(NUMBER, 1250)
    for changed in (body.replace(b"e1", b"e2"), body[:-1], b"", b"{}", b"\xff"):
        with pytest.raises(Forged):
            wechat().read(headers, changed)
    for name in headers:
        with pytest.raises(Forged):
            wechat().read(headers | {name: "x"}, body)
        with pytest.raises(Forged):
            wechat().read({key: value for key, value in headers.items() if key != name}, body)


def test_alipay_tells_of_a_payment_and_of_a_refund():
    assert alipay().read({}, alipay_told(NUMBER, "12.50")) == Payment("paid", "n1", NUMBER, "2026001", 1250)
    back = alipay_told(NUMBER, "12.50", gmt_refund="2026-03-01", refund_fee="12.50", trade_status="TRADE_CLOSED")
    assert alipay().read({}, back) == Payment("refunded", "n1", NUMBER, "2026001", 1250)
    assert alipay().read({}, alipay_told(NUMBER, "12.50", trade_status="WAIT_BUYER_PAY")) is None


def test_alipay_forged_is_refused():
    good = alipay_told(NUMBER, "12.50")
    bad = [
        alipay_told(NUMBER, "12.50", signer="stranger"), alipay_told(NUMBER, "12.50", app_id="2021000001"),
        alipay_told(NUMBER, "12.505"), alipay_told(NUMBER, "x"), alipay_told(NUMBER, "12.50", notify_id=""),
        good.replace(b"12.50", b"0.01"), good + b"&total_amount=0.01", good.replace(b"RSA2", b"RSA"), b"", b"sign=1",
        b"\xff=1", good.replace(b"sign=", b"sgin="),
    ]  # fmt: skip
    for body in bad:
        with pytest.raises(Forged):
            alipay().read({}, body)


def test_the_sandbox_takes_orders_and_refunds_that_the_merchant_signed():
    with gateway() as (address, asked):
        begun = wechat(address).begin(order(), notify="https://a.example/n", back="")
        assert begun.qr.startswith("weixin://") and asked[-1]["amount"] == {"total": 1250, "currency": "CNY"}
        assert not wechat(address).refund(order(), notify="https://a.example/n")
        assert asked[-1]["out_refund_no"] == f"{NUMBER}R"
        assert alipay(f"{address}/gateway.do").refund(order(), notify="")
        assert asked[-1]["refund_amount"] == "12.50"


def test_a_gateway_that_is_away_or_answers_unsigned_is_said_to_be():
    for provider in (wechat("http://127.0.0.1:9"), alipay("http://127.0.0.1:9/gateway.do")):
        with pytest.raises(GatewayFailed):
            provider.refund(order(), notify="https://a.example/n")


def test_alipay_sends_the_buyer_to_a_signed_address():
    link = alipay().begin(order(), notify="https://a.example/n", back="https://a.example/b").link
    assert link.startswith("https://openapi.alipay.com/gateway.do?") and "sign=" in link


def test_no_secret_is_ever_printed():
    printed = repr(wechat()._keys) + repr(alipay()._keys) + str(vars(Forged()))
    assert "PRIVATE KEY" not in printed and "0123456789abcdef" not in printed


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12.50", 1250),
        ("0.01", 1),
        ("12", 1200),
        ("12.505", None),
        ("-1", None),
        ("x", None),
        ("NaN", None),
        ("Infinity", None),
    ],
)
def test_amounts(text: str, amount: int | None):
    assert fen(text) == amount
    assert amount is None or fen(yuan(amount)) == amount
