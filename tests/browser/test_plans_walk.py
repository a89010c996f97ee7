"""计划 in a real browser: drafted by one, approved by another, answered on a phone; every page clean for axe-core."""

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
    from tests.records.cast import make_cast, member
    from youju.orgs.members import Role

    cast = make_cast()
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


def test_from_a_ready_made_item_to_a_zero_report_that_is_taken_back(
    page: Page, phone: Page, office: SimpleNamespace
) -> None:  # fmt: skip
    log_in(page, office.url, "alice")
    page.goto(office.url + "/plan/new")
    page.click("text=志愿服务活动")
    page.click("main .btn-primary")
    assert "将产生应报 24 项" in page.inner_text("main")
    page.click("button[value=act]")
    item = page.url.removeprefix(office.url)
    page.context.clear_cookies()
    log_in(page, office.url, "frank")
    page.goto(office.url + item)
    page.click("text=查看并批准")
    page.click("main .btn-primary")
    page.click("button[value=act]")
    assert _faults(page, office, "/plan/", item, "/dues/", "/plan/completeness/", "/plan/new", "/plan/approve") == []

    log_in(phone, office.url, "bob")
    phone.click("text=填报 >> nth=0")
    phone.goto(office.url + "/dues/")
    phone.click("main summary")
    phone.click("text=本月无 >> nth=0")
    assert "零报告" in phone.inner_text(".note-success")
    phone.click("text=撤销")
    assert "零报告已撤销" in phone.inner_text("main")
    due = phone.get_attribute("#rows .task-line a", "href") or ""
    assert _faults(phone, office, "/", "/dues/", due, "/plan/", item, "/plan/completeness/") == []
