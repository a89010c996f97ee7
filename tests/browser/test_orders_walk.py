"""A PDF with a price in a real browser: ordered without a log-in, paid at the office, downloaded; and what
the publication gate holds."""

import os
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from tests.gate.samples import MOBILE
    from tests.portal.site import live, make_office
    from youju.gate.outgoing import Outgoing, Purpose, text_part
    from youju.gate.verbs import gate_check
    from youju.orgs.settings import SettingRow

    cast = make_office()
    SettingRow.objects.create(code="pay_at_office", value="yes")
    article = live(cast, price=1250)
    parts = (text_part("正文", f"家长电话 {MOBILE}\n姓名\t语文\t名次\n王小雨\t98\t1"),)
    gate_check(outgoing=Outgoing(Purpose.NOTICE, "x-1", "资助名单公示", cast.hill, parts), actor=cast.bob)
    yield SimpleNamespace(url=live_server.url, ref=article.ref)


def _faults(screen: Page, name: str) -> list[str]:
    if folder := os.environ.get("YOUJU_PICTURES"):
        width = screen.viewport_size["width"] if screen.viewport_size else 0
        screen.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    found = [f"{name}: {line}" for line in axe_violations(screen)]
    if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append(f"{name}: wider than the screen")
    return found


def test_from_an_order_to_the_download(page: Page, phone: Page, office: SimpleNamespace) -> None:
    phone.goto(f"{office.url}/site/article/{office.ref}/order/")
    found = _faults(phone, "order-article")
    phone.click("button[name=order]")
    found += _faults(phone, "order")
    code = phone.inner_text(".panel strong")
    log_in(page, office.url, "olga")
    for who, button in (("olga", "vouch"), ("otto", "agree")):
        page.context.clear_cookies()
        log_in(page, office.url, who)
        page.goto(f"{office.url}/orders/")
        found += _faults(page, f"orders-{who}")
        page.click("ul.tasks a")
        if button == "vouch":
            page.fill("[name=word]", "收据 0012")
        found += _faults(page, f"order-{who}")
        page.click(f"button[value={button}]")
    phone.goto(f"{office.url}/site/order/")
    phone.fill("[name=code]", code)
    phone.click("main .button")
    found += _faults(phone, "order-paid")
    with phone.expect_download() as download:
        phone.click("button[name=download]")
    assert download.value.suggested_filename.endswith(".pdf")
    page.goto(f"{office.url}/gate/")
    found += _faults(page, "gate")
    page.click("ul.tasks a")
    found += _faults(page, "gate-check")
    assert not found, "\n".join(found)
