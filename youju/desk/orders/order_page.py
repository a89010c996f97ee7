"""Orders for officers: what waits, one order with what may be done, and payments that opened nothing."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.addresses import public_address
from youju.desk.orders.rights import officer_of
from youju.desk.pages import listed
from youju.errors import NotFound, YoujuError
from youju.lib import clock
from youju.orders.order import OFFLINE, Order, OrderState
from youju.orders.paying import event_settle, voucher_agree, voucher_note, voucher_reject
from youju.orders.payment_events import PROBLEMS, PaymentEvent
from youju.orders.providers.configured import label_of
from youju.orders.refunding import refund_agree, refund_ask, refund_send
from youju.orgs.errors import TooLong
from youju.orgs.members import Member

WHICH = {
    "open": (gettext_lazy("to be paid"), Q(state=OrderState.OPEN)),
    "refund": (
        gettext_lazy("refund under way"),
        Q(state=OrderState.REFUNDING) | Q(state=OrderState.PAID, refund_by__isnull=False),
    ),
    "paid": (gettext_lazy("paid"), Q(state=OrderState.PAID)),
    "all": (gettext_lazy("all"), Q()),
}


class WordForm(forms.Form):
    """What an act asks for; its label is the act's."""

    word = forms.CharField(required=False)


class Act(NamedTuple):
    """code, label: of the button; asks: what has to be typed, "" for nothing."""

    code: str
    label: Any
    asks: Any
    do: Callable[[Order, Member, str], None]


_ACTS = {
    act.code: act
    for act in (
        Act("vouch", gettext_lazy("The money is there"), gettext_lazy("number of the voucher or receipt"),
            lambda order, member, word: voucher_note(order=order, voucher=word, actor=member)),
        Act("agree", gettext_lazy("Agree, and open the download"), "",
            lambda order, member, _word: voucher_agree(order=order, actor=member)),
        Act("reject", gettext_lazy("The money is not there"), gettext_lazy("reason"),
            lambda order, member, word: voucher_reject(order=order, reason=word, actor=member)),
        Act("refund", gettext_lazy("Ask for a refund"), gettext_lazy("reason of the refund"),
            lambda order, member, word: refund_ask(order=order, reason=word, actor=member)),
        Act("refund-agree", gettext_lazy("Agree to the refund"), "",
            lambda order, member, _word: refund_agree(order=order, actor=member)),
    )
}  # fmt: skip


@require_GET
def order_list(request: HttpRequest) -> HttpResponse:
    """The orders of one state, with payments that somebody has to look into above them. Raises NotAllowed."""
    officer_of(request)
    which = request.GET.get("which", "open")
    which = which if which in WHICH else "open"
    context = listed(request, Order.objects.filter(WHICH[which][1])) | {
        "which": which,
        "month": f"{clock.today():%Y-%m}",
        "choices": [(code, label) for code, (label, _found) in WHICH.items()],
        "problems": _with_ways(PaymentEvent.objects.filter(outcome__in=PROBLEMS, settled_by="")),
    }
    return render(request, "desk/orders/orders.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def order_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One order; a POST does one act. Raises NotAllowed, NotFound."""
    member = officer_of(request)
    order = _order(pk)
    if request.method != "POST":
        return _page(request, order, member)
    code, form = request.POST.get("act", ""), WordForm(request.POST)
    try:
        if code == "refund-send":
            _send(request, order, member)
        elif form.is_valid() and code in {act.code for act in _open_acts(order)}:
            _ACTS[code].do(order, member, form.cleaned_data["word"])
            if code == "refund-agree":
                _send(request, order, member)
        else:
            messages.warning(request, _("This stands otherwise by now. Look at it as it is."))
            return redirect("order", pk)
    except TooLong:
        raise
    except YoujuError as error:
        form.add_error(None, str(error))
        return _page(request, _order(pk), member, form, error.status)
    messages.success(request, _("Order %(number)s: %(state)s.") % {"number": order, "state": order.state_text})
    return redirect("order", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def payment_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A payment that opened nothing; a POST notes what was done about it. Raises NotAllowed, NotFound."""
    member = officer_of(request)
    event = PaymentEvent.objects.filter(pk=pk).first()
    if event is None:
        raise NotFound()
    form = WordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            event_settle(event=event, note=form.cleaned_data["word"], actor=member)
        except YoujuError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("What was done about the payment is noted."))
            return redirect("orders")
    form.fields["word"].label = _("what was done about it")
    status = 422 if form.errors else 200
    context = {"event": event, "way": label_of(event.provider), "form": form}
    return render(request, "desk/orders/payment.html", context, status=status)


def _with_ways(events: Iterable[PaymentEvent]) -> list[tuple[PaymentEvent, str]]:
    """Each with what the service that told of it is called."""
    return [(event, label_of(event.provider)) for event in events]


def _order(pk: int) -> Order:
    related = ("vouched_by", "agreed_by", "refund_by", "refund_agreed_by")
    order: Order | None = Order.objects.select_related(*related).filter(pk=pk).first()
    if order is None:
        raise NotFound()
    return order


def _send(request: HttpRequest, order: Order, member: Member) -> None:
    """The service tells the site's own address of it: that of the desk may be one of the office alone."""
    way_back = reverse("pay-notify", args=[order.provider])
    refund_send(order=order, notify=public_address(request, way_back), actor=member)


def _open_acts(order: Order) -> list[Act]:
    """What may be done with an order as it stands; who may is asked by the verbs."""
    codes: tuple[str, ...] = ()
    if order.provider == OFFLINE and order.state in (OrderState.OPEN, OrderState.CLOSED):
        codes = ("agree", "reject") if order.vouched_by_id else ("vouch",)
    elif order.state == OrderState.PAID and order.price:
        codes = ("refund-agree",) if order.refund_by_id else ("refund",)
    return [_ACTS[code] for code in codes]


def _page(
    request: HttpRequest, order: Order, member: Member, form: WordForm | None = None, status: int = 200
) -> HttpResponse:
    own = member.pk in (order.vouched_by_id, order.refund_by_id) and order.state in (OrderState.OPEN, OrderState.PAID)
    acts = [act for act in _open_acts(order) if not (own and "agree" in act.code)]
    context = {
        "order": order,
        "acts": acts,
        "waits_for_another": own and len(acts) < len(_open_acts(order)),
        "may_send": order.state == OrderState.REFUNDING,
        "form": form or WordForm(),
        "way": label_of(order.provider),
        "events": _with_ways(order.events.all()),
    }
    return render(request, "desk/orders/order.html", context, status=status)
