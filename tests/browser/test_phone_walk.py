"""What is done on a telephone: a group message pasted, a name signed in; every page clean for axe-core, and narrow."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.fixtures import PHONE
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser

_MESSAGE = "11月9日，学雷锋志愿服务走进敬老院，学生志愿者15人表演节目，共90分钟"


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from tests.records.cast import make_cast, people, session

    cast = make_cast()
    roster = people(cast.hill, *(f"教师{number:02d}" for number in range(12)))
    yield SimpleNamespace(url=live_server.url, cast=cast, record=session(cast.bob, cast.hill, roster, []))


def _faults(screen: Page) -> list[str]:
    wide = screen.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*axe_violations(screen), *(["wider than the screen"] if wide else [])]


def test_a_message_is_pasted_and_its_form_is_checked(phone: Page, office: SimpleNamespace) -> None:
    log_in(phone, office.url, "bob")
    phone.goto(f"{office.url}/records/new/")
    phone.click(".paste > summary")
    assert _faults(phone) == []
    phone.fill("#paste-text", _MESSAGE)
    phone.click(".paste form > button")
    assert phone.locator(".guessed").count() == 5
    assert "学生志愿者15人" in phone.inner_text(".message mark >> nth=2")
    assert _faults(phone) == []


def test_a_message_is_read_without_a_script(browser: Browser, office: SimpleNamespace) -> None:
    context = browser.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    screen = context.new_page()
    log_in(screen, office.url, "bob")
    screen.goto(f"{office.url}/records/new/")
    screen.click(".paste > summary")
    screen.fill("#paste-text", _MESSAGE)
    screen.click(".paste form > button")
    assert screen.input_value("input[name=minutes]") == "90"
    context.close()


def test_from_the_wall_to_the_written_attendance(page: Page, phone: Page, office: SimpleNamespace) -> None:
    log_in(page, office.url, "bob")
    page.goto(f"{office.url}/record/{office.record.ref}/sign-in/")
    assert _faults(page) == []
    page.click("main .btn-primary")
    assert _faults(page) == []
    page.click("text=投屏显示")
    assert _faults(page) == []
    address = page.inner_text(".sign-in-code p.small").split()[1]
    phone.goto(f"{office.url}/t/{address.rpartition('/t/')[2]}")
    assert _faults(phone) == []
    phone.fill("#now", page.inner_text(".sign-in-letters"))
    phone.press("#now", "Enter")
    phone.wait_for_selector(".sign-in-pick")
    assert _faults(phone) == []
    phone.click("text=教师03")
    assert "教师03已于" in phone.inner_text("main")
    page.wait_for_selector("text=已签到1人")  # the wall asks every few seconds
    assert "教师03" not in page.inner_text("main")
    page.goto(f"{office.url}/record/{office.record.ref}/sign-in/list")
    assert _faults(page) == []
    page.goto(f"{office.url}/record/{office.record.ref}/sign-in/")
    page.click("text=结束签到并写入")
    assert "到场情况已写入" in page.inner_text("main")


def test_filters_are_folded_until_they_are_asked_for(phone: Page, page: Page, office: SimpleNamespace) -> None:
    for screen in (phone, page):
        log_in(screen, office.url, "bob")
        screen.goto(f"{office.url}/records/study/")
    assert page.locator(".filters").is_visible() and not page.locator(".filters-folder").is_visible()
    assert not phone.locator(".filters").is_visible()
    phone.click(".filters-folder")
    assert _faults(phone) == []
    phone.fill(".filters [name=text]", "没有这样的记录")
    phone.press(".filters [name=text]", "Enter")
    phone.wait_for_url("**text=**")
    phone.locator("#filters-set", has_text="1").wait_for()
