"""An incident from noticed to closed, and a shift that is swapped, in a real browser at both widths."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser


@pytest.fixture
def school(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from tests.duty.roster_cast import make_school
    from tests.records.cast import member
    from youju.duty.rosters import days_of
    from youju.duty.shift_verbs import shifts_fill
    from youju.duty.shifts import DaysCovered
    from youju.lib import clock
    from youju.orgs.calendar import office_calendar
    from youju.orgs.members import Role

    cast = make_school()
    cast.olga = member("olga", cast.county, Role.OFFICER)
    cast.url = live_server.url
    today = clock.today()
    days = days_of(DaysCovered.EVERY, today, today.replace(year=today.year + 1), office_calendar(today))[:6]
    people = [cast.first, cast.second, cast.third]
    shifts_fill(group=cast.group, days=days, persons=people, actor=cast.rosa)
    yield cast


def _as(screen: Page, school: SimpleNamespace, who: str) -> None:
    screen.context.clear_cookies()
    log_in(screen, school.url, who)


def _faults(screen: Page, name: str) -> list[str]:
    found = [f"{name}: {line}" for line in axe_violations(screen)]
    if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append(f"{name}: wider than the screen")
    return found


def _open(screen: Page, label: str) -> None:
    """Unfold one act, unless it is open already: where there is but one, it is."""
    act = screen.locator(f"details.act:has(> summary:text-is('{label}'))")
    if act.get_attribute("open") is None:
        act.locator("> summary").click()


def _do(screen: Page, label: str, **fields: str) -> None:
    """Fill the form of one act in, and press its button."""
    _open(screen, label)
    form = screen.locator(f"details.act:has(> summary:text-is('{label}')) form")
    for name, value in fields.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator("button.btn-primary").click()


def test_an_incident_from_noticed_to_closed(page: Page, phone: Page, school: SimpleNamespace) -> None:
    _as(page, school, "alice")
    page.goto(f"{school.url}/cases/incident/new")
    faults = _faults(page, "new")
    page.fill("[name=title]", "学校午餐")
    page.fill("[name=link]", "看看这个 https://bbs.example.cn/t/1024")
    page.click("main button.btn-primary")
    assert "待核实" in page.inner_text(".head-note")
    faults += _faults(page, "noticed")
    address = page.url

    _do(page, "核实", finding="partly", facts_found="配餐车晚到二十分钟，已补餐")
    _do(page, "回应", answer="情况说明", answer_link="https://www.example.cn/n/1")
    assert "已回应" in page.inner_text(".head-note")
    _do(page, "线下处理", reason="与家长当面沟通")
    faults += _faults(page, "answered")

    _as(phone, school, "olga")
    phone.goto(address)
    _do(phone, "结案", review="核实及时", tasks="写入问答口径")
    assert "已结案" in phone.inner_text(".head-note")
    assert "转为整改" in phone.inner_text("main") and "与家长当面沟通" in phone.inner_text("main")
    faults += _faults(phone, "closed")
    assert faults == []


def test_a_shift_is_swapped(page: Page, phone: Page, school: SimpleNamespace) -> None:
    _as(page, school, "bob")
    page.goto(f"{school.url}/duty/hill.duty/")
    faults = _faults(page, "roster")
    page.goto(f"{school.url}/duty/")
    page.locator("#mine >> xpath=../.. >> ul a").first.click()
    _open(page, "申请调班")
    page.select_option("[name=takes]", label="李二")
    page.locator("details.act[open] form button.btn-primary").click()
    assert "已向李二发出请求" in page.inner_text(".note-success")
    faults += _faults(page, "asked")

    _as(phone, school, "carl")
    faults += _faults(phone, "workbench")
    phone.click("text=同意")
    assert "已同意" in phone.inner_text(".note-success")
    assert "李二" in phone.inner_text("#who >> xpath=../..")
    faults += _faults(phone, "swapped")
    phone.goto(f"{school.url}/duty/hill.duty/")
    phone.click("text=生成订阅地址")
    assert "/t/" in phone.inner_text(".feed-address")
    for place in ("mechanisms/", "contacts/", "assessment/", "duty/"):
        phone.goto(f"{school.url}/{place}")
        faults += _faults(phone, place)
    assert faults == []
