"""The receipt of a paid order as PDF. It says what was paid and that it is no tax invoice."""

import json
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from youju.lib.typesetting import typeset
from youju.orders.order import Order
from youju.orgs.fonts import BODY, HEADS, chinese
from youju.phrases import reader_language

_TEMPLATE = Path(__file__).with_name("receipt.typ")


def receipt_pdf(order: Order, *, issuer: str) -> bytes:
    """The same bytes for the same order. issuer: the name of the bureau. Raises NoChineseFont."""
    return typeset(_TEMPLATE, {"given": json.dumps(_data(order, issuer), ensure_ascii=False)})


def _data(order: Order, issuer: str) -> dict[str, Any]:
    paid = f"{timezone.localtime(order.paid_at):%Y-%m-%d %H:%M}" if order.paid_at else ""
    facts = [
        (_("order number"), str(order)),
        (_("made out to"), order.buyer or "—"),
        (_("item paid for"), order.title),
        (_("amount"), _("%(yuan)s yuan") % {"yuan": order.price_text}),
        (_("paid at"), paid),
        (_("number of the payment"), order.transaction),
    ]
    if order.refunded_at:
        facts.append((_("refunded at"), f"{timezone.localtime(order.refunded_at):%Y-%m-%d %H:%M}"))
    return {
        "body": chinese(BODY),
        "heads": chinese(HEADS),
        "lang": reader_language(),
        "title": _("Receipt"),
        "issuer": issuer,
        "facts": facts,
        "note": _("This paper shows that the payment arrived. It is not an invoice for tax."),
    }
