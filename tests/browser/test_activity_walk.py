"""活动与竞赛 on a phone: a lecture in a few fields, a contest with its winners; verified, the figures move."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in
from youju.lib import clock

pytestmark = pytest.mark.browser

NEW = "/records/activity/new"


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from tests.records.cast import make_cast, people

    cast = make_cast()
    people(cast.hill, "王一")
    yield SimpleNamespace(url=live_server.url, cast=cast)


def clean(screen: Page) -> bool:
    return axe_violations(screen) == [] and not screen.evaluate(
        "document.documentElement.scrollWidth > window.innerWidth"
    )


def test_a_lecture_takes_its_sort_title_and_number(phone: Page, office: SimpleNamespace):
    log_in(phone, office.url, "bob")
    phone.goto(office.url + NEW)
    assert phone.locator("main form .field:visible").count() <= 9
    phone.select_option("[name=sort]", "lecture")
    phone.fill("[name=title]", "消防安全讲座")
    phone.fill("[name=pupils]", "240")
    phone.click("button[name=then][value=submit]")
    expect(phone.locator("main")).to_contain_text("待核实")
    assert clean(phone)


# Answers wait until the test lets them through: what is done meanwhile is done while the form is drawn anew.
HOLD = """() => {
  const fetched = window.fetch.bind(window), held = new Promise((letThrough) => { window.letThrough = letThrough; });
  window.fetch = async (...asked) => { await held; return fetched(...asked); };
}"""


def test_what_is_filled_in_while_the_form_is_drawn_anew_is_kept(phone: Page, office: SimpleNamespace):
    log_in(phone, office.url, "bob")
    phone.goto(office.url + NEW)
    phone.select_option("[name=sort]", "contest")
    phone.wait_for_selector("[name=results-0-prize]")
    phone.evaluate(HOLD)
    phone.click("fieldset:has([name=results-0-prize]) > .line-add")
    phone.fill("[name=title]", "课堂教学比赛")
    phone.select_option("[name=level]", "county")
    phone.evaluate("window.letThrough()")
    phone.wait_for_selector("[name=results-1-prize]")
    assert phone.input_value("[name=title]") == "课堂教学比赛"
    assert phone.input_value("[name=level]") == "county"


def test_a_contest_is_told_with_its_winners_verified_and_counted(
    phone: Page, page: Page, office: SimpleNamespace
):  # fmt: skip
    from youju.records.activities.activity.models import Activity
    from youju.records.verbs.record_verbs import record_verify

    log_in(phone, office.url, "bob")
    phone.goto(office.url + NEW)
    phone.fill("[name=title]", "课堂教学比赛")
    phone.select_option("[name=sort]", "contest")
    phone.wait_for_selector("[name=results-0-prize]")
    assert phone.input_value("[name=title]") == "课堂教学比赛"
    assert clean(phone)
    phone.select_option("[name=level]", "county")
    phone.select_option("[name=results-0-prize]", "first_prize")
    phone.fill("[name=results-0-person]", "王一")
    phone.click("text=添加：获奖")
    phone.wait_for_selector("[name=results-1-prize]")
    phone.select_option("[name=results-1-prize]", "second_prize")
    phone.fill("[name=results-1-pupils]", "6")
    phone.fill("[name=results-1-unit]", "青山小学")
    phone.click("button[name=then][value=submit]")
    expect(phone.locator("h1")).to_contain_text("课堂教学比赛")
    assert "王一" in phone.inner_text("main")
    assert clean(phone)

    record_verify(record=Activity.objects.get(), actor=office.cast.alice)
    log_in(page, office.url, "alice")
    year = clock.today().year
    for code, told in (("contests.first_prize", "1"), ("contests.pupils", "6"), ("activities.held", "1")):
        page.goto(f"{office.url}/figure/{code}/?period={year}")
        assert told in page.inner_text(".big-value")
