"""WeChat Pay, API v3, as a merchant with WeChat's public key (微信支付公钥): a QR code to scan.

Signing, checking and deciphering are the library's. A notification whose serial is not that of the configured key is
refused before the library sees it, which would else ask the network for certificates in whoever's name it came.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.naturals import natural
from youju.orders.errors import Forged, GatewayFailed
from youju.orders.order import Order
from youju.orders.providers.provider import Answer, Begun, Payment

_OLDEST = 300  # seconds, as WeChat's own instructions have it: an older notification was recorded by somebody
_TIMEOUT = (5, 15)
_LONGEST_TITLE = 40
_HEADERS = (
    "Wechatpay-Signature", "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Serial", "Wechatpay-Signature-Type",
)  # fmt: skip


@dataclass(frozen=True)
class WechatKeys:
    """What the merchant's page gives. gateway: another address for a sandbox, "" for WeChat's."""

    appid: str
    mchid: str
    serial: str
    public_key_id: str
    private_key: str = field(repr=False)
    v3_key: str = field(repr=False)
    public_key: str = field(repr=False)
    gateway: str = ""


class Wechat:
    code, label = "wechat", _("WeChat Pay")
    taken = Answer('{"code": "SUCCESS"}', "application/json")

    def __init__(self, keys: WechatKeys) -> None:
        from wechatpayv3 import WeChatPay, WeChatPayType  # takes long to load, and few bureaus are paid by it

        self._keys = keys
        self._api = WeChatPay(
            wechatpay_type=WeChatPayType.NATIVE, mchid=keys.mchid, private_key=keys.private_key,
            cert_serial_no=keys.serial, appid=keys.appid, apiv3_key=keys.v3_key, public_key=keys.public_key,
            public_key_id=keys.public_key_id, timeout=_TIMEOUT,
        )  # fmt: skip
        if keys.gateway:
            self._api._core._gate_way = keys.gateway

    def begin(self, order: Order, *, notify: str, back: str) -> Begun:
        said = self._ask(
            self._api.pay, description=order.title[:_LONGEST_TITLE], out_trade_no=order.number_text,
            amount={"total": order.price, "currency": "CNY"}, notify_url=notify,
        )  # fmt: skip
        return Begun(qr=str(said.get("code_url", "")))

    def read(self, headers: Mapping[str, str], body: bytes) -> Payment | None:
        said = self._opened({name: headers.get(name, "") for name in _HEADERS}, body)
        told: dict[str, Any] = said["resource"]
        amount = told.get("amount", {})
        if told.get("mchid") != self._keys.mchid or amount.get("currency", "CNY") != "CNY":
            raise Forged()
        number, payment = str(told.get("out_trade_no", "")), str(told.get("transaction_id", ""))
        if said.get("event_type") == "TRANSACTION.SUCCESS" and told.get("trade_state") == "SUCCESS":
            return Payment("paid", str(said["id"]), number, payment, int(amount["total"]))
        if said.get("event_type") == "REFUND.SUCCESS":
            return Payment("refunded", str(said["id"]), number, payment, int(amount["refund"]))
        return None

    def refund(self, order: Order, *, notify: str) -> bool:
        said = self._ask(
            self._api.refund, out_refund_no=f"{order.number_text}R", out_trade_no=order.number_text, notify_url=notify,
            amount={"refund": order.price, "total": order.price, "currency": "CNY"},
        )  # fmt: skip
        return said.get("status") == "SUCCESS"

    def _opened(self, headers: dict[str, str], body: bytes) -> dict[str, Any]:
        """The notification, its resource deciphered. Raises Forged."""
        if headers["Wechatpay-Serial"] != self._keys.public_key_id or not self._is_fresh(
            headers["Wechatpay-Timestamp"]
        ):
            raise Forged()
        try:
            said = self._api.callback(headers, body)
        except Exception as error:  # the library raises bare Exception for whatever it does not like
            raise Forged() from error
        if not isinstance(said, dict) or not isinstance(said.get("resource"), dict) or not said.get("id"):
            raise Forged()
        return said

    @staticmethod
    def _is_fresh(timestamp: str) -> bool:
        at = natural(timestamp, 12)
        return at is not None and abs(clock.now().timestamp() - at) <= _OLDEST

    def _ask(self, call: Any, **about: Any) -> dict[str, Any]:
        """What WeChat answers. Raises GatewayFailed: also where its answer is not signed as it should be."""
        try:
            status, text = call(**about)
            said: dict[str, Any] = json.loads(text)
        except Exception as error:  # the library raises bare Exception for whatever it does not like
            raise GatewayFailed(provider=self.label) from error
        if status != 200:
            raise GatewayFailed(provider=self.label)
        return said
