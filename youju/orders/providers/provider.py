"""What a payment service does for an order, and what it tells. Each service speaks its own protocol behind this."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, Protocol

from django.utils.functional import Promise

from youju.orders.order import Order


class Begun(NamedTuple):
    """How the buyer pays: by scanning ``qr``, or at the address ``link``; both empty at the office."""

    qr: str = ""
    link: str = ""


class Payment(NamedTuple):
    """What a notification says, once its signature was found right. amount: in fen.

    event: the service's number of the notification; number: of our order; transaction: the service's of the payment.
    """

    sort: Literal["paid", "refunded"]
    event: str
    number: str
    transaction: str
    amount: int


class Answer(NamedTuple):
    """What the service wants to hear when its notification was taken."""

    body: str
    content_type: str


class Provider(Protocol):
    @property
    def code(self) -> str: ...

    @property
    def label(self) -> str | Promise: ...

    def begin(self, order: Order, *, notify: str, back: str) -> Begun:
        """Announce an order. notify, back: addresses of ours. Raises GatewayFailed."""

    def read(self, headers: Mapping[str, str], body: bytes) -> Payment | None:
        """What a notification says; None for one that tells of no payment. Raises Forged. Asks no network."""

    def refund(self, order: Order, *, notify: str) -> bool:
        """Ask for the whole price back; whether it is done, else it will be told. Raises GatewayFailed."""

    @property
    def taken(self) -> Answer: ...
