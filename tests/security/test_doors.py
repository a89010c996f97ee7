"""The doors beside the main one: redirects, HEAD, forged headers, outlived sessions, files of other schools."""

import logging
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.addresses import url_patterns
from tests.desk.conftest import Desk
from tests.desk.paper import paper, seen, visits_form
from tests.records.cast import member, verified, visits
from youju.ledger import log
from youju.orgs.members import Role, RoleGrant
from youju.records.heads.attachments import Attachment
from youju.records.heads.occasions import Occasion
from youju.records.heads.refs import new_ref
from youju.records.statistics.statistic.models import Statistic
from youju.records.verbs.corrections import Correction
from youju.records.verbs.record_verbs import record_edit, record_return, record_submit

ELSEWHERE = (
    "https://evil.example/", "//evil.example/", r"/\evil.example", "javascript:alert(1)", "https:evil.example",
    "http://127.0.0.1@evil.example/", "\thttps://evil.example", "%0d%0aLocation:https://evil.example",
)  # fmt: skip
SHARP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


@pytest.mark.parametrize("there", ELSEWHERE)
def test_log_in_and_language_lead_nowhere_else(cast: SimpleNamespace, there: str):
    form = {"username": "bob", "password": "a long pass phrase", "next": there}
    for answer in (
        Client().post(reverse("login"), form),
        Client().post(f"{reverse('login')}?next={there}", form | {"next": ""}),
        Client().post(reverse("set_language"), {"language": "en", "next": there}, headers={"referer": there}),
        Client().get(reverse("set_language"), {"next": there}),
    ):
        assert answer.status_code in (302, 204)
        where = urljoin("http://here/login/", answer.get("Location", "").replace("\\", "/").strip())
        assert where.startswith("http://here/"), where


def test_a_role_taken_away_counts_from_the_next_request_on(cast: SimpleNamespace, desk: Desk):
    record, alice = visits(cast.bob, cast.hill), desk(cast.alice)
    record_submit(record=record, actor=cast.bob)
    assert alice.get(reverse("review")).status_code == 200
    RoleGrant.objects.filter(member=cast.alice).delete()
    assert alice.get(reverse("review")).status_code == 403
    assert alice.post(reverse("record-verify", args=[record.ref])).status_code == 404
    assert log.size() == 0


def test_an_account_that_was_disabled_is_out_at_once(cast: SimpleNamespace, desk: Desk):
    client = desk(cast.bob)
    cast.bob.is_active = False
    cast.bob.save()
    assert client.get(reverse("workbench")).status_code == 302
    assert client.post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk)).status_code == 302
    assert not Statistic.objects.exists()


def test_who_left_a_unit_hands_in_nothing_there_by_an_old_form(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    RoleGrant.objects.filter(member=cast.bob).update(unit=cast.lake)
    form = visits_form(cast.lake.pk, ref=record.ref, then="submit", uploads=paper())
    assert desk(cast.bob).post(reverse("record-new", args=["statistic"]), form).status_code == 404
    record.refresh_from_db()
    assert (record.state, Attachment.objects.count()) == ("draft", 0)


def test_an_old_form_does_not_pass_for_saved_when_it_says_something_else(cast: SimpleNamespace, desk: Desk):
    client, ref = desk(cast.bob), new_ref("statistic")
    client.post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk, ref=ref, value="17"))
    again = visits_form(cast.hill.pk, ref=ref, value="71")
    answer = client.post(reverse("record-new", args=["statistic"]), again)
    assert answer.status_code == 409
    assert "Your text has not been saved" in answer.text
    assert Statistic.objects.get().quantity == 17


def test_lock_out_counts_the_machine_not_what_it_says_of_itself(cast: SimpleNamespace):
    for number in range(9):
        headers = {"x-forwarded-for": f"10.0.0.{number}", "accept-language": "en"}
        answer = Client(headers=headers).post(reverse("login"), {"username": "bob", "password": "wrong"})
    assert answer.status_code == 429
    right = {"username": "bob", "password": "a long pass phrase"}
    assert Client(headers={"x-forwarded-for": "10.9.9.9"}).post(reverse("login"), right).status_code == 429


def test_evidence_of_another_school_is_not_handed_out(cast: SimpleNamespace, desk: Desk):
    record, bob = visits(cast.bob, cast.hill), desk(cast.bob)
    bob.post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "file"})
    url = reverse("evidence", args=[Attachment.objects.get().pk])
    charlie = desk(cast.charlie)
    for answer in (charlie.get(url), charlie.head(url), charlie.get(url, headers={"HX-Request": "true"})):
        assert answer.status_code in (404, 405)
        assert not answer.streaming
    own = visits(cast.charlie, cast.lake)
    taken = reverse("evidence-detach", args=[own.ref, Attachment.objects.get().pk])
    assert charlie.post(taken).status_code == 404
    assert Attachment.objects.exists()


@pytest.mark.parametrize(
    "name", ["走访登记.txt", 'a"; filename="x.html', "a\r\nX-Evil: 1.txt", "\u202etxt.exe.txt", "é" * 300 + ".txt"]
)
def test_a_download_is_never_run_by_a_browser(cast: SimpleNamespace, desk: Desk, name: str):
    record, bob = visits(cast.bob, cast.hill), desk(cast.bob)
    bob.post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(name), "grade": "file"})
    attachment = Attachment.objects.first()
    if attachment is None:
        return  # refused at the door
    answer = bob.get(reverse("evidence", args=[attachment.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "private, no-store")
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert "X-Evil" not in answer
    assert "\u202e" not in attachment.name


def test_no_get_and_no_head_writes(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    draft = visits(cast.alice, cast.county)
    given = {"ref": draft.ref, "pk": 1, "code": "statistic", "section": "statistics", "action": "finish", "year": 2025}
    client = desk(cast.alice)
    addresses = [
        reverse(str(each.name), kwargs={name: given.get(name, 1) for name in each.pattern.converters})
        for each in url_patterns()
    ]
    addresses += [reverse("record", args=[record.ref]), reverse("figure", args=["exam.candidates"])]
    with CaptureQueriesContext(connection) as asked:
        for address in addresses:
            for method in (client.get, client.head):
                method(address, {"act": "forget|1", "decision": "accept", "reason": "x", "then": "submit"})
    writes = [q["sql"] for q in asked if q["sql"].lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))]
    tables = {sql.partition('"')[2].partition('"')[0] for sql in writes}
    # The session moves its own end, a wrong code is counted, and who was refused or takes a file along is on record.
    assert tables - {"django_session", "orgs_wrongtry", "orgs_auditrow"} == set()


def test_a_forged_htmx_header_opens_nothing(cast: SimpleNamespace, desk: Desk):
    record, charlie = visits(cast.bob, cast.hill), desk(cast.charlie)
    forged = {"HX-Request": "true", "HX-Boosted": "true", "HX-Target": "rows"}
    for name in ("record", "record-edit"):
        answer = charlie.get(reverse(name, args=[record.ref]), headers=forged)
        assert (answer.status_code, "走访农户" in answer.text) == (404, False)
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.bob, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(reverse("record-submit", args=[record.ref]), headers=forged).status_code == 403


@pytest.mark.parametrize("extra", [{"unit": "lake"}, {"unit": "yun"}])
def test_a_correction_stays_within_reach(cast: SimpleNamespace, desk: Desk, extra: dict[str, str]):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    unit = getattr(cast, {"lake": "lake", "yun": "county"}[extra["unit"]])
    form = visits_form(unit.pk, reason="改到别处", version=record.version)
    assert desk(cast.bob).post(reverse("record-correct", args=[record.ref]), form).status_code == 422
    assert not Correction.objects.exists()


def test_a_correction_moves_a_figure_only_where_the_officer_has_a_say(cast: SimpleNamespace, desk: Desk):
    frank = member("frank", cast.hill, Role.OFFICER)
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    form = visits_form(cast.lake.pk, value="17", reason="其实是明湖小学的", version=record.version)
    desk(cast.alice).post(reverse("record-correct", args=[record.ref]), form)
    decide = reverse("record-correction", args=[record.ref])
    assert (
        desk(frank)
        .post(decide, {"decision": "accept", "correction": Correction.objects.get().pk} | seen(record))
        .status_code
        == 403
    )
    assert log.size() == 1
    assert Correction.objects.get().state == "waiting"


def test_what_a_correction_keeps_is_what_the_form_accepted(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    form: dict[str, Any] = visits_form(cast.hill.pk, reason="少一户", version=record.version)
    desk(cast.bob).post(
        reverse("record-correct", args=[record.ref]), form | {"value": ["a\0b", "16"], "state": "voided"}
    )
    data = Correction.objects.get().data
    assert data["value"] == ["16"]
    assert not {"state", "author", "reason", "verifier"} & set(data)


def test_an_amendment_takes_no_evidence_and_no_state_by_the_way(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    form = visits_form(cast.hill.pk, reason="补标题", version=record.version, title="走访", uploads=paper(),
                       state="draft", author=cast.charlie.pk, opening="1", ref=new_ref("statistic"))  # fmt: skip
    assert desk(cast.bob).post(reverse("record-amend", args=[record.ref]), form).status_code == 302
    shown = {"correction": Correction.objects.get().pk} | seen(record)
    desk(cast.alice).post(reverse("record-correction", args=[record.ref]), {"decision": "accept"} | shown)
    record = Statistic.objects.get()
    assert (record.state, record.author, record.opening, record.title) == ("verified", cast.bob, False, "走访")
    assert not Attachment.objects.exists()


def test_a_partner_reads_what_was_handed_in_and_nothing_before(cast: SimpleNamespace, desk: Desk):
    record, charlie = visits(cast.bob, cast.hill, partners=[cast.lake]), desk(cast.charlie)
    desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "file"})
    page, file = reverse("record", args=[record.ref]), reverse("evidence", args=[Attachment.objects.get().pk])
    assert [charlie.get(page).status_code, charlie.get(file).status_code] == [404, 404]
    record_submit(record=record, actor=cast.bob)
    assert [charlie.get(page).status_code, charlie.get(file).status_code] == [200, 200]
    for name in ("record-edit", "record-amend", "record-correct", "record-verify", "record-void", "evidence-attach"):
        assert charlie.post(reverse(name, args=[record.ref]), {"reason": "x"}).status_code in (403, 404), name


def test_names_with_marks_in_them_are_shown_as_text(cast: SimpleNamespace, desk: Desk):
    for unit in (cast.county, cast.hill):
        type(unit).objects.filter(pk=unit.pk).update(name=SHARP, short_name=SHARP[:40])
    type(cast.bob).objects.filter(pk=cast.bob.pk).update(name=SHARP[:40])
    occasion = Occasion.objects.create(code="sharp", sort="event", name=SHARP, unit=cast.hill)
    record = visits(cast.bob, cast.hill, title=SHARP, occasion=occasion, note=SHARP, late_reason=SHARP)
    verified(record, cast.bob, cast.alice)
    alice, figure = desk(cast.alice), "/figure/exam.candidates/"
    text = {"text": f"全年{SHARP}高考考生17人。", "period": "2025"}
    pages = ["/", "/records/statistics/", "/records/statistic/new", f"/record/{record.ref}/", "/review/", "/figures/",
             figure, f"{figure}?by=hill", f"/record/{record.ref}/correct", "/summary/2025/", "/check/"]  # fmt: skip
    shown = [alice.get(page).text for page in pages] + [alice.post("/check/", text).text]
    for place, page in zip([*pages, "checked"], shown, strict=True):
        assert "<script>alert" not in page, place
        assert "<img src=x" not in page, place


def test_tried_doors_are_noted_for_whoever_watches(cast: SimpleNamespace, desk: Desk, caplog: pytest.LogCaptureFixture):
    record = visits(cast.bob, cast.hill)
    with caplog.at_level(logging.WARNING):
        desk(cast.charlie).get(reverse("record", args=[record.ref]))
    assert f"{cast.charlie.token} wanted to read {record.ref}" in caplog.text
    assert "charlie" not in caplog.text.replace(cast.charlie.token, "")


def test_an_officer_decides_only_on_what_the_page_showed(cast: SimpleNamespace, desk: Desk):
    record, alice = visits(cast.bob, cast.hill), desk(cast.alice)
    record_submit(record=record, actor=cast.bob)
    seen = {"seen": f"{record.ref}:{record.version}"}
    record_return(record=record, actor=cast.alice, reason="请核对户数")
    record_edit(record=record, values={"quantity": 900}, actor=cast.bob, version=record.version)
    record_submit(record=record, actor=cast.bob)
    for answer in (
        alice.post(reverse("record-verify", args=[record.ref]), seen),
        alice.post(reverse("review"), seen | {"ref": record.ref}),
    ):
        assert answer.status_code == 409
        assert "Look at it once more" in answer.text
    assert log.size() == 0
    now = {"seen": f"{record.ref}:{record.version}"}
    assert alice.post(reverse("record-verify", args=[record.ref]), now).status_code == 302


def test_an_officer_accepts_only_the_correction_the_page_showed(cast: SimpleNamespace, desk: Desk):
    record, alice = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice), desk(cast.alice)
    correct, decide = (reverse(name, args=[record.ref]) for name in ("record-correct", "record-correction"))
    desk(cast.bob).post(correct, visits_form(cast.hill.pk, value="16", reason="少一户", version=record.version))
    shown = {"correction": Correction.objects.get().pk, "decision": "accept"}
    alice.post(decide, shown | {"decision": "decline", "reason": "不对"} | seen(record))
    desk(cast.bob).post(correct, visits_form(cast.hill.pk, value="900", reason="少一户", version=record.version))
    assert alice.post(decide, shown | seen(record)).status_code == 409
    assert Statistic.objects.get().quantity == 17


def test_a_decision_that_does_not_say_what_it_was_made_on_is_refused(cast: SimpleNamespace, desk: Desk):
    waiting, alice = visits(cast.bob, cast.hill), desk(cast.alice)
    record_submit(record=waiting, actor=cast.bob)
    sound = verified(visits(cast.bob, cast.hill, 3), cast.bob, cast.alice)
    form = visits_form(cast.hill.pk, value="2", reason="少一户", version=sound.version)
    desk(cast.bob).post(reverse("record-correct", args=[sound.ref]), form)
    shown = {"correction": Correction.objects.get().pk}
    for address, sent in (
        (reverse("record-verify", args=[waiting.ref]), {}),
        (reverse("record-return", args=[waiting.ref]), {"reason": "缺照片"}),
        (reverse("review"), {"ref": waiting.ref} | seen(sound)),
        (reverse("record-void", args=[sound.ref]), {"reason": "重复"}),
        (reverse("record-correction", args=[sound.ref]), {"decision": "accept"} | seen(sound)),
        (reverse("record-correction", args=[sound.ref]), {"decision": "accept"} | shown),
        (reverse("record-correction", args=[sound.ref]), {"decision": "decline", "reason": "不对"} | shown),
    ):
        answer = alice.post(address, sent)
        assert answer.status_code == 409, address
        assert "does not say which version" in answer.text
    assert (type(waiting).objects.get(pk=waiting.pk).state, log.size()) == ("submitted", 1)
    assert Correction.objects.get().state == "waiting"
