"""Ordering the PDF of an article that has a price: what it costs, the order, paying, downloading, the receipt.

Nobody logs in and no cookie is set: the code of the order goes from form to form, never into an address.
"""

from typing import Any

import segno
from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.errors import NotFound, YoujuError
from youju.orders.buying import order_begin, order_redeem
from youju.orders.delivering import download_ticket, download_use
from youju.orders.errors import NothingForSale, OrderMoved, OrderUnknown
from youju.orders.goods import Goods, Terms
from youju.orders.money import yuan
from youju.orders.order import Order, OrderState, order_of
from youju.orders.providers.configured import find_provider, providers
from youju.orders.receipt import receipt_pdf
from youju.orgs.settings import setting
from youju.orgs.tickets import Ticket, TicketInvalid
from youju.portal.article_page import article_of, goods_of
from youju.portal.guesses import code_tried
from youju.portal.limits import TooManyOrders, count_from
from youju.portal.page import public_answer, render, unkept
from youju.portal.site import Site, site_of
from youju.records.publicity.article.paper import article_paper

_LONGEST_CODE = 60
_PURPOSE = "order"
_TYPE_IT = gettext_lazy("Type the code.")


class OrderForm(forms.Form):
    way = forms.ChoiceField(label=gettext_lazy("How to pay"), widget=forms.RadioSelect)
    buyer = forms.CharField(
        label=gettext_lazy("Receipt made out to"), max_length=80, required=False,
        help_text=gettext_lazy("May stay empty. Nobody asks who you are."),
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="order-%s")
        ways = [(code, provider.label) for code, provider in providers().items()]
        self.fields["way"].choices = ways  # type: ignore[attr-defined]  # a ChoiceField
        self.initial = {"way": ways[0][0] if ways else ""}


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code of the order"), max_length=_LONGEST_CODE, error_messages={"required": _TYPE_IT}
    )


class RedeemForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("redemption code"), max_length=_LONGEST_CODE, error_messages={"required": _TYPE_IT}
    )


@public_answer
@require_http_methods(["GET", "HEAD", "POST"])
def order_article(request: HttpRequest, ref: str) -> HttpResponseBase:
    """What the PDF costs; a POST orders it, or redeems a code. Raises NotFound where it is not for sale."""
    site, article = site_of(request), article_of(ref)
    offered = goods_of(article)
    if offered.terms is not Terms.PAID:
        raise NotFound()
    form, redeemed = OrderForm(), RedeemForm(auto_id="redeem-%s")
    if request.method == "POST" and "redeem" in request.POST:
        redeemed = RedeemForm(request.POST, auto_id="redeem-%s")
        answer = _redeemed(request, site, offered, redeemed)
    elif request.method == "POST":
        form = OrderForm(request.POST)
        answer = _ordered(request, site, offered, form)
    else:
        answer = None
    context = {
        "article": article,
        "goods": offered,
        "price": yuan(offered.price),
        "form": form,
        "redeem": redeemed,
        "way": [article.channel],
    }
    wrong = bool(form.errors or redeemed.errors)
    return answer or unkept(render(site, "portal/order_article.html", context, status=422 if wrong else 200))


@public_answer
@require_http_methods(["GET", "HEAD", "POST"])
def order_open(request: HttpRequest) -> HttpResponseBase:
    """The box for the code of an order; with a code the order, its file or its receipt."""
    site = site_of(request)
    form = CodeForm(request.POST if request.method == "POST" else None, auto_id="code-%s")
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["code"]
        try:
            with code_tried(request, _PURPOSE):
                order = order_of(code)
            if "download" in request.POST:
                return _downloaded(order, code)
            return _receipt(site, order) if "receipt" in request.POST else _order_page(request, site, order, code)
        except (OrderUnknown, TicketInvalid) as error:
            form.add_error("code", str(error))
    return unkept(render(site, "portal/order_open.html", {"form": form}, status=422 if form.errors else 200))


def _ordered(request: HttpRequest, site: Site, offered: Goods, form: OrderForm) -> HttpResponse | None:
    if not form.is_valid():
        return None
    try:
        count_from(request, "ordered", most=setting("orders_per_address"), refusal=TooManyOrders)
    except TooManyOrders as refusal:
        form.add_error(None, str(refusal))
        return None
    order, code = order_begin(goods=offered, provider=form.cleaned_data["way"], buyer=form.cleaned_data["buyer"])
    return _order_page(request, site, order, code, is_new=True)


def _redeemed(request: HttpRequest, site: Site, offered: Goods, form: RedeemForm) -> HttpResponse | None:
    if not form.is_valid():
        return None
    try:
        with code_tried(request, _PURPOSE):
            order, code = order_redeem(code=form.cleaned_data["code"], ref=offered.ref, title=offered.title)
    except (TicketInvalid, NothingForSale):
        wrong = _("This redemption code does not hold: it was mistyped, used, has run out or is for another article.")
        form.add_error("code", wrong)
        return None
    return _order_page(request, site, order, code, is_new=True)


def _order_page(request: HttpRequest, site: Site, order: Order, code: str, *, is_new: bool = False) -> HttpResponse:
    context = {
        "order": order,
        "code": code,
        "is_new": is_new,
        "is_unpaid": order.state in (OrderState.OPEN, OrderState.CLOSED),
        "ticket": _ticket(code),
        "pay": _pay(site, order) if order.state in (OrderState.OPEN, OrderState.CLOSED) else {},
    }
    return unkept(render(site, "portal/order.html", context))


def _ticket(code: str) -> Ticket | None:
    try:
        return download_ticket(code)
    except TicketInvalid:
        return None


def _pay(site: Site, order: Order) -> dict[str, Any]:
    """How it is paid: a QR code, an address, or the office; where the service does not answer its sentence."""
    provider = find_provider(order.provider)
    if provider is None:
        return {"wrong": str(NothingForSale())}
    notify = site.origin + reverse("pay-notify", args=[order.provider])
    try:
        begun = provider.begin(order, notify=notify, back=site.origin + reverse("site-order"))
    except YoujuError as error:
        return {"wrong": str(error)}
    return {"qr": _picture(begun.qr), "link": begun.link, "label": provider.label}


def _picture(text: str) -> str:
    """A QR code as an address that holds it."""
    return segno.make(text, error="m").svg_data_uri(scale=6, border=2) if text else ""


def _downloaded(order: Order, code: str) -> HttpResponse:
    """The PDF; it is made first, so that a use is spent only on what is there.

    Raises TicketInvalid, and NotFound once the article was taken down.
    """
    download_ticket(code)
    paper = article_paper(article_of(order.ref))
    download_use(code=code)
    return _file(paper.content, paper.name)


def _receipt(site: Site, order: Order) -> HttpResponse:
    """Raises OrderMoved where nothing was paid."""
    if order.paid_at is None or not order.price:
        raise OrderMoved(number=order, state=order.get_state_display())
    return _file(receipt_pdf(order, issuer=site.bureau or site.name), f"{order}.pdf")


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
