"""A summary on its way out in a real browser: frozen, signed, issued; a record voided; the erratum signed like it."""

import os
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser

PASSWORD = "a long pass phrase"
LAST_YEAR = "云溪县教育局2024年工作总结\n\n一、考试\n\n高考考生人数9人，走访12次。"


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from tests.records.cast import make_cast, member, verified, visits
    from tests.summaries.issuing import record
    from youju.orgs.members import Role

    cast = make_cast()
    cast.sam = member("sam", cast.county, Role.SIGNER)
    verified(visits(cast.bob, cast.hill, 9, happened=date(2024, 6, 7)), cast.bob, cast.alice)
    first = record(cast)
    record(cast, 5)
    yield SimpleNamespace(url=live_server.url, cast=cast, first=first)


def _as(page: Page, office: SimpleNamespace, who: str) -> None:
    page.context.clear_cookies()
    log_in(page, office.url, who)


def _faults(screen: Page, name: str) -> list[str]:
    if folder := os.environ.get("YOUJU_PICTURES"):
        width = screen.viewport_size["width"] if screen.viewport_size else 0
        screen.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    found = [f"{name}: {line}" for line in axe_violations(screen)]
    if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append(f"{name}: wider than the screen")
    return found


def _sign(screen: Page, office: SimpleNamespace, name: str) -> list[str]:
    """The signing leader finds the text on the first screen, reads it and signs."""
    _as(screen, office, "sam")
    found = _faults(screen, f"{name}-first")
    screen.click("text=待您签发 >> xpath=../a")
    found += _faults(screen, f"{name}-frozen")
    screen.fill("#proof", PASSWORD)
    screen.click("[form=sign-form]")
    assert "已签发" in screen.inner_text(".note-success")
    return found


def _adopt(page: Page, office: SimpleNamespace) -> list[str]:
    """Last year's text becomes this year's document; the reference of that is kept."""
    page.goto(f"{office.url}/summaries/adopt/")
    page.fill("#id_text", LAST_YEAR)
    page.fill("#id_of", "2024")
    page.fill("#id_year", "2025")
    found = _faults(page, "adopt")
    page.click("main .btn-primary")
    assert "2 个数字中已绑定 1 个" in page.inner_text("main")
    found += _faults(page, "adopted")
    page.click("button[name=act][value=begin]")
    office.ref = page.url.rstrip("/").rpartition("/")[2]
    return found


def _edit(page: Page, office: SimpleNamespace) -> list[str]:
    """The figure that nothing bears out is told to be typed by hand."""
    assert page.locator(".unbound").count() == 1
    page.click(".draft-section:nth-of-type(2) >> text=编辑")
    text = page.input_value("#text")
    page.fill("#text", text.replace("12次", "{{手填 12次 | 未入台账 | 会议记录 | 局办公室}}"))
    found = _faults(page, "edit")
    page.click("button:has-text('保存') >> nth=0")
    assert page.locator(".unbound").count() == 0
    return found + _faults(page, "edited")


def test_from_last_years_text_to_a_signed_erratum(page: Page, phone: Page, office: SimpleNamespace) -> None:
    log_in(page, office.url, "alice")
    faults = _adopt(page, office) + _edit(page, office)
    page.goto(f"{office.url}/summaries/{office.ref}/edition/")
    faults += _faults(page, "freeze")
    page.click("main .btn-primary")
    assert "第1版" in page.inner_text(".note-success")
    faults += _sign(phone, office, "summary")
    page.goto(f"{office.url}/summaries/{office.ref}/acts/issue/")
    faults += _faults(page, "issue")
    page.click("main .btn-primary")
    faults += _faults(page, "issued")

    page.goto(f"{office.url}/record/{office.first.ref}/")
    assert "1份文稿的1个数字以此为据" in page.inner_text("main")
    faults += _faults(page, "record")
    _void(office)
    page.goto(office.url)
    faults += _faults(page, "first-screen")
    page.click("text=需要勘误 >> xpath=../a")
    assert "22人" in page.inner_text("#since") and "5人" in page.inner_text("#since")
    faults += _faults(page, "wrong")
    page.click("text=起草勘误")
    page.click("main .btn-primary")
    assert "应为" in page.inner_text(".draft")
    faults += _faults(page, "erratum")
    page.click("main .btn-primary:has-text('定稿')")
    page.click("main .btn-primary")
    faults += _sign(phone, office, "erratum")
    erratum = phone.url.removeprefix(office.url).partition("?")[0].rstrip("/").removesuffix("/edition")
    page.goto(f"{office.url}{erratum}/acts/issue/")
    page.click("main .btn-primary")
    assert "原为22人，应为5人" in page.inner_text("article")
    page.goto(f"{office.url}/summaries/{office.ref}/edition/")
    assert "更正见" in page.inner_text("main") and "22人" in page.inner_text("article")
    faults += _faults(page, "corrected")
    for screen in (page, phone):
        screen.goto(f"{office.url}/summaries/{office.ref}/card/")
        faults += _faults(screen, "card")
    phone.goto(f"{office.url}/summaries/{office.ref}/edition/")
    faults += _faults(phone, "corrected")
    assert faults == []


def _void(office: SimpleNamespace) -> None:
    from youju.records.verbs.record_verbs import record_void

    record_void(record=office.first, reason="与另一条重复", actor=office.cast.alice)
