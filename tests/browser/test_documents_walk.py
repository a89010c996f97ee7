"""A document in a real browser: begun, written, a figure put in by keyboard, two at once, restored; clean for axe."""

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
    """An officer's bureau with one verified record, and a colleague to write at the same time."""
    from tests.records.cast import make_cast, member, verified, visits
    from youju.orgs.members import Role

    cast = make_cast()
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    member("frank", cast.county, Role.OFFICER)
    yield SimpleNamespace(url=live_server.url, cast=cast)


def _faults(screen: Page, office: SimpleNamespace, *addresses: str) -> list[str]:
    broken = []
    for address in addresses:
        screen.goto(office.url + address)
        broken += [f"{address}: {line}" for line in axe_violations(screen)]
        if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            broken.append(f"{address}: wider than the screen")
    return broken


def test_begun_edited_written_by_two_and_restored(page: Page, phone: Page, office: SimpleNamespace) -> None:
    log_in(page, office.url, "alice")
    page.goto(office.url + "/summaries/")
    page.click("text=起草文稿 >> nth=0")
    page.click("main .btn-primary")
    document = page.url.removeprefix(office.url)
    assert page.locator(".chip-blank").count() > 20

    page.click(".draft-section:nth-of-type(2) >> text=编辑")
    section = page.url.removeprefix(office.url)
    page.fill("#text", "## 一、考试\n\n参加考试")
    page.locator("#find").press_sequentially("高考考生")
    page.wait_for_selector(".found-figure")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#text") == "## 一、考试\n\n参加考试{{高考考生人数}}"
    page.keyboard.type("，共15场。")
    page.click("button:has-text('预览')")
    assert "17人" in page.inner_text("section[aria-labelledby=preview]") and "未绑定" in page.inner_text(
        "section[aria-labelledby=preview]"
    )
    assert "第 3 行" in page.inner_text(".draft-problems")

    log_in(phone, office.url, "frank")
    phone.goto(office.url + section)
    phone.fill("#text", "## 一、考试\n\n同事写的。")
    phone.click("button:has-text('保存') >> nth=0")

    page.click("button:has-text('保存') >> nth=0")
    assert "同事写的" in page.inner_text("#theirs >> xpath=../..") and "参加考试" in page.input_value("#text")
    assert axe_violations(page) == []
    page.click("button:has-text('保存') >> nth=0")
    page.click(".chip:has-text('17人')")
    card = page.locator(".chip-card:popover-open")
    assert "高考考生人数" in card.inner_text() and axe_violations(page) == []
    page.keyboard.press("Escape")

    compare = section + "compare/"
    page.goto(office.url + compare)
    page.click("text=恢复第 2 版")
    assert "同事写的。" in page.inner_text(".draft")
    pages = ["/summaries/", "/summaries/begin/", "/summaries/form/", document, section, document + "history/", compare]
    assert _faults(page, office, *pages) == []
    assert _faults(phone, office, *pages) == []
    phone.context.clear_cookies()
    log_in(phone, office.url, "bob")
    assert _faults(phone, office, "/summaries/about/", "/summaries/") == []
