"""What may tell something twice is shown before it is handed in and in the queue, to nobody more than may see it."""

from datetime import timedelta
from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.desk.conftest import Desk
from tests.desk.paper import paper, visits_form
from tests.evidence.test_likeness import packed, scene
from tests.records.cast import DAY, verified, visits
from youju.desk.records.hints import hints_of
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.verbs.record_verbs import record_submit, record_void

BEFORE = "Perhaps this was told before"
NEW = reverse("record-new", args=["statistic"])


def attach(desk: Desk, member: Member, record: Record, file: SimpleUploadedFile) -> None:
    answer = desk(member).post(reverse("evidence-attach", args=[record.ref]), {"uploads": file, "grade": "file"})
    assert answer.status_code == 302


def page(desk: Desk, member: Member, record: Record) -> str:
    return desk(member).get(reverse("record", args=[record.ref])).text


def photo(seed: int = 1, quality: int = 92) -> SimpleUploadedFile:
    return SimpleUploadedFile("合影.jpg", packed(scene(seed), quality=quality))


def test_the_same_file_beside_another_record_is_shown_with_that_record(cast: SimpleNamespace, desk: Desk):
    first, again = visits(cast.bob, cast.hill), visits(cast.bob, cast.hill, happened=DAY + timedelta(days=1))
    for record in (first, again):
        attach(desk, cast.bob, record, paper())
    assert "lies beside another record, too" in page(desk, cast.bob, again)
    assert reverse("record", args=[first.ref]) in page(desk, cast.bob, again)


def test_a_picture_packed_anew_is_shown(cast: SimpleNamespace, desk: Desk):
    first, again = visits(cast.bob, cast.hill), visits(cast.bob, cast.hill, happened=DAY + timedelta(days=1))
    attach(desk, cast.bob, first, photo())
    attach(desk, cast.bob, again, photo(quality=50))
    assert "is nearly the same picture as one of" in page(desk, cast.bob, again)


def test_another_picture_of_another_day_is_not(cast: SimpleNamespace, desk: Desk):
    first, again = visits(cast.bob, cast.hill), visits(cast.bob, cast.hill, happened=DAY + timedelta(days=1))
    attach(desk, cast.bob, first, photo(1))
    attach(desk, cast.bob, again, photo(2))
    assert BEFORE not in page(desk, cast.bob, again)


def test_a_record_of_others_is_not_named(cast: SimpleNamespace, desk: Desk):
    theirs, own = visits(cast.charlie, cast.lake, title="明湖走访"), visits(cast.bob, cast.hill)
    attach(desk, cast.charlie, theirs, paper())
    attach(desk, cast.bob, own, paper())
    shown = page(desk, cast.bob, own)
    assert "a record that is not open to you" in shown
    assert theirs.ref not in shown
    assert "明湖走访" not in shown


def test_the_same_day_told_again_stays_a_draft_until_it_is_handed_in_all_the_same(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    desk(cast.bob).post(NEW, visits_form(cast.hill.pk, then="submit", uploads=paper()))
    record = Ledgered.objects.order_by("-pk")[0]
    assert record.state == "draft"
    assert "nearly the same title" in page(desk, cast.bob, record)
    desk(cast.bob).post(reverse("record-submit", args=[record.ref]))
    record.refresh_from_db()
    assert record.state == "submitted"


def test_another_title_or_day_is_handed_in_at_once(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill, title="看望困难学生家庭")
    visits(cast.bob, cast.hill, happened=DAY + timedelta(days=1))
    desk(cast.bob).post(NEW, visits_form(cast.hill.pk, then="submit"))
    assert Ledgered.objects.order_by("-pk")[0].state == "submitted"


def test_what_was_voided_is_no_hint(cast: SimpleNamespace, desk: Desk):
    first = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    record_void(record=first, actor=cast.alice, reason="重复")
    assert BEFORE not in page(desk, cast.bob, visits(cast.bob, cast.hill))


def test_the_queue_marks_likely_pairs(cast: SimpleNamespace, desk: Desk):
    for _twice in range(2):
        record_submit(record=visits(cast.bob, cast.hill), actor=cast.bob)
    queue = desk(cast.alice).get(reverse("review")).text
    assert queue.count("Perhaps told before") == 2
    assert queue.count("the record in hand") == 2


def test_the_bureau_sees_it_also_once_it_is_verified_and_the_school_does_not(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    record = verified(visits(cast.bob, cast.hill, title="走访农户户"), cast.bob, cast.alice)
    assert BEFORE not in page(desk, cast.bob, record)
    visits(cast.alice, cast.hill)
    assert BEFORE in page(desk, cast.alice, record)


def test_hints_cost_the_same_for_many_records(
    cast: SimpleNamespace, desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
):
    records = [visits(cast.bob, cast.hill, quantity) for quantity in range(1, 9)]
    for record in records:
        attach(desk, cast.bob, record, photo())
    with django_assert_max_num_queries(17):
        assert len(hints_of(records, cast.bob)) == 8
