"""Ordering on the public site: free unless a bureau sells, a code instead of a log-in, nothing secret in an address."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.orders.gateway import wechat, wechat_told
from tests.portal.site import live
from youju.orders import buying, goods
from youju.orders.codes import codes_make
from youju.orders.order import Order, OrderState
from youju.orders.paying import payment_take, voucher_agree, voucher_note
from youju.orders.providers.office import Office
from youju.orders.providers.provider import Begun
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import SettingRow
from youju.portal import ordering
from youju.portal.kept import KEPT
from youju.records.publicity.article.models import Article

_CODE = re.compile(r"<strong class=\"code\">([0-9a-z-]+)</strong>")


@pytest.fixture
def article(office: SimpleNamespace) -> Article:
    return live(office, price=1250)


@pytest.fixture
def shop(office: SimpleNamespace, article: Article, monkeypatch: pytest.MonkeyPatch) -> Article:
    """The article where it can be paid at the office and by WeChat Pay."""
    ways = {"offline": Office(), "wechat": wechat()}
    for module in (buying, goods, ordering):
        monkeypatch.setattr(module, "providers", lambda: ways)
    monkeypatch.setattr(ordering, "find_provider", ways.get)
    monkeypatch.setattr(type(wechat()), "begin", lambda *_args, **_about: Begun(qr="weixin://wxpay/bizpayurl?pr=1"))
    KEPT.clear()
    return article


def ordered(reader: Client, article: Article, way: str = "offline") -> str:
    page = reader.post(reverse("site-article-order", args=[article.ref]), {"way": way, "buyer": "", "order": "1"})
    found = _CODE.search(page.text)
    assert page.status_code == 200 and found is not None
    return found[1]


def opened(reader: Client, code: str, **pressed: str) -> str:
    return reader.post(reverse("site-order"), {"code": code} | pressed).text


def test_without_a_way_to_pay_everything_is_free_and_nothing_is_shown(article: Article, reader: Client):
    page = reader.get(reverse("site-article", args=[article.ref])).text
    assert reverse("site-article-pdf", args=[article.ref]) in page
    assert reverse("site-article-order", args=[article.ref]) not in page
    assert reader.get(reverse("site-article-pdf", args=[article.ref])).status_code == 200
    assert reader.get(reverse("site-article-order", args=[article.ref])).status_code == 404


def test_a_price_is_shown_and_the_pdf_is_not_had_past_it(shop: Article, reader: Client):
    assert "12.50" in reader.get(reverse("site-article", args=[shop.ref])).text
    assert reader.get(reverse("site-article-pdf", args=[shop.ref])).status_code == 404
    assert "12.50" in reader.get(reverse("site-article-order", args=[shop.ref])).text


def test_paid_at_the_office_it_is_downloaded_with_the_code(office: SimpleNamespace, shop: Article, reader: Client):
    code = ordered(reader, shop)
    order = Order.objects.get()
    assert f"number of the order: {order}" in opened(reader, code)
    assert "does not hold" in opened(reader, code, download="1")
    voucher_note(order=order, voucher="收据 1", actor=office.alice)
    noted = opened(reader, code)
    assert "The office has noted your payment." in noted and "payment noted, to be confirmed" in noted
    assert "Pay at the office" not in noted
    voucher_agree(order=order, actor=office.olga)
    assert "5 downloads are left" in opened(reader, code)
    answer = reader.post(reverse("site-order"), {"code": code, "download": "1"})
    assert answer.content.startswith(b"%PDF") and "no-store" in answer.headers["Cache-Control"]
    assert "4 downloads are left" in opened(reader, code)
    assert reader.post(reverse("site-order"), {"code": code, "receipt": "1"}).content.startswith(b"%PDF")


def test_by_wechat_a_code_is_scanned_and_the_notification_opens_it(shop: Article, reader: Client):
    code = ordered(reader, shop, "wechat")
    assert "data:image/svg" in opened(reader, code)
    payment = wechat().read(*wechat_told(str(Order.objects.get()), 1250))
    assert payment is not None
    payment_take(payment=payment, provider="wechat")
    assert "downloads are left" in opened(reader, code)


def test_a_redemption_code_opens_it_for_nothing(office: SimpleNamespace, shop: Article, reader: Client):
    (code,) = codes_make(ref=shop.ref, count=1, days=9, actor=office.alice)
    address = reverse("site-article-order", args=[shop.ref])
    page = reader.post(address, {"code": code, "redeem": "1"})
    found = _CODE.search(page.text)
    assert found is not None and "downloads are left" in opened(reader, found[1])
    assert "redeemed" in page.text and "0.00" not in page.text
    assert "does not hold" in reader.post(address, {"code": code, "redeem": "1"}).text
    assert Order.objects.get().state == OrderState.PAID


@pytest.mark.parametrize("code", ["", "x", "7k3m-9qx2-ab4c-w0rt", "\0", "1" * 500])
def test_a_wrong_code_opens_nothing(shop: Article, reader: Client, code: str):
    assert reader.post(reverse("site-order"), {"code": code}).status_code == 422
    assert reader.post(reverse("site-order"), {"code": code, "download": "1"}).status_code == 422


def test_no_code_stands_in_an_address_and_no_cookie_is_set(shop: Article, reader: Client):
    answer = reader.post(reverse("site-article-order", args=[shop.ref]), {"way": "offline", "buyer": ""})
    found = _CODE.search(answer.text)
    assert found is not None and not answer.cookies
    assert not re.search(rf'(?:href|action)="[^"]*{found[1]}', answer.text)


def test_a_page_that_holds_a_code_is_kept_nowhere(shop: Article, reader: Client):
    order = reverse("site-article-order", args=[shop.ref])
    page = reader.post(order, {"way": "offline", "buyer": "", "order": "1"})
    code = _CODE.search(page.text)
    assert code is not None
    for answer in (page, reader.post(reverse("site-order"), {"code": code[1]}), reader.post(order, {"redeem": "1"})):
        assert "no-store" in answer.headers["Cache-Control"] and answer.headers["Referrer-Policy"] == "no-referrer"


def test_a_way_that_is_not_set_up_is_not_taken(shop: Article, reader: Client):
    assert reader.post(reverse("site-article-order", args=[shop.ref]), {"way": "alipay"}).status_code == 422
    assert not Order.objects.exists()


def test_a_flood_of_orders_ends_and_what_was_ordered_stays_open(shop: Article, reader: Client):
    SettingRow.objects.create(code="orders_per_address", value="5")
    code, *_others = [ordered(reader, shop) for _time in range(5)]
    page = reader.post(reverse("site-article-order", args=[shop.ref]), {"way": "offline", "buyer": "", "order": "1"})
    assert page.status_code == 422 and "Nothing was ordered" in page.text
    assert Order.objects.count() == 5
    assert "YJ" in opened(reader, code)


def test_for_members_it_takes_a_log_in(office: SimpleNamespace, reader: Client):
    article = live(office)
    setting_change(name="free_downloads", text="members", actor=office.eve)
    assert reader.get(reverse("site-article-pdf", args=[article.ref])).status_code == 403
    assert reverse("member-pdf", args=[article.ref]) in reader.get(reverse("site-article", args=[article.ref])).text
    assert reader.get(reverse("member-pdf", args=[article.ref])).status_code == 302
    reader.force_login(office.charlie, backend="django.contrib.auth.backends.ModelBackend")
    assert reader.get(reverse("member-pdf", args=[article.ref])).content.startswith(b"%PDF")
    assert reader.get(reverse("member-pdf", args=["article-none"])).status_code == 404
