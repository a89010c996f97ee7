"""An application in a real browser, from applying on a phone to the record of the title; every screen on a phone."""

from __future__ import annotations

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
    """A campaign by a list of four criteria; olga is the second officer."""
    from tests.records.accreditation.applying import a_campaign
    from tests.records.cast import make_cast, member
    from youju.orgs.members import Role

    cast = make_cast()
    cast.olga = member("olga", cast.county, Role.OFFICER)
    yield SimpleNamespace(url=live_server.url, cast=cast, campaign=a_campaign(), broken=[])


def look(office: SimpleNamespace, screen: Page) -> None:
    """Note what is wrong with the page as it stands."""
    office.broken += [f"{screen.url}: {line}" for line in axe_violations(screen)]
    if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        office.broken.append(f"{screen.url}: wider than the screen")


def press(screen: Page, action: str, **fields: str) -> None:
    """Make a move on a case's page."""
    form = screen.locator(f"form[action$='/{action}']")
    form.evaluate("each => each.closest('details.act').open = true")
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator(".form-foot button").click()


def as_member(screen: Page, office: SimpleNamespace, name: str) -> None:
    screen.context.clear_cookies()
    log_in(screen, office.url, name)


def test_from_applying_to_the_record_of_the_title(page: Page, phone: Page, office: SimpleNamespace):
    case = applied_for(phone, office)
    as_member(page, office, "alice")
    page.goto(case)
    press(page, "admit")
    assessed(phone, office, case)
    graded(phone, office, expert_link(page, case))
    put_under_notice(page, office, case)
    notice_runs_out()
    as_member(page, office, "olga")
    page.goto(case)
    press(page, "grant", document="望文明委〔2025〕3号", issuer="望川市文明委")
    as_member(page, office, "bob")
    page.goto(case)
    page.click("form[action$='/record'] button")
    page.wait_for_url(re.compile(r"/record/holding-[^/]+/edit"))
    assert page.input_value("[name=document]") == "望文明委〔2025〕3号"
    assert office.broken == []


def applied_for(phone: Page, office: SimpleNamespace) -> str:
    """bob applies on a phone; the address of the application."""
    as_member(phone, office, "bob")
    phone.goto(f"{office.url}/cases/application/new")
    look(office, phone)
    phone.select_option("[name=campaign]", label="市级文明校园创建")
    phone.click("main form .btn-primary")
    return re.sub(r"(/case/[^/]+/).*", r"\1", phone.url)


def assessed(phone: Page, office: SimpleNamespace, case: str) -> None:
    """bob answers every criterion and hands the assessment in."""
    phone.goto(f"{case}criteria/")
    look(office, phone)
    phone.click(".head-actions .btn-primary")
    best_grades(phone, office, "criteria/{place}$", "button[name=next]")
    phone.wait_for_url(re.compile(r"criteria/$"))
    for address in (f"{case}materials/", case):
        phone.goto(address)
        look(office, phone)
    press(phone, "assess")


def expert_link(page: Page, case: str) -> str:
    """alice makes a sheet for somebody outside; the link that is shown once."""
    page.goto(f"{case}experts/")
    page.fill("[name=expert]", "郑专家")
    page.click("main form .btn-primary >> nth=-1")
    link = re.search(r"http\S+/t/\S+", page.inner_text("main"))
    assert link is not None
    return link.group().rstrip("。.")


def graded(phone: Page, office: SimpleNamespace, link: str) -> None:
    """The expert grades every criterion without a log-in, and hands the sheet in."""
    phone.context.clear_cookies()
    phone.goto(link)
    look(office, phone)
    phone.click("main .tasks a >> nth=0")
    best_grades(phone, office, "no={place}$", "main form .btn-primary")
    phone.click("button[name=hand-in]")
    look(office, phone)


def best_grades(phone: Page, office: SimpleNamespace, address: str, button: str) -> None:
    """An A for each of the four criteria, one page after the other."""
    for place in range(1, 5):
        phone.wait_for_url(re.compile(address.format(place=place)))
        if place == 1:
            look(office, phone)
            another_language(phone)
        phone.check("[name=grade][value=A]")
        phone.click(button)


def another_language(phone: Page) -> None:
    """A page in the other language has what was not saved yet."""
    phone.fill("main form textarea", "属实")
    phone.check("[name=grade][value=B]")
    for language in ("en", "zh-hans"):
        phone.locator(f"button[name=language][value={language}]").last.click()
        assert phone.input_value("main form textarea") == "属实"
        assert phone.is_checked("[name=grade][value=B]")


def put_under_notice(page: Page, office: SimpleNamespace, case: str) -> None:
    page.goto(case)
    press(page, "review")
    press(page, "propose")
    page.goto(f"{office.url}/campaign/{office.campaign.code}/")
    page.fill("[name=where]", "县教育局公告栏")
    page.click("main form .btn-primary")


def notice_runs_out() -> None:
    """As if its days had passed: posted a season ago, and its last day gone whatever days off are announced."""
    from youju.lib import clock
    from youju.records.notices.models import Notice

    before = timedelta(days=90)
    changed = Notice.objects.update(
        began=clock.now() - before, last_day=clock.today() - timedelta(days=1), provisional=False
    )
    assert changed == 1


def test_the_offices_pages_have_no_fault_at_a_desk_or_on_a_phone(page: Page, phone: Page, office: SimpleNamespace):
    from tests.records.accreditation.applying import graded, in_state

    case = in_state(office.cast, "assessed", office.campaign)
    graded(case, office.cast.alice, n2_1="C")
    code = case.checklist.code
    pages = (
        "/cases/application/", "/campaigns/", "/campaigns/new", f"/campaign/{office.campaign.code}/", "/gaps/",
        "/checklists/", "/checklists/new", f"/checklist/{code}/", f"/checklist/{code}/import",
        f"/checklist/{code}/criterion?no=1.1", f"/case/{case.ref}/", f"/case/{case.ref}/experts/",
        f"/case/{case.ref}/criteria/", f"/case/{case.ref}/criteria/1",
    )  # fmt: skip
    for screen in (page, phone):
        log_in(screen, office.url, "alice")
        for address in pages:
            screen.goto(office.url + address)
            look(office, screen)
    assert office.broken == []


def test_a_member_grades_on_a_phone_from_the_workbench(page: Page, phone: Page, office: SimpleNamespace):
    from tests.records.accreditation.applying import again, in_state

    case = in_state(office.cast, "assessed", office.campaign)
    as_member(page, office, "alice")
    page.goto(f"{office.url}/case/{case.ref}/experts/")
    page.fill("[name=member]", "charlie（明湖小学）")
    page.click("main form .btn-primary >> nth=-1")
    look(office, page)
    as_member(phone, office, "charlie")
    phone.click("section[aria-labelledby=to-score] a")
    look(office, phone)
    phone.click("main .tasks a >> nth=0")
    best_grades(phone, office, "no={place}$", "main form .btn-primary")
    phone.click("button[name=hand-in]")
    phone.wait_for_url(f"{office.url}/")
    assert phone.locator("section[aria-labelledby=to-score]").count() == 0
    assert again(case).sheet().graded == 4
    assert office.broken == []
