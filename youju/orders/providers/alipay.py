"""Alipay, RSA2 with the platform's public key: the buyer goes to a page of Alipay and comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from django.utils.translation import gettext_lazy as _

from youju.orders.errors import Forged, GatewayFailed
from youju.orders.money import fen, yuan
from youju.orders.order import Order
from youju.orders.providers.provider import Answer, Begun, Payment

_PAID = ("TRADE_SUCCESS", "TRADE_FINISHED")
_TIMEOUT = 15
_LONGEST_TITLE = 100
_DONE = "10000"


@dataclass(frozen=True)
class AlipayKeys:
    """gateway: another address for a sandbox, "" for Alipay's."""

    appid: str
    private_key: str = field(repr=False)
    public_key: str = field(repr=False)
    gateway: str = ""


class Alipay:
    code, label = "alipay", _("Alipay")
    taken = Answer("success", "text/plain")

    def __init__(self, keys: AlipayKeys) -> None:
        from alipay import AliPay  # takes long to load, and few bureaus are paid by it
        from alipay.utils import AliPayConfig

        self._keys = keys
        self._api = AliPay(
            appid=keys.appid, app_private_key_string=keys.private_key, alipay_public_key_string=keys.public_key,
            sign_type="RSA2", config=AliPayConfig(timeout=_TIMEOUT),
        )  # fmt: skip
        if keys.gateway:
            self._api._gateway = keys.gateway

    def begin(self, order: Order, *, notify: str, back: str) -> Begun:
        asked = self._api.api_alipay_trade_page_pay(
            subject=order.title[:_LONGEST_TITLE], out_trade_no=order.number_text, total_amount=yuan(order.price),
            return_url=back, notify_url=notify,
        )  # fmt: skip
        return Begun(link=f"{self._api._gateway}?{asked}")

    def read(self, headers: Mapping[str, str], body: bytes) -> Payment | None:
        told = self._opened(body)
        number, payment, event = (told.get(name, "") for name in ("out_trade_no", "trade_no", "notify_id"))
        if told.get("app_id") != self._keys.appid or not event:
            raise Forged()
        refunded = "gmt_refund" in told
        amount = fen(told.get("refund_fee" if refunded else "total_amount", ""))
        if amount is None:
            raise Forged()
        if refunded:
            return Payment("refunded", event, number, payment, amount)
        return Payment("paid", event, number, payment, amount) if told.get("trade_status") in _PAID else None

    def refund(self, order: Order, *, notify: str) -> bool:
        try:
            said: dict[str, Any] = self._api.api_alipay_trade_refund(
                refund_amount=yuan(order.price), out_trade_no=order.number_text, refund_reason=order.refund_reason[:100]
            )
        except Exception as error:  # the library lets through whatever the network raises
            raise GatewayFailed(provider=self.label) from error
        if said.get("code") != _DONE:
            raise GatewayFailed(provider=self.label)
        return True

    def _opened(self, body: bytes) -> dict[str, str]:
        """The fields of a notification. Raises Forged; a field that comes twice is a trick."""
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=100)
            told = dict(pairs)
            signature = told.pop("sign")
            good = len(told) == len(pairs) - 1 and told.get("sign_type") == "RSA2"
            good = good and self._api.verify({name: value for name, value in told.items() if value}, signature)
        except Exception as error:  # whatever a stranger sends is no payment
            raise Forged() from error
        if not good:
            raise Forged()
        return told
