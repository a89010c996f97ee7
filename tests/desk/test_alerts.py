"""The page of alerts, its count on every page, and what is no longer one's to read."""

from types import SimpleNamespace

from django.db import transaction
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import verified, visits
from youju.orgs.members import RoleGrant
from youju.records.alerts import AlertSort, alert, unread
from youju.records.heads.record import Record
from youju.records.verbs.record_verbs import record_return, record_submit

PAGE = reverse("alerts")


def returned(cast: SimpleNamespace) -> Record:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=cast.alice, reason="照片看不清")
    return record


def test_what_came_back_is_counted_on_every_page_and_told_with_its_reason(cast: SimpleNamespace, desk: Desk):
    record = returned(cast)
    bob = desk(cast.bob)
    assert '<span class="nav-count">1</span>' in bob.get("/").text
    page = bob.get(PAGE).text
    assert record.title in page
    assert "照片看不清" in page


def test_many_that_are_alike_are_one_line_and_are_counted_as_one(cast: SimpleNamespace, desk: Desk):
    for _time in range(3):
        returned(cast)
    bob = desk(cast.bob)
    assert '<span class="nav-count">1</span>' in bob.get("/").text
    with transaction.atomic():
        alert(told=[(cast.bob, "inquiry-abcdefgh12")], sort=AlertSort.OVERDUE, actor=cast.alice)
    assert unread(cast.bob) == 2


def test_opening_the_record_from_its_alert_reads_it(cast: SimpleNamespace, desk: Desk):
    record = returned(cast)
    opened = desk(cast.bob).post(PAGE, {"target": record.ref})
    assert opened.url == reverse("record", args=[record.ref])  # type: ignore[attr-defined]  # a redirect
    assert unread(cast.bob) == 0


def test_nobody_opens_by_an_alert_what_is_not_theirs(cast: SimpleNamespace, desk: Desk):
    record = returned(cast)
    for target in (record.ref, "nothing-1", "x' OR 1"):
        assert desk(cast.charlie).post(PAGE, {"target": target}).url == PAGE  # type: ignore[attr-defined]  # a redirect
    assert unread(cast.bob) == 1


def test_all_are_read_at_a_press_and_only_ones_own(cast: SimpleNamespace, desk: Desk):
    returned(cast)
    desk(cast.charlie).post(PAGE)
    assert unread(cast.bob) == 1
    desk(cast.bob).post(PAGE)
    assert unread(cast.bob) == 0


def test_what_one_may_no_longer_read_has_no_name(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    RoleGrant.objects.filter(member=cast.bob).update(unit=cast.lake)
    page = desk(cast.bob).get(PAGE).text
    assert record.title not in page
    assert record.ref not in page
    assert "not open to you any more" in page


def test_nobody_sees_anothers(cast: SimpleNamespace, desk: Desk):
    record = returned(cast)
    for who in (cast.charlie, cast.alice, cast.dora, cast.eve):
        assert record.title not in desk(who).get(PAGE).text


def test_many_that_are_alike_are_one_line_with_a_count_that_opens(cast: SimpleNamespace, desk: Desk):
    several = [verified(visits(cast.bob, cast.hill, number), cast.bob, cast.alice) for number in range(1, 13)]
    back = returned(cast)
    bob = desk(cast.bob)
    groups = bob.get(PAGE).context["groups"]
    assert [(each.group.sort, each.group.size, len(each.rows)) for each in groups] == [
        ("returned", 1, 1),
        ("verified", 12, 10),
    ]
    group = {"sort": "verified", "kind": "statistic"}
    page = bob.get(PAGE, group)
    assert len(page.context["rows"]) == len(several) and back.title in bob.get(PAGE).text
    assert desk(cast.charlie).get(PAGE, group).context["rows"] == []


def test_a_group_is_read_at_a_press_and_the_others_stay(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 3), cast.bob, cast.alice)
    returned(cast)
    bob = desk(cast.bob)
    bob.post(PAGE, {"sort": "verified", "kind": "statistic"})
    assert [each.group.sort for each in bob.get(PAGE).context["groups"]] == ["returned"]
    assert [row.alert.sort for row in bob.get(PAGE).context["rows"]] == ["verified"]
