"""The monthly statement: what came in and what went back, order by order, as a workbook for the accountant."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import BinaryIO

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from youju.lib.periods import Period
from youju.lib.sheets.export import write_rows
from youju.lib.sheets.table import Column
from youju.lib.sheets.values import Scalar
from youju.orders.order import BY_CODE, Order
from youju.orders.payment_events import PROBLEMS, PaymentEvent
from youju.orders.providers.configured import label_of

Row = tuple[Scalar | Decimal, ...]


def write_statement(out: BinaryIO, month: Period) -> None:
    """Three sheets: the orders paid or refunded in the month, their sums, and payments that opened nothing."""
    orders = orders_of(month)
    head = _columns(
        _("order number"), _("paid at"), _("title"), _("paid by"), _("number of the payment"), _("money received"),
        _("refunded at"), _("refunded"), _("voucher"),
    )  # fmt: skip
    found = _columns(
        _("time"), _("order number"), _("number of the payment"), _("yuan"), _("what came of it"), _("note")
    )
    sheets = (
        (_("orders"), head, _rows(orders, month)),
        (_("sums"), _columns(_("item paid for"), _("yuan")), _sums(orders, month)),
        (_("to look into"), found, _problems(month)),
    )
    write_rows(out, sheets)


def received(orders: list[Order], month: Period) -> int:
    """In fen."""
    return sum(order.price for order in orders if _within(order.paid_at, month))


def given_back(orders: list[Order], month: Period) -> int:
    """In fen; what was refunded before its payment was told was never received."""
    return sum(order.price for order in orders if order.paid_at and _within(order.refunded_at, month))


def orders_of(month: Period) -> list[Order]:
    """Those paid or refunded within the month, by number; what was redeemed cost nothing."""
    first, after = _bounds(month)
    moved = Q(paid_at__gte=first, paid_at__lt=after) | Q(refunded_at__gte=first, refunded_at__lt=after)
    return list(Order.objects.filter(moved).exclude(provider=BY_CODE).order_by("year", "number"))


def _rows(orders: list[Order], month: Period) -> Iterator[Row]:
    for order in orders:
        here, back = _within(order.paid_at, month), bool(order.paid_at) and _within(order.refunded_at, month)
        yield (
            str(order), _local(order.paid_at), order.title, label_of(order.provider), order.transaction,
            _yuan(order.price) if here else None, _local(order.refunded_at),
            _yuan(order.price) if back else None, order.voucher,
        )  # fmt: skip


def _sums(orders: list[Order], month: Period) -> Iterator[Row]:
    came, went = received(orders, month), given_back(orders, month)
    yield _("money received"), _yuan(came)
    yield _("refunded"), _yuan(went)
    yield _("left"), _yuan(came - went)


def _problems(month: Period) -> Iterator[Row]:
    first, after = _bounds(month)
    for event in PaymentEvent.objects.filter(outcome__in=PROBLEMS, at__gte=first, at__lt=after).order_by("at", "pk"):
        yield (
            _local(event.at), event.number, event.transaction, _yuan(event.amount), str(event.get_outcome_display()),
            event.note,
        )  # fmt: skip


def _columns(*labels: str) -> tuple[Column, ...]:
    """Wide enough for what stands in them: a title, a number of a payment, a moment."""
    wide = {_("title"): 44, _("number of the payment"): 30, _("what came of it"): 30, _("note"): 30}
    return tuple(Column(str(place), label, width=wide.get(label, 18)) for place, label in enumerate(labels))


def _within(moment: datetime | None, month: Period) -> bool:
    first, after = _bounds(month)
    return moment is not None and first <= moment < after


def _bounds(month: Period) -> tuple[datetime, datetime]:
    zone = timezone.get_default_timezone()
    return _start(month.first).replace(tzinfo=zone), _start(month.last + timedelta(1)).replace(tzinfo=zone)


def _start(day: date) -> datetime:
    return datetime.combine(day, time())


def _local(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)
