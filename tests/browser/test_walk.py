"""One figure opens, in a real browser: log in, figures, figure, record, evidence; at a desk and on a phone."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.desk.paper import CONTENT, paper

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/records/statistics/",
    "/records/statistic/new",
    "/records/statistic/new?sort=surveys.stated",
    "/records/session/new",
    "/review/",
    "/ledger/",
    "/figures/?period=2025",
    "/figure/exam.candidates/?period=2025",
    "/summary/2025/",
    "/check/",
    "/check/kept/",
    "/password/",
    "/no/such/page",
)


@pytest.fixture
def office(live_server: LiveServer, settings: Settings, tmp_path: Path) -> Iterator[SimpleNamespace]:
    """A bureau with one verified record that has evidence, one that waits and a draft."""
    from tests.records.cast import make_cast, visits
    from youju.records.verbs.record_verbs import record_submit, record_verify

    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    cast = make_cast()
    records = [visits(cast.bob, cast.hill, number) for number in (17, 4, 6)]
    client = Client()
    client.force_login(cast.bob, backend="django.contrib.auth.backends.ModelBackend")
    client.post(f"/record/{records[0].ref}/evidence", {"uploads": paper(), "grade": "file"})
    for record in records[:2]:
        record_submit(record=record, actor=cast.bob)
    record_verify(record=records[0], actor=cast.alice)
    yield SimpleNamespace(url=live_server.url, cast=cast, records=records)


def _log_in(page: Page, url: str, name: str) -> None:
    page.goto(f"{url}/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", "a long pass phrase")
    page.click("main .btn-primary")
    page.wait_for_url(f"{url}/")


def _walk(page: Page, office: SimpleNamespace) -> None:
    _log_in(page, office.url, "alice")
    if page.is_visible(".nav-more"):  # on a telephone, what the bar has no room for folds out
        page.click(".nav-more summary")
    page.click(".nav-main a[href='/figures/']:visible")
    page.click("a[href^='/figure/exam.candidates/']")
    assert "17" in page.inner_text(".big-value")
    page.click(f"#records a[href='/record/{office.records[0].ref}/']")
    with page.expect_download() as download:
        page.click("a[href^='/evidence/']")
    assert Path(download.value.path()).read_bytes() == CONTENT
    assert download.value.suggested_filename == "走访登记.txt"


def test_one_figure_opens_at_a_desk(page: Page, office: SimpleNamespace):
    _walk(page, office)


def test_one_figure_opens_on_a_phone(phone: Page, office: SimpleNamespace):
    _walk(phone, office)


def test_a_filter_changes_the_list_and_the_address(page: Page, office: SimpleNamespace):
    _log_in(page, office.url, "bob")
    page.goto(f"{office.url}/records/statistics/")
    page.select_option("[name=state]", "verified")
    page.wait_for_url("**state=verified**")
    assert page.locator("#rows tbody tr").count() == 1


def test_everything_that_waits_is_verified_in_one_go_on_a_phone(phone: Page, office: SimpleNamespace):
    _log_in(phone, office.url, "alice")
    phone.goto(f"{office.url}/review/")
    phone.check("[data-ticks=ref]")
    phone.click(".batch .btn-primary")
    phone.wait_for_selector(".note-success")
    office.records[1].refresh_from_db()
    assert office.records[1].state == "verified"


def test_the_roster_follows_the_unit_and_nothing_typed_is_lost(page: Page, office: SimpleNamespace):
    from tests.records.cast import people, study_group

    study_group(office.cast.lake, people(office.cast.lake, "湖一"))
    _log_in(page, office.url, "alice")
    page.goto(f"{office.url}/records/session/new")
    page.fill("[name=title]", "三月学习")
    page.set_input_files("[name=uploads]", {"name": "a.txt", "mimeType": "text/plain", "buffer": CONTENT})
    page.select_option("[name=unit]", str(office.cast.lake.pk))
    page.wait_for_selector("text=湖一")
    assert page.input_value("[name=title]") == "三月学习"
    assert page.locator("[data-upload-list] li").all_inner_texts()[0].startswith("a.txt")


def test_one_tap_marks_all_others_as_having_come(phone: Page, office: SimpleNamespace):
    from tests.records.cast import people, study_group

    study_group(office.cast.hill, people(office.cast.hill, "青一", "青二"))
    _log_in(phone, office.url, "bob")
    phone.goto(f"{office.url}/records/session/new")
    assert axe_violations(phone) == []
    assert not phone.locator(".marks-reason >> nth=0").is_visible()
    phone.check(".marks li >> nth=0 >> [value=leave]")
    phone.fill(".marks-reason input >> nth=0", "出差")
    phone.check("[name=mark-all]")
    assert phone.locator(".marks [value=present]:checked").count() == 1
    assert axe_violations(phone) == []
    assert not phone.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_enter_keeps_a_draft_and_hands_nothing_in(page: Page, office: SimpleNamespace):
    _log_in(page, office.url, "bob")
    page.goto(f"{office.url}/records/statistic/new?sort=exam.candidates")
    page.fill("[name=title]", "走访")
    page.fill("[name=value]", "3")
    page.press("[name=title]", "Enter")
    page.wait_for_selector(".note-success")
    assert page.locator(".state-draft").count() == 1


def test_the_keyboard_goes_to_the_content_first(page: Page, office: SimpleNamespace):
    _log_in(page, office.url, "alice")
    page.goto(f"{office.url}/review/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_checked_text_is_marked_on_the_page(page: Page, office: SimpleNamespace):
    _log_in(page, office.url, "alice")
    page.goto(f"{office.url}/check/")
    page.fill("[name=text]", "今年高考考生17人，另走访企业3家。")
    page.fill("[name=period]", "2025")
    page.click("main .btn-primary")
    assert page.inner_text(".mark-supported").startswith("17人")
    assert axe_violations(page) == []


def test_no_page_breaks_the_rules_or_needs_sideways_scrolling(page: Page, phone: Page, office: SimpleNamespace):
    broken: list[str] = []
    for screen in (page, phone):
        _log_in(screen, office.url, "alice")
        for address in (*PAGES, f"/record/{office.records[0].ref}/", f"/record/{office.records[0].ref}/correct"):
            screen.goto(office.url + address)
            broken += [f"{address}: {line}" for line in axe_violations(screen)]
            if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                broken.append(f"{address}: wider than the screen")
    assert broken == []


def test_the_log_in_page_is_clean(phone: Page, office: SimpleNamespace):
    phone.goto(f"{office.url}/login/")
    assert axe_violations(phone) == []
