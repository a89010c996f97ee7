"""单位与人员 in a real browser: every tab clean for axe-core, a move made after a look, a first group."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations

pytestmark = pytest.mark.browser

PAGES = (
    "/units/", "/units/?text=青山", "/units/new", "/unit/hill/", "/unit/hill/move", "/people/", "/people/new",
    "/people/twice", "/groups/", "/groups/new?unit=hill", "/calendar/?year=2025",
    "/calendar/due?day=2025-09-26&days=15&sort=working", "/occasions/", "/occasions/new", "/definitions/",
    "/definitions/measure", "/definitions/indicator", "/hand-over/", "/hand-over/bob/",
)  # fmt: skip


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    """A bureau with a town, a roster that holds one name twice and a long one, a minor, a calendar and a draft."""
    from datetime import date

    from tests.orgs.plant import plant
    from tests.records.cast import make_cast, people, visits
    from youju.orgs.calendar_verbs import calendar_fill

    cast = make_cast()
    plant("yun.town", "town", "东乡镇", cast.county)
    people(cast.hill, "王一", "王一", "阿卜杜勒·热合曼·买买提艾力·努尔艾合买提江")
    people(cast.hill, "王小明", minor_until=date(2199, 1, 1))
    calendar_fill(actor=cast.eve)
    visits(cast.bob, cast.hill)
    yield SimpleNamespace(url=live_server.url, cast=cast)


def log_in(page: Page, url: str, name: str) -> None:
    page.goto(f"{url}/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", "a long pass phrase")
    page.click("main .btn-primary")
    page.wait_for_url(f"{url}/")


def test_no_page_has_a_fault_at_a_desk_or_on_a_phone(page: Page, phone: Page, office: SimpleNamespace):
    broken = []
    for screen in (page, phone):
        log_in(screen, office.url, "eve")
        for address in PAGES:
            screen.goto(office.url + address)
            broken += [f"{address}: {line}" for line in axe_violations(screen)]
            if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                broken.append(f"{address}: wider than the screen")
    assert broken == []


def test_a_school_is_moved_after_a_look(page: Page, office: SimpleNamespace):
    from youju.orgs.tree import timeline

    log_in(page, office.url, "eve")
    page.goto(f"{office.url}/units/")
    page.fill("#text", "青山")
    page.click("#rows a[href='/unit/hill/']")
    page.click("a[href='/unit/hill/move']")
    page.select_option("[name=parent]", label="东乡镇")
    page.fill("[name=month]", "2199-09")
    page.click("main .btn-primary")
    assert "自2199年9月起，青山小学归东乡镇。" in page.inner_text(".told")
    assert timeline().parent("hill", 219909) == "yun"
    page.click("main .btn-primary")
    page.wait_for_url(f"{office.url}/unit/hill/")
    assert "改隶东乡镇，自2199年9月起" in page.inner_text("main")
    assert timeline().parent("hill", 219909) == "yun.town"


def test_a_liaison_makes_its_first_group_on_a_phone(phone: Page, office: SimpleNamespace):
    log_in(phone, office.url, "bob")
    phone.goto(f"{office.url}/records/session/new")
    phone.click("a[href='/groups/new?unit=hill']")
    phone.click("main .btn-primary")
    assert "有4人" in phone.inner_text(".told")
    phone.click("main .btn-primary")
    phone.wait_for_url(f"{office.url}/group/hill.staff/")
    assert "王某某" in phone.inner_text("main")
