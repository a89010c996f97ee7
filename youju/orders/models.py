"""Django looks for models here."""

from youju.orders.order import Order
from youju.orders.payment_events import PaymentEvent

__all__ = ["Order", "PaymentEvent"]
