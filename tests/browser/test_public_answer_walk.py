"""The opinions of a review meeting, from the meeting's page to the manuscript that answers them; on both screens."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    """A verified meeting of two opinions, and a channel to answer in."""
    from tests.records.cast import make_cast
    from youju.records.kinds import get_record_kind
    from youju.records.publicity.channel.models import Channel
    from youju.records.reviews.meeting.sample import sample
    from youju.records.verbs.record_verbs import record_add, record_submit, record_verify

    cast = make_cast()
    values = sample(cast.hill, date(2025, 3, 14)) | {"late_reason": "补录"}
    record = record_add(kind=get_record_kind("meeting"), values=values, actor=cast.bob)
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    Channel.objects.create(code="tongzhi", name="通知公告", rhythm="news")
    yield SimpleNamespace(url=live_server.url, meeting=record)


def look(screen: Page) -> None:
    assert axe_violations(screen) == []
    assert not screen.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_the_answer_is_begun_on_a_telephone_and_stands_where_it_was_begun(
    phone: Page, page: Page, office: SimpleNamespace
) -> None:
    opinions = f"{office.url}/meeting/{office.meeting.ref}/opinions"
    log_in(phone, office.url, "bob")
    phone.goto(opinions)
    look(phone)
    phone.click("main button:has-text('起草公开答复')")
    expect(phone.locator("[name=body]")).to_contain_text("校门口放学时段车辆拥堵：尚未列入整改。")
    phone.fill("[name=channel]", "通知公告")
    phone.click("main form .btn-primary:has-text('投稿')")
    expect(phone.locator("main .head-note")).to_contain_text("待编辑")
    look(phone)
    log_in(page, office.url, "alice")
    page.goto(opinions)
    look(page)
    expect(page.locator("section:has(#public-answer) a")).to_have_count(1)
    expect(page.locator("main button:has-text('起草公开答复')")).to_have_count(0)
