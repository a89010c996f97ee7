"""An inquiry from intake to settled, by three members, in a real browser at both widths."""

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.fixtures import PHONE
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser

QUESTION = "孩子上课后服务班，每学期收费多少？家长钱先生说可以按月交，是否属实？"
ANSWER = "每学期三百元，可以按月缴纳，由学校开具票据。"


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    """alice takes in, accepts and assigns; bob of the school answers; sam signs."""
    from tests.records.cast import make_cast
    from tests.records.inquiries.desk_of_inquiries import at_desk
    from youju.records.inquiries.wording.models import Wording

    cast = at_desk(make_cast())
    text = "您于{收到日期}提出的“{事项}”收悉。收费标准为{收费标准}。"
    Wording.objects.create(code="fees", name="收费答复", text=text)
    cast.url, cast.faults = live_server.url, []
    yield cast


@pytest.fixture(params=["page", "phone"], ids=["1280", "390"])
def screen(request: pytest.FixtureRequest) -> Page:
    found: Page = request.getfixturevalue(request.param)
    return found


def _as(screen: Page, office: SimpleNamespace, who: str, address: str = "") -> None:
    screen.context.clear_cookies()
    log_in(screen, office.url, who)
    if address:
        screen.goto(address)


def _look(screen: Page, office: SimpleNamespace, name: str) -> None:
    """Note what is wrong with the page as it stands, its bar of buttons at its own place.

    Where the bar sticks to the bottom it hides a part of what one scrolls to; that makes no target small.
    """
    screen.evaluate("document.querySelectorAll('.form-foot').forEach(bar => { bar.style.position = 'static' })")
    office.faults += [f"{name}: {line}" for line in axe_violations(screen)]
    if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        office.faults.append(f"{name}: wider than the screen")


def _do(screen: Page, label: str, **fields: str) -> None:
    """Fill the form of one act in, and press its button."""
    act = screen.locator(f"details.act:has(> summary:text-is('{label}'))")
    if act.get_attribute("open") is None:  # where there is but one act, it is open
        act.locator("> summary").click()
    for name, value in fields.items():
        field = act.locator(f"[name={name}]")
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    act.locator("form button.btn-primary").click()


def _begin_with_wording(screen: Page) -> None:
    """Choose a wording and put it in: what is known stands in its places, the rest in braces."""
    act = screen.locator("details.act:has(> summary:text-is('起草答复'))")
    act.locator("> summary").click()
    act.locator("[name=wording]").select_option(label="收费答复")
    act.locator("button:text-is('套用')").click()
    expect(act.locator("[name=draft]")).to_have_value(re.compile("^您于.*收悉。收费标准为{收费标准}。$"))


def _state(screen: Page) -> str:
    return screen.inner_text(".head-note")


def test_from_intake_to_settled_by_three_members(screen: Page, office: SimpleNamespace) -> None:
    _as(screen, office, "alice", f"{office.url}/cases/inquiry/new")
    _look(screen, office, "01-new")
    screen.select_option("[name=channel]", "phone")
    screen.select_option("[name=sort]", "question")
    screen.fill("[name=text]", QUESTION)
    screen.fill("[name=asker_name]", "钱先生")
    screen.fill("[name=asker_phone]", "13800001234")
    screen.click("main button.btn-primary")
    case = screen.url
    assert "钱先生" not in screen.inner_text("h1")
    _look(screen, office, "02-received")
    acts, content = (screen.locator(each).bounding_box() for each in ("#acts", "#content"))
    assert acts and content
    is_phone = screen.viewport_size == PHONE
    assert acts["y"] < content["y"] if is_phone else acts["x"] > content["x"]  # what can be done stands first
    _do(screen, "受理")
    _look(screen, office, "03-accepted")
    _do(screen, "交办", unit=str(office.hill.pk), owner=str(office.bob.pk))
    _look(screen, office, "04-name-kept")
    _do(screen, "交办", passed_text="课后服务班每学期收费多少？是否可以按月交？")
    _look(screen, office, "05-assigned")

    _as(screen, office, "bob", case)
    assert "课后服务班每学期收费多少？" in screen.inner_text("main") and "钱先生" not in screen.content()
    _look(screen, office, "06-bob")
    _begin_with_wording(screen)
    _look(screen, office, "06b-wording")
    act = screen.locator("details.act:has(> summary:text-is('起草答复'))")
    act.locator("form button.btn-primary").click()
    assert "收费标准" in screen.inner_text(".acts .field-error")
    _do(screen, "起草答复", draft="我们将尽快答复。")
    assert "没有说明哪一天" in screen.inner_text(".acts")
    _look(screen, office, "07-vague")
    _do(screen, "起草答复", draft=ANSWER, basis="县课后服务收费办法")
    _look(screen, office, "08-drafted")

    _as(screen, office, "sam", case)
    _look(screen, office, "09-to-sign")
    _do(screen, "签发", proof="a long pass phrase")
    _look(screen, office, "10-signed")

    _as(screen, office, "bob", case)
    _do(screen, "已答复来件人")
    _look(screen, office, "11-answered")
    _do(screen, "办结")
    assert "已办结" in _state(screen)
    _look(screen, office, "12-settled")
    screen.goto(f"{office.url}/cases/inquiry/?which=ended")
    _look(screen, office, "13-list")
    tabs = screen.locator(".case-tabs .tabs").bounding_box()
    assert tabs and tabs["height"] < 60  # one line
    assert office.faults == []
