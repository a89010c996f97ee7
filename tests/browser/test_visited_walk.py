"""走访对象 on a telephone: from the list of visits to two households that become one; every page clean for axe-core."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in
from tests.records.cast import DAY, make_cast, verified
from youju.records.kinds import get_record_kind
from youju.records.verbs.record_verbs import record_add
from youju.records.volunteering.visit.visited import Visited, VisitSort, visited_named

pytestmark = pytest.mark.browser


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    cast = make_cast()
    for name in ("李长顺", "李常顺", "陈德全"):
        values = {
            "unit": cast.hill, "title": "走访王家沟村农户", "happened": DAY, "sort": str(VisitSort.HOUSEHOLD),
            "late_reason": "补录", "visited": visited_named(VisitSort.HOUSEHOLD, "王家沟村", name, cast.hill),
            "went": "张敏",
        }  # fmt: skip
        verified(record_add(kind=get_record_kind("visit"), values=values, actor=cast.bob), cast.bob, cast.alice)
    yield SimpleNamespace(url=live_server.url, **vars(cast))


def faults(screen: Page) -> list[str]:
    wide = screen.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*axe_violations(screen), *(["wider than the screen"] if wide else [])]


def test_two_spellings_of_a_household_become_one(phone: Page, office: SimpleNamespace):
    log_in(phone, office.url, "alice")
    phone.goto(f"{office.url}/records/volunteering/?kind=visit")
    phone.click("main a:text-is('走访对象')")
    assert faults(phone) == []
    phone.click("main a:text-is('王家沟村 李长顺')")
    expect(phone.locator("main")).to_contain_text("2025年走访农户数减少一户")
    expect(phone.locator("main")).to_contain_text("不能撤回")
    assert faults(phone) == []
    phone.check("main label:has-text('王家沟村 李长顺') input")
    phone.click("main button:has-text('合并')")
    expect(phone.locator("main")).to_contain_text("已合并，今后按一个计数")
    assert faults(phone) == []
    assert Visited.objects.get(name="李常顺").merged_into == Visited.objects.get(name="李长顺")


def test_one_is_chosen_first_and_the_other_sought_by_its_name(phone: Page, office: SimpleNamespace):
    log_in(phone, office.url, "alice")
    phone.goto(f"{office.url}/records/visit/visited?text=陈德全")
    phone.click("main a:text-is('选一个对照')")
    expect(phone.locator("main .note")).to_contain_text("已选：王家沟村 陈德全")
    assert faults(phone) == []
    phone.click(".filters-folder")
    phone.fill("main [name=text]", "李长")
    phone.click("main button:has-text('筛选')")
    expect(phone.locator("main tbody tr")).to_have_count(1)
    phone.click("main a:text-is('对照两个')")
    expect(phone.locator("main h2").first).to_have_text("陈德全")
    expect(phone.locator("main h2").nth(1)).to_have_text("李长顺")
