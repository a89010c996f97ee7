"""测评 from its first question to its result on a telephone: written, printed, answered without script, closed."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.fixtures import PHONE
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from django.core.cache import cache

    from tests.records.cast import make_cast

    cache.clear()
    yield SimpleNamespace(url=live_server.url, cast=make_cast())


def faults(screen: Page) -> list[str]:
    wide = screen.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*axe_violations(screen), *(["wider than the screen"] if wide else [])]


def visit(screen: Page, address: str) -> None:
    screen.goto(address)
    assert faults(screen) == [], address


def test_it_is_written_printed_answered_and_closed(phone: Page, browser: Browser, office: SimpleNamespace) -> None:
    from tests.records.reviews.surveys import codes
    from youju.records.reviews.survey.models import Survey

    log_in(phone, office.url, "bob")
    visit(phone, f"{office.url}/cases/survey/new")
    phone.fill("[name=title]", "家长满意度测评")
    phone.fill("[name=happened]", "2025-03-14")
    phone.fill("[name=due_on]", "2040-03-14")
    phone.select_option("[name=audience]", "parents")
    with phone.expect_response(lambda answer: answer.request.method == "POST"):
        phone.click(".line-add")
    phone.wait_for_selector("[name=questions-3-text]", state="attached")  # below the one empty block of a phone
    phone.fill("[name=questions-2-text]", "您给食堂打几分")
    phone.select_option("[name=questions-2-form]", "scale")
    phone.fill("[name=questions-2-options]", "1-5")
    phone.click("main form .btn-primary")
    expect(phone.locator(".head-note")).to_contain_text("草拟中")
    assert faults(phone) == []

    survey = Survey.objects.get()
    visit(phone, f"{office.url}/survey/{survey.ref}/edit")
    visit(phone, f"{office.url}/survey/{survey.ref}/preview")
    phone.goto(f"{office.url}/case/{survey.ref}/")
    phone.click("summary:has-text('开放作答')")
    phone.click(".act[open] .btn-primary")
    expect(phone.locator(".head-note")).to_contain_text("正在作答")

    phone.click("text=打印测评码")
    assert faults(phone) == []
    phone.fill("[name=unit-hill]", "6")
    with phone.expect_download() as taken:
        phone.click("main form .btn-primary")
    assert taken.value.suggested_filename == "家长满意度测评测评码.pdf"
    assert survey.sheets.get().issued == 6

    for place, code in enumerate(codes(survey, office.cast.bob, hill=6)):
        _answer(browser, f"{office.url}/t/{code}", place)
    visit(phone, f"{office.url}/survey/{survey.ref}/paper")
    visit(phone, f"{office.url}/survey/{survey.ref}/service")
    visit(phone, f"{office.url}/case/{survey.ref}/")
    expect(phone.locator("main")).to_contain_text("50.0%")
    phone.click("summary:has-text('结束并计数')")
    phone.click(".act[open] .btn-primary")
    expect(phone.locator(".head-note")).to_contain_text("已结束并计数")
    expect(phone.locator("main")).to_contain_text("83.33%")
    assert faults(phone) == []


def _answer(browser: Browser, address: str, place: int) -> None:
    """On a telephone that runs no script and keeps nothing; the first of them leaves a question out at first."""
    context = browser.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    screen = context.new_page()
    screen.goto(address)
    if not place:
        screen.check("[name=q3][value='4']")
        screen.click(".survey-send")
        expect(screen.locator("h1")).to_have_text("家长满意度测评")  # the browser itself asks for the other answer
        assert screen.is_checked("[name=q3][value='4']")
    screen.check(f"[name=q1][value='{3 if place == 5 else 1}']")
    screen.check("[name=q3][value='5']")
    screen.fill("[name=q2]", "多开体育课")
    screen.click(".survey-send")
    expect(screen.locator("h1")).to_have_text("感谢您的参与")
    assert context.cookies() == []
    screen.goto(address)
    expect(screen.locator("main")).to_contain_text("用过")
    context.close()


def test_the_page_of_a_telephone_is_clean(phone: Page, office: SimpleNamespace) -> None:
    from tests.records.reviews.surveys import codes, opened

    survey = opened(office.cast)
    (code,) = codes(survey, office.cast.bob, hill=1)
    visit(phone, f"{office.url}/t/{code}")
    phone.click(".survey-anonymous > summary")
    assert faults(phone) == []
    phone.evaluate("document.querySelector('form').noValidate = true")
    phone.click(".survey-send")
    expect(phone.locator(".field-error")).to_have_count(2)
    assert faults(phone) == []
    visit(phone, f"{office.url}/survey/thanks")
