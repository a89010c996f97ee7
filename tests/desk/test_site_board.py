"""The board of freshness: stale and empty channels against the inspection's numbers; who sees it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.portal.site import approved, live, make_office, moved
from tests.records.cast import DAY, people
from youju.lib import clock
from youju.orgs.consents import Purpose, consent_give, consent_withdraw
from youju.records.inquiries.inquiry.site_messages import unanswered_on_site
from youju.records.publicity.article.freshness import board
from youju.records.publicity.article.models import Article, ArticleState, How
from youju.records.publicity.channel.models import Channel
from youju.records.publicity.outlet.models import Outlet
from youju.records.verbs.asker_verbs import inquiry_ask


@pytest.fixture
def office(db: None) -> SimpleNamespace:
    return make_office()


def test_a_news_channel_is_stale_after_two_weeks_and_the_home_page_with_it(office: SimpleNamespace):
    now = clock.now()
    live(office)
    with clock.at(now + timedelta(days=14)):
        found = board()
        assert (found.stale, found.home_is_stale, found.is_refused) == (0, False, False)
    with clock.at(now + timedelta(days=15)):
        found = board()
        assert (found.stale, found.home_is_stale, found.is_refused) == (1, True, True)


def test_notices_have_half_a_year_and_what_stands_is_asked_nothing(office: SimpleNamespace):
    now = clock.now()
    notices = Channel.objects.create(code="notices", name="通知公告", rhythm="notice")
    standing = Channel.objects.create(code="standing", name="机构职能", rhythm="standing")
    live(office, channel=notices)
    live(office, channel=standing)
    with clock.at(now + timedelta(days=183)):
        assert board().stale == 0
    with clock.at(now + timedelta(days=184)):
        assert {each.channel.code: each.is_stale for each in board().channels} == {
            "notices": True, "standing": False,
        } | {each.code: False for each in Channel.objects.filter(code="jiaoyu-xinwen")}  # fmt: skip


def test_what_stands_below_a_channel_keeps_it_fresh(office: SimpleNamespace):
    top = Channel.objects.create(code="top", name="政务公开", rhythm="news")
    live(office, channel=Channel.objects.create(code="below", name="政策", rhythm="news", parent=top))
    assert {each.channel.code: each.is_empty for each in board().channels if each.channel.code != "jiaoyu-xinwen"} == {
        "top": False, "below": False,
    }  # fmt: skip


def test_five_empty_channels_are_refused(office: SimpleNamespace):
    live(office)
    for number in range(5):
        assert not board().is_refused
        Channel.objects.create(code=f"empty-{number}", name=f"空{number}", rhythm="standing")
    assert board().is_refused


def test_it_lists_what_shows_somebody_who_no_longer_agrees_and_what_did_not_go_up(office: SimpleNamespace, desk: Desk):
    (wang,) = people(office.hill, "王一")
    given = consent_give(
        person=wang, purpose=Purpose.PUBLIC_NAME, by="self", on=DAY, actor=office.alice, reference="同意书1号"
    )
    live(office, title="提到王一的报道", mentions=[{"person": wang, "how": How.NAMED}])
    late, now = approved(office, title="没有按时发布的报道"), clock.now()
    moved(late, "schedule", office.alice, up_at=now + timedelta(minutes=1), down_at=None)
    consent_withdraw(consent=given, actor=office.alice)
    with clock.at(now + timedelta(minutes=2)):
        page = desk(office.alice).get(reverse("site-board")).text
    assert "提到王一的报道" in page and "没有按时发布的报道" in page


def test_it_is_for_the_bureau(office: SimpleNamespace, desk: Desk):
    assert desk(office.dora).get(reverse("site-board")).status_code == 200
    for who in (office.bob, office.charlie, office.eve):
        assert desk(who).get(reverse("site-board")).status_code == 403


def test_what_is_published_says_so_although_no_outlet_takes_its_record(office: SimpleNamespace, desk: Desk):
    case = approved(office)
    Outlet.objects.all().delete()
    alice, address = desk(office.alice), reverse("case-move", args=[case.ref, "publish"])
    page = alice.post(address, {"version": case.version}, follow=True)
    assert page.status_code == 200
    assert [message.level_tag for message in page.context["messages"]] == ["success", "warning"]
    assert Article.objects.get(ref=case.ref).state == ArticleState.LIVE


def test_messages_that_wait_too_long_refuse_the_site_and_accusations_are_in_no_number(
    office: SimpleNamespace, desk: Desk
):
    live(office)
    now = clock.now()
    inquiry_ask(sort="question", text="校车几点到站？")
    inquiry_ask(sort="accusation", text="违规收费。", about_unit=office.hill)
    inquiry_ask(sort="question", text="热线里问过的。", channel="hotline")
    for days, long, refused in ((59, 0, 0), (60, 1, 0), (89, 1, 0), (90, 1, 1)):
        with clock.at(now + timedelta(days=days)):
            found = unanswered_on_site(clock.today())
        assert (found.long, found.refused) == (long, refused)
    with clock.at(now + timedelta(days=1)):
        fresh = desk(office.alice).get(reverse("site-board")).text
        assert "would refuse" not in fresh and "open to all" in fresh
    with clock.at(now + timedelta(days=90)):
        live(office)
        page = desk(office.alice).get(reverse("site-board")).text
        assert "would refuse" in page and "1 of them for 90 days" in page
        assert desk(office.bob).get(reverse("site-board")).status_code == 403
