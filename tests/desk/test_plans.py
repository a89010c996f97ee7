"""The pages of the plan: a liaison's dues and the way to the form, an officer's who owes what, the table, the acts."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.orgs.plant import plant
from tests.plans.made import approved, draft, due_of, on, visited
from tests.plans.test_due_life import ticked
from tests.records.cast import member
from youju.orgs.members import Role
from youju.plans.dues import Due, DueState
from youju.plans.items import ItemState, PlanItem
from youju.plans.zero_reports import ZeroReport

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(cast):
    cast.frank = member("frank", cast.county, Role.OFFICER)
    with on(date(2025, 3, 1)):
        return approved(cast, zero=True)


def test_a_liaison_sees_what_is_owed_and_opens_the_form_filled_in(cast, desk, item):
    with on(date(2025, 3, 20)):
        bob = desk(cast.bob)
        page = bob.get(reverse("dues"))
        assert "走访农户" in page.text and "2025-04-07" in page.text
        assert "走访农户" in bob.get(reverse("workbench")).text
        form = bob.get(page.context["rows"][0].url)
    assert form.status_code == 200
    assert str(form.context["form"].initial["happened"]) == "2025-03-20"
    assert form.context["form"].initial["sort"] == "building.places"


def test_a_liaison_sees_nothing_of_another_school(cast, desk, item):
    due = due_of(item, cast.hill, "2025-03")
    with on(date(2025, 3, 20)):
        charlie = desk(cast.charlie)
        assert charlie.get(reverse("due", args=[due.ref])).status_code == 404
        assert "青山小学" not in charlie.get(reverse("dues")).text
        table = charlie.get(reverse("plan-completeness"), {"year": 2025})
        assert "青山小学" not in table.text and "明湖小学" in table.text


def test_an_officer_reads_who_owes_what_with_words_for_the_group(cast, desk, item):
    visited(cast, date(2025, 3, 10))
    ticked(date(2025, 4, 9))
    with on(date(2025, 4, 9)):
        page = desk(cast.alice).get(reverse("dues"), {"which": "overdue"})
    assert "明湖小学" in page.context["by_item"] and "青山小学" not in page.context["by_item"]
    assert "明湖小学: 走访农户" in page.context["by_unit"].replace("1. ", "")


def test_what_was_due_in_an_earlier_year_is_told_apart_from_february_on(cast, desk, item):
    with on(date(2026, 1, 31)):
        assert "走访农户" in desk(cast.bob).get(reverse("workbench")).text
    with on(date(2026, 2, 1)):
        bob = desk(cast.bob)
        assert "走访农户" not in bob.get(reverse("workbench")).text
        assert "走访农户" in bob.get(reverse("dues"), {"which": "left"}).text


def test_the_table_opens_each_cell_and_goes_out_as_excel(cast, desk, item):
    visited(cast, date(2025, 3, 10))
    ticked(date(2025, 4, 9))
    with on(date(2025, 4, 9)):
        alice = desk(cast.alice)
        page = alice.get(reverse("plan-completeness"), {"year": 2025})
        assert f"unit={cast.hill.code}&amp;item={item.ref}" in page.text
        book = load_workbook(BytesIO(b"".join(alice.get(reverse("plan-completeness-file"), {"year": 2025}))))
    rows = {row[0]: row[1] for row in book.worksheets[0].iter_rows(values_only=True)}
    assert (rows["青山小学"], rows["明湖小学"]) == ("1/1", "0/1")


def test_what_was_answered_is_told_so_behind_its_cell_and_is_not_overdue(cast, desk, item):
    visited(cast, date(2025, 3, 10))
    ticked(date(2025, 4, 9))
    with on(date(2025, 4, 9)):
        page = desk(cast.alice).get(reverse("dues"), {"which": "all", "item": item.ref})
    told = {row.due.unit: row.overdue for row in page.context["rows"] if str(row.due.first) == "2025-03-01"}
    assert told == {cast.hill: False, cast.lake: True}
    assert page.text.count("overdue</span>") == 1 and ">met</span>" in page.text


def test_drafting_from_the_library_and_approving_after_a_look(cast, desk):
    frank = desk(member("frank", cast.county, Role.OFFICER))
    alice = desk(cast.alice)
    with on(date(2025, 1, 5)):
        assert "学雷锋志愿服务月" in alice.get(reverse("plan-item-new"), {"year": 2025}).text
        url = reverse("plan-item-new") + "?year=2025&from=lei-feng"
        form = alice.get(url).context["change"].form
        sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
        assert alice.post(url, sent | {"then": "act"}).status_code == 302
        draft_of = PlanItem.objects.get()
        assert alice.get(reverse("plan-approve")).context["change"].form.fields["items"].choices == []
        told = frank.post(reverse("plan-approve"), {"items": [draft_of.ref]})
        assert "2" in told.context["told"][0]
        assert Due.objects.count() == 0
        frank.post(reverse("plan-approve"), {"items": [draft_of.ref], "then": "act"})
    draft_of.refresh_from_db()
    assert draft_of.state == ItemState.APPROVED
    assert {due.window for due in draft_of.dues.all()} == {"2025-03"}
    assert "学雷锋" in desk(cast.bob).get(reverse("plan"), {"year": 2025}).text


def test_one_tap_says_nothing_and_one_tap_takes_it_back(cast, desk, item):
    with on(date(2025, 3, 31)):
        bob = desk(cast.bob)
        sent = {"unit": cast.hill.code, "section": "volunteering", "month": "202503"}
        assert reverse("zero-report") in bob.get(reverse("dues")).text
        page = bob.post(reverse("zero-report"), sent, follow=True)
        report = ZeroReport.objects.get()
        assert due_of(item, cast.hill, "2025-03").state == DueState.ZERO
        assert reverse("zero-back", args=[report.ref]) in page.text
        assert "3/2025." in page.text and "202503." not in page.text
        for month in ("9" * 5000, "202513", "-1", ""):
            assert bob.post(reverse("zero-report"), sent | {"month": month}).status_code == 404
        assert desk(cast.charlie).post(reverse("zero-back", args=[report.ref])).status_code == 404
        bob.post(reverse("zero-back", args=[report.ref]))
    assert due_of(item, cast.hill, "2025-03").state == DueState.DUE


def test_excusing_by_an_officer_alone(cast, desk, item):
    due = due_of(item, cast.hill, "2025-03")
    url = reverse("due-excuse", args=[due.ref])
    for who in (cast.bob, cast.dora):
        assert desk(who).post(url, {"reason": "停课", "then": "act"}).status_code == 403
    desk(cast.alice).post(url, {"reason": "停课", "then": "act"})
    due.refresh_from_db()
    assert due.state == DueState.EXCUSED
    assert "停课" in desk(cast.bob).get(reverse("due", args=[due.ref])).text


def test_changing_and_ending_are_drafts(cast, desk, item):
    alice = desk(cast.alice)
    url = reverse("plan-item-change", args=[item.ref])
    form = alice.get(url).context["change"].form
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    alice.post(url, sent | {"title": "走访农户（改）", "then": "act"})
    change = PlanItem.objects.get(replaces=item)
    assert (change.title, change.state) == ("走访农户（改）", ItemState.DRAFT)
    alice.post(reverse("plan-item-discard", args=[change.ref]), {"then": "act"})
    alice.post(reverse("plan-item-end", args=[item.ref]), {"then": "act"})
    assert PlanItem.objects.get(replaces=item).ends
    assert alice.get(reverse("plan-item", args=[item.ref])).status_code == 200


@pytest.mark.parametrize("who", ["bob", "charlie", "dora", "eve"])
def test_pages_of_those_who_draft_and_approve(cast, desk, who):
    cast.frank = member("frank", cast.county, Role.OFFICER)
    waiting = draft(cast)
    client = desk(getattr(cast, who))
    for name in ("plan-item-edit", "plan-item-change", "plan-item-end", "plan-item-discard"):
        assert client.get(reverse(name, args=[waiting.ref])).status_code in (403, 404), name
    for name in ("plan-item-new", "plan-new-year"):
        assert client.get(reverse(name)).status_code == 403, name
    assert client.post(reverse("plan-approve"), {"items": [waiting.ref], "then": "act"}).status_code in (403, 422)
    waiting.refresh_from_db()
    assert waiting.state == ItemState.DRAFT


def test_the_table_asks_as_often_however_many_units_and_items(cast, desk, item, django_assert_max_num_queries):
    alice = desk(cast.alice)
    url = reverse("plan-completeness")
    with CaptureQueriesContext(connection) as few:
        alice.get(url, {"year": 2025})
    for place in range(6):
        plant(f"999901.more{place}", kind="school", name=f"分校{place}", parent=cast.county)
        approved(cast, code=f"more-{place}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        page = alice.get(url, {"year": 2025})
    assert len(page.context["table"].lines) == 8 and len(page.context["table"].items) == 7


@pytest.mark.parametrize("year", ["²", "99999", "1", "-2025", "２０２５"])
def test_an_address_with_no_year_in_it_shows_the_present_one(cast, desk, year):
    with on(date(2025, 3, 20)):
        assert desk(cast.alice).get(reverse("plan"), {"year": year}).context["year"] == 2025


@pytest.mark.parametrize("month", ["²", "202513", "20253", "999912", ""])
def test_a_zero_report_is_of_a_month_that_there_is(cast, desk, month):
    sent = {"unit": cast.hill.code, "section": "volunteering", "month": month}
    assert desk(cast.bob).post(reverse("zero-report"), sent).status_code == 404
    assert not ZeroReport.objects.exists()
