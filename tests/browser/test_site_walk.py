"""A manuscript in a browser: handed in, reviewed by three, live, counted, taken down; the site clean for axe."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser

TITLE = "春日读书会走进书香长廊"


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    """A bureau with an open site, one channel and enough officers for three reviews."""
    from tests.portal.site import make_office
    from tests.records.cast import DAY
    from youju.orgs.settings import SettingRow
    from youju.portal.kept import KEPT
    from youju.records.publicity.article.sample import sample

    KEPT.clear()
    cast = make_office()
    SettingRow.objects.create(code="site_cache_seconds", value="0")  # a browser keeps a page for a minute
    sample(cast.hill, DAY)  # writes the channel
    yield SimpleNamespace(url=live_server.url, cast=cast)


def _press(screen: Page, office: SimpleNamespace, who: str, case: str, move: str, **typed: str) -> None:
    """Make one move of a case as somebody."""
    _as(screen, office, who)
    screen.goto(office.url + case)
    act = screen.locator(f".act:has(summary:text-is('{move}'))")
    if act.get_attribute("open") is None:
        act.locator("summary").click()
    for name, text in typed.items():
        act.locator(f"[name={name}]").fill(text)
    act.locator(".form-foot button").click()
    screen.wait_for_load_state()


def _as(screen: Page, office: SimpleNamespace, who: str) -> None:
    screen.context.clear_cookies()
    log_in(screen, office.url, who)


def test_from_the_manuscript_to_the_figure_and_down_again(page: Page, office: SimpleNamespace) -> None:
    from youju.indicators.figures import figure
    from youju.lib import clock
    from youju.lib.periods import Period

    _as(page, office, "bob")
    page.goto(office.url + "/cases/article/new")
    page.fill("[name=title]", TITLE)
    page.fill("[name=channel]", "教育新闻")
    page.fill("[name=body]", "三月的长廊里书声琅琅。\n\n## 共读一本书\n\n各班推选了领读人。")
    assert axe_violations(page) == []
    page.click("main .btn-primary")
    case = page.url.removeprefix(office.url)
    address = f"/site/article/{case.split('/')[2]}/"

    _press(page, office, "alice", case, "编辑后送审", proofreaders="宣传组")
    _press(page, office, "olga", case, "初审通过")
    _press(page, office, "otto", case, "复审通过")
    _press(page, office, "odile", case, "终审通过")
    _press(page, office, "alice", case, "立即发布")
    page.goto(office.url + address)
    assert page.inner_text("h1") == TITLE

    _as(page, office, "bob")
    page.goto(office.url + case)
    page.click("section[aria-labelledby=item] a")
    assert TITLE in page.inner_text("h1")
    year = Period.year(clock.today().year)
    assert not figure(office.cast.county, year, "publicity.local").value
    _count_it()
    assert figure(office.cast.county, year, "publicity.local").value == 1

    _press(page, office, "alice", case, "下架", reason="活动信息有误")
    page.goto(office.url + address)
    assert page.inner_text("h1") == "页面不存在"
    assert figure(office.cast.county, year, "publicity.local").value == 1


def _count_it() -> None:
    """The draft that came of the article, handed in by its author and verified."""
    from youju.orgs.members import Member
    from youju.records.publicity.item.models import PublicityItem
    from youju.records.verbs.record_verbs import record_submit, record_verify

    item = PublicityItem.objects.get()
    record_submit(record=item, actor=item.author)
    record_verify(record=item, actor=Member.objects.get(username="alice"))


def test_the_site_is_clean_for_axe_wide_narrow_and_four_times_as_large(
    page: Page, phone: Page, browser: Browser, office: SimpleNamespace
) -> None:
    from tests.portal.site import live

    case = live(office.cast, tags="阅读 校园文化", original="https://www.example.org/a-long-address/" + "x" * 80)
    live(office.cast, title="第二篇文章")
    addresses = (
        "/site/", "/site/channel/jiaoyu-xinwen/", f"/site/article/{case.ref}/", f"/site/article/{case.ref}/print/",
        "/site/search/?q=读书", "/site/search/?q=没有", "/site/map/", "/site/tag/阅读/", "/site/notices/",
        "/site/summaries/", "/site/nothing/", "/screen", "/site/answers/", "/site/ask/", "/site/ask/code/",
        "/site/order/",
    )  # fmt: skip
    zoomed = browser.new_context(viewport={"width": 320, "height": 256}, locale="zh-CN").new_page()
    broken = []
    for screen in (page, phone, zoomed):  # 1280 pixels at 400 % are 320
        for address in addresses:
            screen.goto(office.url + address)
            if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                broken.append(f"{address}: wider than the screen")
            if screen is not zoomed:
                broken += [f"{address}: {line}" for line in axe_violations(screen)]
    zoomed.context.close()
    assert broken == []


def test_it_is_read_and_searched_without_javascript(browser: Browser, office: SimpleNamespace) -> None:
    from tests.portal.site import live

    live(office.cast)
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    screen = context.new_page()
    screen.goto(office.url + "/site/")
    screen.fill("#find", "书香长廊")
    screen.click(".find button")
    screen.click(f"main >> text={TITLE}")
    assert screen.inner_text("h1") == TITLE
    screen.goto(office.url + "/screen")
    assert TITLE in screen.inner_text("main")
    assert not context.cookies()
    context.close()
