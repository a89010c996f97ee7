"""The review queue: many at once, all or none."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import visits
from youju.ledger import log
from youju.records.verbs import record_submit


def test_what_is_ticked_is_verified_in_one_go(cast: SimpleNamespace, desk: Desk):
    records = [visits(cast.bob, cast.hill, number) for number in (3, 4, 5)]
    for record in records:
        record_submit(record=record, actor=cast.bob)
    desk(cast.alice).post(reverse("review"), {"ref": [record.ref for record in records[:2]]})
    assert [type(record).objects.get(pk=record.pk).state for record in records] == ["verified", "verified", "submitted"]


def test_one_that_cannot_be_verified_stops_them_all(cast: SimpleNamespace, desk: Desk):
    theirs, own = visits(cast.bob, cast.hill), visits(cast.alice, cast.hill)
    for record, author in ((theirs, cast.bob), (own, cast.alice)):
        record_submit(record=record, actor=author)
    answer = desk(cast.alice).post(reverse("review"), {"ref": [theirs.ref, own.ref]})
    assert answer.status_code == 403
    assert "Somebody else must verify it." in answer.text
    assert log.size() == 0


def test_nothing_ticked_changes_nothing_and_says_so(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.alice).post(reverse("review"), follow=True)
    assert "Nothing was ticked" in answer.text


def test_all_can_be_ticked_without_a_script(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    assert f'value="{record.ref}" checked' in desk(cast.alice).get(reverse("review"), {"ticked": "all"}).text


def test_ones_own_record_cannot_be_ticked(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.alice, cast.hill)
    record_submit(record=record, actor=cast.alice)
    page = desk(cast.alice).get(reverse("review")).text
    assert "your own" in page
    assert f'value="{record.ref}"' not in page
