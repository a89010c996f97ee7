"""What is said of a form before it is saved, and of a number that looks unusual."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import visits_form
from tests.records.cast import verified, visits
from youju.orgs.audit import AuditRow
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import record_kinds
from youju.records.verbs.record_verbs import record_submit

TOLD = reverse("record-told", args=["statistic"])
NEW = reverse("record-new", args=["statistic"])


def test_a_day_that_was_told_already_is_said_before_anything_is_saved(cast: SimpleNamespace, desk: Desk):
    there = visits(cast.bob, cast.hill)
    before = AuditRow.objects.count()
    answer = desk(cast.bob).post(TOLD, visits_form(cast.hill.pk, title=""))
    assert reverse("record", args=[there.ref]) in answer.text
    assert Ledgered.objects.count() == 1
    assert AuditRow.objects.count() == before


def test_a_form_of_any_kind_is_asked_while_it_is_still_empty(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    for kind in record_kinds():
        answer = browser.post(
            reverse("record-told", args=[kind.code]), {"unit": cast.hill.pk, "happened": "2025-03-05"}
        )
        assert answer.status_code == 200, kind.code


def test_a_record_is_not_held_against_itself(cast: SimpleNamespace, desk: Desk):
    there = visits(cast.bob, cast.hill)
    assert there.ref not in desk(cast.bob).post(TOLD, visits_form(cast.hill.pk, known=there.ref)).text


def test_a_form_that_cannot_be_read_yet_says_nothing(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    assert desk(cast.bob).post(TOLD, visits_form(cast.hill.pk, happened="x")).text.strip() == ""


def test_another_school_is_told_nothing_of_it(cast: SimpleNamespace, desk: Desk):
    there = visits(cast.bob, cast.hill)
    assert there.ref not in desk(cast.charlie).post(TOLD, visits_form(cast.hill.pk)).text


def test_who_writes_nothing_down_asks_nothing(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.dora).post(TOLD, visits_form(cast.hill.pk)).status_code == 403


def test_an_unusual_number_stays_a_draft_until_it_is_handed_in_all_the_same(cast: SimpleNamespace, desk: Desk):
    for number in (17, 20):
        verified(visits(cast.bob, cast.hill, number, title=f"走访{number}"), cast.bob, cast.alice)
    page = desk(cast.bob).post(
        NEW, visits_form(cast.hill.pk, value="2000", title="秋季大走访", then="submit"), follow=True
    )
    record = Ledgered.objects.order_by("-pk")[0]
    assert record.state == "draft"
    assert "Is the number right?" in page.text
    desk(cast.bob).post(reverse("record-submit", args=[record.ref]))
    record.refresh_from_db()
    assert record.state == "submitted"


def test_the_queue_asks_about_it_too(cast: SimpleNamespace, desk: Desk):
    for number in (17, 20):
        verified(visits(cast.bob, cast.hill, number, title=f"走访{number}"), cast.bob, cast.alice)
    record_submit(record=visits(cast.bob, cast.hill, 2000, title="秋季大走访"), actor=cast.bob)
    assert "Is the number right?" in desk(cast.alice).get(reverse("review")).text


def test_a_late_record_is_asked_why_and_does_not_call_it_optional(cast: SimpleNamespace, desk: Desk):
    late = desk(cast.bob).post(NEW, visits_form(cast.hill.pk, then="redraw", late_reason="")).text
    assert "(asked, because it comes late)" in late


def test_what_the_form_has_shown_is_handed_in_at_once(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    said = desk(cast.bob).post(TOLD, visits_form(cast.hill.pk)).text
    shown = said.partition('name="shown" value="')[2].partition('"')[0]
    desk(cast.bob).post(NEW, visits_form(cast.hill.pk, then="submit", shown=shown))
    assert Ledgered.objects.order_by("-pk")[0].state == "submitted"


def test_a_day_off_is_asked_about_and_holds_nothing_up(cast: SimpleNamespace, desk: Desk):
    sunday = {"happened": "2025-03-16"}
    assert "Is the day right?" in desk(cast.bob).post(TOLD, visits_form(cast.hill.pk, **sunday)).text
    desk(cast.bob).post(NEW, visits_form(cast.hill.pk, then="submit", **sunday))
    assert Ledgered.objects.get().state == "submitted"
