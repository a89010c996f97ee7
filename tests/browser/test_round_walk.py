"""评选表彰 in a real browser, from the call to a certificate that a stranger checks; at 1280 and at 390 pixels."""

import re
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from tests.records.cast import make_cast
    from tests.records.honours.selection import staffed

    yield SimpleNamespace(url=live_server.url, cast=staffed(make_cast()))


def _as(screen: Page, office: SimpleNamespace, name: str, address: str) -> None:
    """Another person sits down at this screen, and opens an address."""
    screen.context.clear_cookies()
    log_in(screen, office.url, name)
    screen.goto(office.url + address)


def _act(screen: Page, label: str, **values: str) -> None:
    """Open one of the moves of a case, fill it in, press it."""
    exactly = re.compile(rf"^\s*{re.escape(label)}\s*$")
    act = screen.locator("details.act", has=screen.locator("summary", has_text=exactly))
    if act.get_attribute("open") is None:
        act.locator("> summary").click()
    for name, value in values.items():
        act.locator(f"[name={name}]").fill(value)
    act.locator(".form-foot button.btn-primary").last.click()
    assert screen.locator(".note-success").first.is_visible(), screen.inner_text("main")


def _faults(screen: Page, office: SimpleNamespace, *addresses: str) -> list[str]:
    broken = []
    for address in addresses:
        screen.goto(office.url + address if address.startswith("/") else address)
        broken += [f"{address}: {line}" for line in axe_violations(screen)]
        if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            broken.append(f"{address}: wider than the screen")
    return broken


def test_a_selection_from_the_call_to_the_certificate(page: Page, phone: Page, office: SimpleNamespace) -> None:
    round = _called(page, office)
    _as(page, office, "alice", round)
    _act(page, "发出通知，接受推荐")
    nomination = _nominated(phone, office, round)
    _as(page, office, "alice", nomination)
    _act(page, "受理")
    link = _panel(page, office, round)
    page.goto(office.url + round)
    _act(page, "交评委会评审")
    _scored(phone, office, link)
    page.goto(office.url + round)
    _act(page, "结束评审，拟定名单")
    _act(page, "公示名单", posted_at="局网站", contact="局办公室")
    notice = _objected(page, office, round)
    _aged()
    _as(page, office, "grace", round)
    _act(page, "签发决定", document="云教〔2026〕12号", proof="a long pass phrase")
    _as(page, office, "alice", round)
    _act(page, "授予称号，生成表彰名单和证书")
    _checked_by_a_stranger(phone, office)
    ref = round.split("/")[2]
    pages = (round, nomination, notice, "/notices/", f"/round/{ref}/board/", f"/round/{ref}/panel/", "/cases/round/new")
    assert _faults(page, office, *pages) == []
    _as(phone, office, "alice", "/")
    assert _faults(phone, office, *pages) == []


def _called(page: Page, office: SimpleNamespace) -> str:
    """The address of the new selection."""
    log_in(page, office.url, "alice")
    page.goto(office.url + "/cases/round/new")
    page.select_option("[name=unit]", label="云溪县教育局")
    for name, value in (("title", "师德标兵评选"), ("award", "县师德标兵"), ("most", "1"), ("nominees", "2")):
        page.fill(f"[name={name}]", value)
    page.select_option("[name=quota_by]", "roster")
    from youju.lib import clock

    page.fill("[name=due_on]", (clock.today() + timedelta(days=10)).isoformat())
    page.click("main button.btn-primary")
    assert "/case/round-" in page.url, page.inner_text("main")
    assert "有名额的单位：2个" in page.inner_text("main")  # two places over 3, 2 and 1 on the rosters
    return page.url.removeprefix(office.url)


def _nominated(phone: Page, office: SimpleNamespace, round: str) -> str:
    """A liaison nominates on a telephone."""
    _as(phone, office, "bob", round)
    phone.click("main a.btn-primary:has-text('推荐')")
    phone.fill("[name=person]", "孙立")
    phone.fill("[name=note]", "扎根乡村教学二十年，带出三名骨干教师。")
    assert axe_violations(phone) == []
    phone.click("main button.btn-primary")
    assert "/case/nomination-" in phone.url, phone.inner_text("main")
    return phone.url.removeprefix(office.url)


def _panel(page: Page, office: SimpleNamespace, round: str) -> str:
    """Somebody outside is put on the panel; their link."""
    page.goto(office.url + round)
    page.click("main a.btn:has-text('进度')")
    page.click("a.btn-primary:has-text('评委会')")
    page.fill("[name=name]", "何教授")
    page.click("button:has-text('加入评委会')")
    page.click("button:has-text('生成链接')")
    assert axe_violations(page) == []
    link = re.search(r"http[^<\"\s]*/t/[a-z0-9-]+", page.content())
    assert link is not None
    return link[0]


def _scored(phone: Page, office: SimpleNamespace, link: str) -> None:
    """Without logging in: a wrong number first, which is said and kept."""
    phone.context.clear_cookies()
    assert _faults(phone, office, link) == []
    boxes = phone.locator("input[inputmode=numeric]")
    boxes.nth(0).fill("101")
    phone.click("button[value='hand-in']")
    assert "0到100" in phone.inner_text(".note-error")
    assert boxes.nth(0).input_value() == "101"
    boxes.nth(0).fill("92")
    phone.click("button[name=language][value=en]")
    assert boxes.nth(0).input_value() == "92" and phone.locator("#typed-back").is_visible()
    phone.click("button[name=language][value=zh-hans]")
    assert boxes.nth(0).input_value() == "92"
    phone.click("button[value='hand-in']")
    assert "已提交" in phone.inner_text("main")
    assert phone.evaluate("sessionStorage.length") == 0


def _objected(page: Page, office: SimpleNamespace, round: str) -> str:
    """An objection is logged and answered on the notice's page."""
    page.goto(office.url + round)
    page.click("a:has-text('公示〔')")
    assert "孙立" in page.inner_text("main")
    page.fill("[name=text]", "教龄不足三年")
    page.click("form[action$='/object'] button")
    page.check("[name=outcome][value=rejected]")
    page.fill("[name=answer]", "档案显示教龄五年")
    page.click("form[action$='/answer'] button")
    assert "档案显示教龄五年" in page.inner_text("main")
    return page.url.removeprefix(office.url)


def _aged() -> None:
    """Ten days go by."""
    from youju.lib import clock
    from youju.records.notices.models import Notice

    past = clock.today() - timedelta(days=1)
    Notice.objects.update(began=clock.now() - timedelta(days=10), last_day=past, provisional=False)


def _checked_by_a_stranger(phone: Page, office: SimpleNamespace) -> None:
    from youju.records.honours.award.models import AwardList
    from youju.records.honours.nomination.models import Nomination
    from youju.records.verbs.record_verbs import record_verify

    record_verify(record=AwardList.objects.get(), actor=office.cast.olga)
    phone.context.clear_cookies()
    phone.goto(office.url + "/verify/")
    phone.fill("[name=code]", Nomination.objects.get().code)
    phone.press("[name=code]", "Enter")
    phone.wait_for_selector("dl")
    assert "县师德标兵" in phone.inner_text("main") and "孙立" not in phone.inner_text("main")
    assert axe_violations(phone) == []


def test_a_nomination_comes_back_from_the_town_and_a_member_of_the_panel_scores_at_the_desk(
    page: Page, phone: Page, office: SimpleNamespace
) -> None:
    from tests.records.honours.selection import called, moved

    round = moved(called(office.cast), "begin", office.cast.alice)
    _as(phone, office, "dan", f"/case/{round.ref}/")
    nomination = _put_forward(phone, "吴山", "教学能手")
    _as(page, office, "tess", "/")
    page.click("main a:has-text('吴山')")
    _act(page, "退回", reason="事迹过简，请写明年限和成效")
    _as(phone, office, "dan", nomination)
    assert "事迹过简" in phone.inner_text("main")
    _act(phone, "重新报送", note="在村小任教十二年，所教年级多次全镇第一。")
    _as(page, office, "tess", nomination)
    page.click("main a:has-text('2026年师德标兵评选')")  # the call, and how far its own schools are
    page.click("main a.btn:has-text('进度')")
    assert "溪口小学" in page.inner_text("main") and "青山小学" not in page.inner_text("main")
    page.goto(office.url + nomination)
    _act(page, "审核通过，报局")
    _as(page, office, "alice", nomination)
    _act(page, "受理")
    page.goto(f"{office.url}/round/{round.ref}/panel/")
    page.fill("[name=member]", "olga（云溪县教育局）")
    page.click("button:has-text('加入评委会')")
    page.goto(f"{office.url}/case/{round.ref}/")
    _act(page, "交评委会评审")
    _as(phone, office, "olga", "/")
    assert _faults(phone, office, "/") == []
    phone.click("section[aria-labelledby=to-score] a")
    boxes = phone.locator("input[inputmode=numeric]")
    boxes.nth(0).fill("55")
    boxes.nth(1).fill("38")
    assert axe_violations(phone) == []
    phone.click("button[value='hand-in']")
    assert "已提交" in phone.inner_text("main")
    phone.goto(office.url + "/")
    assert phone.locator("section[aria-labelledby=to-score]").count() == 0
    addresses = (f"/round/{round.ref}/board/", f"/case/{round.ref}/")
    _as(phone, office, "tess", "/")
    assert _faults(phone, office, *addresses) == []


def _put_forward(phone: Page, name: str, note: str) -> str:
    """The address of the nomination."""
    phone.click("main a.btn-primary:has-text('推荐')")
    phone.fill("[name=person]", name)
    phone.fill("[name=note]", note)
    phone.click("main button.btn-primary")
    assert "/case/nomination-" in phone.url, phone.inner_text("main")
    return phone.url[phone.url.index("/case/") :]
