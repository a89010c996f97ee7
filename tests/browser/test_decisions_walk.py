"""A decision waits ten seconds in the window in which it was made, and is never lost with it."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_nouns_walk import log_in
from youju.records.heads.states import State

pytestmark = pytest.mark.browser


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    """A record that waits to be verified."""
    from tests.records.cast import make_cast, visits
    from youju.records.verbs.record_verbs import record_submit

    cast = make_cast()
    record = visits(cast.bob, cast.hill, 17)
    record_submit(record=record, actor=cast.bob)
    yield SimpleNamespace(url=live_server.url, record=record)


def verify(page: Page, office: SimpleNamespace) -> None:
    log_in(page, office.url, "alice")
    page.goto(f"{office.url}/record/{office.record.ref}/")
    page.click("form[data-waits] button")
    page.wait_for_selector(".pending li")
    assert _state(office) != State.VERIFIED


def arrives(page: Page, office: SimpleNamespace) -> None:
    """The window in which it waited is gone: what does not come soon never comes."""
    for _time in range(300):
        if _state(office) == State.VERIFIED:
            return
        page.wait_for_timeout(100)
    raise AssertionError("gone with the window, and never sent")


def _state(office: SimpleNamespace) -> str:
    return str(type(office.record).objects.get(pk=office.record.pk).state)


def test_the_window_that_closes_sends_it(page: Page, phone: Page, office: SimpleNamespace):
    verify(page, office)
    page.close()
    arrives(phone, office)


def test_the_public_site_does_not_swallow_it(page: Page, office: SimpleNamespace):
    verify(page, office)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a id=out href=/site/>x</a>')")
    page.click("#out")
    arrives(page, office)


def test_another_page_of_the_desk_takes_it_along_and_it_can_be_undone_there(page: Page, office: SimpleNamespace):
    verify(page, office)
    page.click(".nav-main a[href='/figures/']:visible")
    page.click(".pending li button")
    page.wait_for_selector(".pending li", state="detached")
    page.goto(f"{office.url}/")
    assert page.locator(".pending li").count() == 0 and _state(office) != State.VERIFIED


def test_the_queue_is_gone_through_by_keys_alone(page: Page, office: SimpleNamespace):
    log_in(page, office.url, "alice")
    page.goto(f"{office.url}/review/")
    page.keyboard.press("j")
    page.wait_for_selector(".queue-here:focus")
    page.keyboard.press("r")
    page.wait_for_selector(".queue-return input:focus")
    page.keyboard.press("Escape")
    page.wait_for_selector(".queue-here:focus")
    assert page.locator(".queue-return[open]").count() == 0
    page.keyboard.press("v")
    page.wait_for_selector(".queue-leaving")
    page.keyboard.press("u")
    page.wait_for_selector(".queue-here:focus:not(.queue-leaving)")
    page.keyboard.press("v")
    page.wait_for_selector(".pending li")
    page.wait_for_selector("[data-row]", state="detached")
    page.get_by_text("没有待核实的记录").or_(page.get_by_text("Nothing waits")).first.wait_for()
    assert _state(office) == State.VERIFIED
