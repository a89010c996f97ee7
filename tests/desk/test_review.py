"""The review queue: many at once, all or none."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, seen
from tests.records.cast import people, session, visits
from youju.ledger import log
from youju.lib import clock
from youju.records.heads.attachments import Attachment
from youju.records.verbs.record_verbs import record_submit


def test_what_is_ticked_is_verified_in_one_go(cast: SimpleNamespace, desk: Desk):
    records = [visits(cast.bob, cast.hill, number) for number in (3, 4, 5)]
    for record in records:
        record_submit(record=record, actor=cast.bob)
    desk(cast.alice).post(reverse("review"), {"ref": [record.ref for record in records[:2]], **seen(*records)})
    assert [type(record).objects.get(pk=record.pk).state for record in records] == ["verified", "verified", "submitted"]


def test_one_that_cannot_be_verified_stops_them_all(cast: SimpleNamespace, desk: Desk):
    theirs, own = visits(cast.bob, cast.hill), visits(cast.alice, cast.county)
    for record, author in ((theirs, cast.bob), (own, cast.alice)):
        record_submit(record=record, actor=author)
    answer = desk(cast.alice).post(reverse("review"), {"ref": [theirs.ref, own.ref], **seen(theirs, own)})
    assert answer.status_code == 403
    assert "Somebody else must decide on it." in answer.text
    assert log.size() == 0


def test_nothing_ticked_changes_nothing_and_says_so(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.alice).post(reverse("review"), follow=True)
    assert "Nothing was ticked" in answer.text


def test_all_can_be_ticked_without_a_script(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    assert f'value="{record.ref}" checked' in desk(cast.alice).get(reverse("review"), {"ticked": "all"}).text


def test_a_row_shows_the_figure_and_its_evidence(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill, 17)
    desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "file"})
    record_submit(record=record, actor=cast.bob)
    page = desk(cast.alice).get(reverse("review")).text
    assert "examination candidates 17" in page
    assert reverse("evidence", args=[Attachment.objects.get().pk]) in page


def test_a_session_shows_who_came_of_whom(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一", "青二", "青三")
    record_submit(record=session(cast.bob, cast.hill, roster, roster[:2]), actor=cast.bob)
    page = desk(cast.alice).get(reverse("review"), headers={"accept-language": "zh-hans"}).text
    assert re.search(r"学习\D* 1次 · \D+3人次 · \D+2人次", page)


def test_the_words_for_the_group_give_the_offices_day(cast: SimpleNamespace, desk: Desk):
    before_eight = datetime(2025, 3, 16, 23, 30, tzinfo=UTC)  # half past seven on the 17th
    with clock.at(before_eight):
        record_submit(record=visits(cast.bob, cast.hill), actor=cast.bob)
    assert "handed in on 2025-03-17" in desk(cast.alice).get(reverse("review")).context["group_text"]


def test_one_row_is_verified_or_returned_by_itself_and_the_queue_comes_back(cast: SimpleNamespace, desk: Desk):
    first, second = visits(cast.bob, cast.hill, 3), visits(cast.bob, cast.hill, 4)
    for record in (first, second):
        record_submit(record=record, actor=cast.bob)
    alice = desk(cast.alice)
    verified = alice.post(reverse("record-verify", args=[first.ref]), {"back": "review", **seen(first)})
    returned = alice.post(
        reverse("record-return", args=[second.ref]), {"back": "review", "reason": "缺照片"} | seen(second)
    )
    assert {verified["Location"], returned["Location"]} == {reverse("review")}
    assert [type(one).objects.get(pk=one.pk).state for one in (first, second)] == ["verified", "returned"]


def test_a_page_of_the_queue_loads_no_more_than_its_rows(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("youju.desk.pages.ROWS", 2)
    for number in range(5):
        record_submit(record=visits(cast.bob, cast.hill, number + 1), actor=cast.bob)
    page = desk(cast.alice).get(reverse("review"), {"page": 3})
    assert page.text.count('class="queue-title"') == 1
    assert "examination candidates 5" in page.text


def test_the_queue_has_words_for_the_group(cast: SimpleNamespace, desk: Desk):
    record_submit(record=visits(cast.bob, cast.hill), actor=cast.bob)
    page = desk(cast.alice).get(reverse("review"), headers={"accept-language": "zh-hans"}).text
    assert "待核实记录1条" in page
    assert "青山小学《走访农户》" in page


def test_ones_own_record_cannot_be_ticked(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.alice, cast.county)
    record_submit(record=record, actor=cast.alice)
    page = desk(cast.alice).get(reverse("review")).text
    assert "your own" in page
    assert f'value="{record.ref}"' not in page
