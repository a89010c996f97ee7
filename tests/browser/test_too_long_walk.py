"""What is pasted and too long, in a browser: told where it stands, whole, and sent again once it is shortened."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser

LONG = "春日读书会走进书香长廊" * 40


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    """A bureau with a channel and a manuscript."""
    from tests.portal.site import make_office, manuscript

    cast = make_office()
    yield SimpleNamespace(url=live_server.url, case=f"/case/{manuscript(cast).ref}/")


def test_a_title_that_is_too_long_is_told_at_its_field(phone: Page, office: SimpleNamespace) -> None:
    log_in(phone, office.url, "bob")
    phone.goto(office.url + "/cases/article/new")
    phone.fill("[name=title]", LONG)
    phone.fill("[name=channel]", "教育新闻")
    phone.fill("[name=body]", "三月的长廊里书声琅琅。")
    phone.click("main .btn-primary")
    assert phone.input_value("[name=title]") == LONG
    assert "最多120个字，现有440个字。" in phone.inner_text("main")
    phone.fill("[name=title]", LONG[:120])
    phone.click("main .btn-primary")
    assert phone.inner_text("h1") == LONG[:120]


def test_a_name_that_is_too_long_for_a_list_stands_on_a_page_of_its_own(page: Page, office: SimpleNamespace) -> None:
    log_in(page, office.url, "alice")
    page.goto(office.url + "/records/publicity/?state=draft")
    page.click("main summary:has-text('保存')")
    page.fill("#saved-name", LONG)
    page.click("form:has(#saved-name) button")
    assert page.inner_text("h1") == "内容过长" and page.input_value("main textarea") == LONG
    assert "这里最多30个字，您写了440个字。" in page.inner_text("main")
    assert axe_violations(page) == []
    page.fill("main textarea", "草稿")
    page.click("main .btn-primary")
    assert "草稿" in page.inner_text("main")
