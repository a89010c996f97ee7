"""What became of a meeting's opinions is answered in public: the button begins a manuscript, and no more than that."""

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.kinds import get_case_kind, get_record_kind
from youju.records.publicity.article.models import Article
from youju.records.publicity.channel.models import Channel
from youju.records.reviews.meeting.sample import sample
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify

SPORTS, TRAFFIC = "希望课后服务多开体育项目", "校门口放学时段车辆拥堵"


@pytest.fixture
def meeting(cast: SimpleNamespace) -> Record:
    values = sample(cast.hill, date(2025, 3, 14)) | {"late_reason": "补录"}
    record = record_add(kind=get_record_kind("meeting"), values=values, actor=cast.bob)
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    return record


def raise_followup(cast: SimpleNamespace, meeting: Record, text: str, **more: Any) -> Any:
    values = {
        "unit": cast.hill, "title": text, "note": text, "owner": cast.bob, "happened": date(2025, 3, 14),
        "due_on": date(2025, 6, 1), "source": Ledgered.objects.get(pk=meeting.pk),
    } | more  # fmt: skip
    return case_open(kind=get_case_kind("followup"), values=values, actor=cast.alice)


def opinions(desk: Desk, member: Member, meeting: Record) -> str:
    return desk(member).get(reverse("meeting-opinions", args=[meeting.ref])).text


def begun(page: str) -> dict[str, str]:
    """The values that the button sends."""
    found = re.findall(r'<input type="hidden" name="(ref|unit|title|sort|body)"\s+value="([^"]*)"', page)
    return dict(found)


def typed(values: dict[str, str]) -> dict[str, str]:
    """The form as it is sent with a channel chosen."""
    channel, _new = Channel.objects.get_or_create(code="tongzhi", defaults={"name": "通知公告", "rhythm": "news"})
    return values | {"channel": channel.name, "happened": "2025-03-20"}


def hand_in(desk: Desk, member: Member, values: dict[str, str]) -> Article:
    answer = desk(member).post(reverse("case-new", args=["article"]), typed(values))
    assert answer.status_code == 302, answer.text
    return Article.objects.get(ref=values["ref"])


def test_the_draft_says_in_chinese_what_became_of_each_opinion(cast: SimpleNamespace, desk: Desk, meeting: Record):
    done = raise_followup(cast, meeting, SPORTS)
    with clock.at(datetime(2025, 6, 1, 4, tzinfo=UTC)):
        assert f"1. {SPORTS}：正在办理，2025年6月1日前办结。" in begun(opinions(desk, cast.bob, meeting))["body"]
    with clock.at(datetime(2025, 6, 2, 4, tzinfo=UTC)):
        late = begun(opinions(desk, cast.bob, meeting))["body"]
    assert f"1. {SPORTS}：未能按原定的2025年6月1日办结，仍在办理。" in late, "a day that has passed is no promise"
    outcome = {"done_on": date(2025, 4, 20), "outcome": "开设篮球、足球社团。"}
    case_move(case=done, action="finish", actor=cast.bob, version=1, values=outcome)
    before = begun(opinions(desk, cast.bob, meeting))["body"]
    assert "仍在办理" in before and "开设篮球" not in before, "nobody has confirmed it"
    case_move(case=done, action="confirm", actor=cast.alice, version=2)
    body = begun(opinions(desk, cast.bob, meeting))["body"]
    assert f"1. {SPORTS}：开设篮球、足球社团。" in body
    assert f"2. {TRAFFIC}：尚未列入整改。" in body
    assert "家长代表" not in body and "人大代表" not in body, "of a group of one it would be a name"


def test_the_button_fills_in_the_manuscripts_form_and_writes_nothing(
    cast: SimpleNamespace, desk: Desk, meeting: Record
):
    values = begun(opinions(desk, cast.bob, meeting))
    page = desk(cast.bob).post(reverse("case-new", args=["article"]), {**values, "then": "redraw"}).text
    assert TRAFFIC in page and f'value="{values["ref"]}"' in page
    assert not Article.objects.exists()


def test_what_is_handed_in_waits_for_its_reviews_and_is_begun_once(cast: SimpleNamespace, desk: Desk, meeting: Record):
    values = begun(opinions(desk, cast.bob, meeting))
    article = hand_in(desk, cast.bob, values)
    assert article.state == "manuscript" and article.published_at is None
    page = opinions(desk, cast.bob, meeting)
    assert reverse("case", args=[article.ref]) in page and not begun(page)


def test_a_manuscript_that_was_not_used_makes_room_for_another(cast: SimpleNamespace, desk: Desk, meeting: Record):
    article = hand_in(desk, cast.bob, begun(opinions(desk, cast.bob, meeting)))
    case_move(case=article, action="give-up", actor=cast.bob, version=1, reason="先办完再答复")
    again = begun(opinions(desk, cast.bob, meeting))
    assert again["ref"] not in ("", article.ref)


def test_another_school_neither_reads_nor_begins_it(cast: SimpleNamespace, desk: Desk, meeting: Record):
    values = begun(opinions(desk, cast.bob, meeting))
    assert desk(cast.charlie).get(reverse("meeting-opinions", args=[meeting.ref])).status_code == 404
    refused = desk(cast.charlie).post(reverse("case-new", args=["article"]), {**values, "then": "redraw"})
    assert refused.status_code in (200, 403)
    assert desk(cast.charlie).post(reverse("case-new", args=["article"]), typed(values)).status_code in (403, 422)
    assert not Article.objects.exists()


def test_a_manuscript_that_another_school_put_under_its_reference_is_in_nobodys_way(
    cast: SimpleNamespace, desk: Desk, meeting: Record
):
    values = begun(opinions(desk, cast.bob, meeting))
    squat = hand_in(desk, cast.charlie, values | {"unit": str(cast.lake.pk), "title": "占位"})
    page = opinions(desk, cast.bob, meeting)
    assert begun(page)["ref"] not in ("", squat.ref) and "占位" not in page


def test_an_unverified_meeting_is_answered_by_nothing(cast: SimpleNamespace, desk: Desk):
    values = sample(cast.hill, date(2025, 3, 14)) | {"late_reason": "补录"}
    draft = record_add(kind=get_record_kind("meeting"), values=values, actor=cast.bob)
    assert not begun(opinions(desk, cast.bob, draft))
