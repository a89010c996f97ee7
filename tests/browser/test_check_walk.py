"""What a person does with checked claims, in a real browser: at a desk, on a phone, and without JavaScript."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations

pytestmark = pytest.mark.browser

DRAFT = "一、走访\n\n今年高考考生19人，慰问企业3家。\n    每月集中学习，全年集中学习11次。"
_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from tests.records.cast import make_cast, verified, visits

    cast = make_cast()
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    yield SimpleNamespace(url=live_server.url, cast=cast)


def _log_in(page: Page, url: str) -> None:
    page.goto(f"{url}/login/")
    page.fill("[name=username]", "alice")
    page.fill("[name=password]", "a long pass phrase")
    page.click("main .btn-primary")
    page.wait_for_url(f"{url}/")


def _check(page: Page, url: str, text: str = DRAFT) -> None:
    _log_in(page, url)
    page.goto(f"{url}/check/")
    page.fill("[name=text]", text)
    page.fill("[name=period]", "2025")
    page.click("#check-form .btn-primary")
    page.wait_for_selector(".check-result")


def test_the_ledgers_value_goes_into_the_text_at_once(page: Page, office: SimpleNamespace):
    _check(page, office.url)
    page.click("[data-use='1']")
    assert page.input_value("[name=text]") == DRAFT.replace("19人", "17人")
    assert page.inner_text("#mark-1").startswith("17人")
    assert page.locator("[data-use='1']").is_disabled()


def test_it_works_without_javascript(browser: Browser, office: SimpleNamespace):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    _check(page, office.url)
    page.click("[data-use='1']")
    expect(page.locator("#mark-1.mark-supported")).to_be_visible()
    page.click("#claim-1 [value^='confirm']")
    expect(page.locator("#claim-1")).to_contain_text("人工绑定")
    context.close()


def test_a_figure_is_found_by_name_bound_and_taken_back(page: Page, office: SimpleNamespace):
    _check(page, office.url, "结对帮扶对象谈心17人。")
    page.click("#claim-1 .another summary")
    page.fill("#target-1", "exam.candidates")
    page.press("#target-1", "Enter")
    page.wait_for_selector(".another-list")
    assert axe_violations(page) == []
    page.click("#claim-1 .another-list [value$='|exam.candidates']")
    page.wait_for_selector(".tag-bound")
    assert page.locator("#mark-1.mark-supported").count() == 1
    assert axe_violations(page) == []
    page.click("#claim-1 [value^='forget']")
    page.wait_for_selector("#mark-1.mark-unsupported")


def test_a_file_too_large_is_told_at_its_field_and_not_sent(page: Page, office: SimpleNamespace, settings: Settings):
    settings.CHECK_BYTES = 1024**2
    _log_in(page, office.url)
    page.goto(f"{office.url}/check/")
    page.set_input_files("[name=upload]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x" * (1024**2 + 1)})
    expect(page.locator(".field-upload .field-error")).to_contain_text("1 MB")
    page.click("#check-form .btn-primary")
    assert page.locator("form[data-sent]").count() == 0
    page.set_input_files("[name=upload]", {"name": "a.txt", "mimeType": "text/plain", "buffer": DRAFT.encode()})
    expect(page.locator(".field-upload .field-error")).to_have_count(0)
    page.click("#check-form .btn-primary")
    page.wait_for_selector(".check-result")


def test_what_was_bound_is_listed_and_taken_back_there(phone: Page, office: SimpleNamespace):
    _check(phone, office.url)
    phone.click("#claim-1 [value^='confirm']")
    phone.wait_for_selector(".tag-bound")
    phone.goto(f"{office.url}/check/bindings/")
    assert axe_violations(phone) == []
    assert not phone.evaluate(_WIDE)
    phone.click("#rows [name=forget]")
    phone.wait_for_selector(".empty")
    assert axe_violations(phone) == []


def test_a_figure_is_searched_and_bound_without_javascript(browser: Browser, office: SimpleNamespace):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    _check(page, office.url, "结对帮扶对象谈心17人。")
    page.click("#claim-1 .another summary")
    page.fill("#target-1", "高考 考生")
    page.click("#seek-1")
    page.click("#claim-1 .another-list [value$='|exam.candidates']")
    expect(page.locator("#claim-1")).to_contain_text("人工绑定")
    assert page.url.endswith("#claim-1")
    context.close()


def test_the_list_begins_with_what_is_wrong_and_leads_on_to_the_next(phone: Page, office: SimpleNamespace):
    _check(phone, office.url, "今年高考考生17人，高考考生19人。\n" + "其他工作照常开展。\n" * 60 + "慰问企业3家。")
    numbers = [each.get_attribute("id") for each in phone.locator(".claim").all()]
    assert numbers == ["claim-2", "claim-3", "claim-1"]
    phone.click("#mark-2")
    phone.click("#claim-2 .claim-close a[href='#claim-3']")
    phone.wait_for_function("""() => {
      const top = (id) => document.getElementById(id).getBoundingClientRect().top;
      return 0 <= top("mark-3") && top("mark-3") < top("claim-3");
    }""")


def test_the_verdict_of_a_touched_figure_is_in_sight_below_its_heading(page: Page, office: SimpleNamespace):
    _check(page, office.url, "今年高考考生17人，新购图书3册，网络咨询9条，另有志愿者12人。\n" * 20)
    for number in (38, 5, 61, 22):
        page.click(f"#mark-{number}")
        page.wait_for_function(f"""() => {{
          const claim = document.getElementById("claim-{number}");
          const heading = claim.closest(".claims-group").querySelector("h3").getBoundingClientRect();
          const {{ top, bottom }} = claim.getBoundingClientRect();
          return heading.bottom - 1 <= top && bottom <= innerHeight;
        }}""")


def test_who_waits_is_told_so(page: Page, office: SimpleNamespace):
    _check(page, office.url)
    assert not page.locator(".busy").is_visible()
    page.evaluate("document.getElementById('check-form').setAttribute('aria-busy', 'true')")
    assert page.locator(".busy").is_visible()


def test_enter_in_a_setting_checks_again_and_binds_nothing(page: Page, office: SimpleNamespace):
    from youju.claims.memory.remembered import Remembered

    _check(page, office.url)
    page.click("#again summary")
    page.fill("[name=period]", "2024")
    with page.expect_navigation():
        page.press("[name=period]", "Enter")
    assert page.input_value("[name=period]") == "2024"
    assert not Remembered.objects.exists()


def test_the_filter_leaves_one_verdict(page: Page, office: SimpleNamespace):
    _check(page, office.url)
    page.click("label:has(#show-contradicted)")
    shown = page.locator(".claim:visible")
    assert shown.count() == page.locator(".claim-contradicted").count() > 0


def test_a_text_is_kept_opened_later_and_deleted(phone: Page, office: SimpleNamespace):
    from tests.records.cast import verified, visits

    _check(phone, office.url)
    phone.click("[name=keep]")
    expect(phone.locator(".held")).to_contain_text("台账没有新增条目")
    assert axe_violations(phone) == []
    verified(visits(office.cast.bob, office.cast.hill, 2), office.cast.bob, office.cast.alice)
    phone.goto(f"{office.url}/check/kept/")
    assert axe_violations(phone) == []
    phone.click("#rows tbody a")
    expect(phone.locator(".held tbody tr")).to_have_count(1)
    assert axe_violations(phone) == []
    assert not phone.evaluate(_WIDE)
    phone.goto(f"{office.url}/check/kept/")
    phone.click("#rows details summary")
    assert not phone.evaluate(_WIDE)
    phone.click("#rows details button")
    expect(phone.locator("#rows .empty")).to_be_visible()


def test_a_dropped_file_is_chosen(page: Page, office: SimpleNamespace):
    _check(page, office.url)
    page.click("#again summary")
    page.evaluate(
        """() => {
        const data = new DataTransfer();
        data.items.add(new File(["今年高考考生17人。"], "草稿.txt", {type: "text/plain"}));
        document.querySelector("h1").dispatchEvent(
          new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
    }"""
    )
    page.click("#check-form .btn-primary")
    page.wait_for_selector("#mark-1.mark-supported")
    assert page.input_value("[name=text]") == "今年高考考生17人。"


def test_the_sheet_opens_beside_the_page_and_as_a_file(page: Page, office: SimpleNamespace):
    _check(page, office.url)
    with page.context.expect_page() as opened:
        page.click(".check-out [value=page]")
    sheet = opened.value
    sheet.wait_for_selector(".check-sheet")
    assert axe_violations(sheet) == []
    with page.expect_download() as download:
        page.click(".check-out [value=pdf]")
    assert download.value.suggested_filename.endswith(".pdf")


def test_on_a_phone_the_verdict_comes_up_over_the_text(phone: Page, office: SimpleNamespace):
    _check(phone, office.url)
    assert axe_violations(phone) == []
    assert not phone.evaluate(_WIDE)
    phone.click("#mark-1")
    phone.wait_for_function("""() => {
      const box = (id) => document.getElementById(id).getBoundingClientRect();
      return box("claim-1").bottom <= innerHeight && box("mark-1").bottom <= box("claim-1").top;
    }""")
    assert axe_violations(phone) == []
    phone.click("#claim-1 .claim-close")
    phone.click("#claim-1 .another summary")
    assert not phone.evaluate(_WIDE)
