"""The audit log: for auditors alone; found by person, action, thing and day; refusals and downloads are in it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper
from tests.records.cast import verified, visits
from youju.desk.audit import audit_page
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role, RoleGrant
from youju.orgs.setting_verbs import setting_change
from youju.records.heads.attachments import Attachment


@pytest.fixture(autouse=True)
def forgotten_refusals():
    cache.clear()
    yield
    cache.clear()


def found(client: Client, **query: str) -> list[tuple[str, str]]:
    """Action and actor of each row on the page."""
    return [(row.row.action, row.who) for row in client.get(reverse("audit"), query).context["rows"]]


def test_rows_are_found_by_person_action_thing_and_day(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    setting_change(name="late_days", text="60", actor=cast.eve)
    dora = desk(cast.dora)
    assert found(dora, target=record.ref) == [
        ("record.verify", "alice"),
        ("record.submit", "bob"),
        ("record.add", "bob"),
    ]
    assert found(dora, actor="eve") == [("setting.change", "eve")]
    assert {action for action, _who in found(dora, action="record")} == {"record.verify", "record.submit", "record.add"}
    assert found(dora, action="record.submit") == [("record.submit", "bob")]
    today = clock.today()
    assert len(found(dora, first=today.isoformat(), last=today.isoformat())) == 4
    assert found(dora, first=(today + timedelta(days=1)).isoformat()) == []
    assert found(dora, last=(today - timedelta(days=1)).isoformat()) == []
    assert found(dora, first="yesterday") == []
    assert found(dora, action="nonsense") == []


def test_members_are_named_and_details_shown_as_text(cast: SimpleNamespace, desk: Desk):
    Client().post(reverse("login"), {"username": "bob", "password": "wrong"})
    page = desk(cast.dora).get(reverse("audit"), {"target": "bob"}).text
    assert "wrong password" in page and "bob · 青山小学" in page and "127.0.0.1" in page


def test_what_somebody_typed_is_not_markup(cast: SimpleNamespace, desk: Desk):
    desk(cast.bob).get("/record/<script>alert(1)</script>")
    assert "<script>alert" not in desk(cast.dora).get(reverse("audit")).text


def test_long_logs_come_in_pages(cast: SimpleNamespace, desk: Desk):
    AuditRow.objects.bulk_create(AuditRow(actor="system", action="x", target=str(n)) for n in range(120))
    dora = desk(cast.dora)
    assert [len(found(dora, page=page)) for page in ("1", "2", "3", "99")] == [50, 50, 20, 20]


def test_nobody_but_auditors_reads_it(cast: SimpleNamespace, desk: Desk):
    for member in (cast.alice, cast.bob, cast.eve):
        assert desk(member).get(reverse("audit")).status_code == 403
    assert Client().get(reverse("audit")).status_code == 302


def test_refusals_are_noted_once_a_page_in_ten_minutes(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    charlie = desk(cast.charlie)
    for _again in range(3):
        charlie.get(reverse("record", args=[record.ref]))
    charlie.get(reverse("settings"))
    charlie.get("/no/such/page")
    rows = AuditRow.objects.filter(action="access.refused").order_by("pk")
    assert [(row.actor, row.target, row.detail["status"]) for row in rows] == [
        (cast.charlie.token, reverse("record", args=[record.ref]), 404),
        (cast.charlie.token, reverse("settings"), 403),
    ]


def test_strangers_and_codes_leave_no_refusals(cast: SimpleNamespace, desk: Desk):
    Client().get(reverse("settings"))
    desk(cast.bob).get(reverse("ticket", args=["0000-0000"]))
    assert not AuditRow.objects.filter(action="access.refused").exists()


def test_each_download_is_noted(cast: SimpleNamespace, desk: Desk):
    record, bob = visits(cast.bob, cast.hill), desk(cast.bob)
    bob.post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "file"})
    page = reverse("evidence", args=[Attachment.objects.get().pk])
    downloads = [bob.get(page).get("Content-Disposition", "") for _again in range(2)]
    expected = sum(header.startswith("attachment") for header in downloads)
    rows = AuditRow.objects.filter(action="download")
    assert [(row.actor, row.target) for row in rows] == [(cast.bob.token, page)] * expected


def test_who_audits_a_part_does_not_read_of_the_whole(cast: SimpleNamespace, desk: Desk):
    RoleGrant.objects.create(member=cast.alice, role=Role.AUDITOR, unit=cast.hill)
    assert desk(cast.alice).get(reverse("audit")).status_code == 403


def test_what_is_withheld_stays_out_however_much_of_it_there_is(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    hidden, open_ = (verified(visits(cast.bob, cast.hill, n), cast.bob, cast.alice) for n in (3, 4))
    many = [f"statistic-{number:06}" for number in range(900_000, 901_200)]
    monkeypatch.setattr(audit_page, "withheld_refs", lambda _member: [*many, hidden.ref])
    dora = desk(cast.dora)
    assert found(dora, target=hidden.ref) == []
    assert found(dora, target=open_.ref)[0] == ("record.verify", "alice")
