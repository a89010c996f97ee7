"""The publication gate on the desk: what a verb refuses to publish is shown, and let through by a second person."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.gate.samples import MOBILE
from tests.records.cast import member
from tests.records.volunteering import test_certificate as certificates
from tests.records.volunteering.test_certificate import requested, served
from youju.gate.checks import Check, CheckState
from youju.orgs.members import Role, RoleGrant
from youju.records.volunteering.certificate.models import Certificate

office = certificates.office


@pytest.fixture
def held(office: SimpleNamespace, desk: Desk) -> Check:
    """A notice that bob was about to post, with a mobile number in it."""
    served(office, 90)
    certificate = requested(office, contact=MOBILE)
    address = reverse("case-move", args=[certificate.ref, "publish"])
    answer = desk(office.bob).post(address, {"posted_at": "一楼公示栏", "version": certificate.version})
    check: Check = Check.objects.get()
    assert answer.headers["Location"] == reverse("gate-check", args=[check.digest])
    assert Certificate.objects.get().state == "requested"
    return check


def test_whoever_published_sees_what_was_found_and_where(office: SimpleNamespace, desk: Desk, held: Check):
    page = desk(office.bob).get(reverse("gate-check", args=[held.digest]))
    assert "private telephone" in page.text and MOBILE not in page.text and "13***" in page.text
    assert held.title in desk(office.bob).get(reverse("gate")).text


def test_a_second_person_lets_it_through_and_then_it_goes_out(
    office: SimpleNamespace,
    desk: Desk,
    held: Check,
):
    address = reverse("gate-check", args=[held.digest])
    desk(office.bob).post(address, {"act": "ask", "reason": "校办只有这部电话"})
    assert 'value="grant"' not in desk(office.bob).get(address).text
    assert desk(office.bob).post(address, {"act": "grant"}).status_code == 403
    assert "may go out" in desk(office.alice).post(address, {"act": "grant"}, follow=True).text
    held.refresh_from_db()
    assert (held.state, held.decided_by) == (CheckState.THROUGH, office.alice)
    certificate = Certificate.objects.get()
    again = {"posted_at": "一楼公示栏", "version": certificate.version}
    desk(office.bob).post(reverse("case-move", args=[certificate.ref, "publish"]), again)
    assert Certificate.objects.get().state == "notice"


def test_holding_on_to_it_needs_words(office: SimpleNamespace, desk: Desk, held: Check):
    address = reverse("gate-check", args=[held.digest])
    assert desk(office.bob).post(address, {"act": "ask", "reason": " "}).status_code == 422
    desk(office.bob).post(address, {"act": "ask", "reason": "校办只有这部电话"})
    assert desk(office.alice).post(address, {"act": "refuse", "reason": ""}).status_code == 422
    page = desk(office.alice).post(address, {"act": "refuse", "reason": "写办公室电话"}, follow=True)
    assert "写办公室电话" in page.text


def test_a_wrong_word_changes_nothing(office: SimpleNamespace, desk: Desk, held: Check):
    address = reverse("gate-check", args=[held.digest])
    for act in ("grant", "refuse", "", "x"):
        desk(office.alice).post(address, {"act": act, "reason": "x"})
    held.refresh_from_db()
    assert held.state == CheckState.HELD


def test_another_school_finds_nothing(office: SimpleNamespace, desk: Desk, held: Check):
    for other in (office.charlie, office.dora, office.eve):
        assert desk(other).get(reverse("gate-check", args=[held.digest])).status_code == 404
        assert desk(other).post(reverse("gate-check", args=[held.digest]), {"act": "grant"}).status_code == 404
    assert held.title not in desk(office.charlie).get(reverse("gate")).text
    assert desk(office.dora).get(reverse("gate")).status_code == 403


def test_an_officer_for_other_sections_neither_finds_nor_decides_it(office: SimpleNamespace, desk: Desk, held: Check):
    other = member("otto", office.county)
    RoleGrant.objects.create(member=other, role=Role.OFFICER, unit=office.county, sections=["study"])
    address = reverse("gate-check", args=[held.digest])
    desk(office.bob).post(address, {"act": "ask", "reason": "校办只有这部电话"})
    assert held.title not in desk(other).get(reverse("gate")).text
    assert [desk(other).get(address).status_code, desk(other).post(address, {"act": "grant"}).status_code] == [404, 404]
    held.refresh_from_db()
    assert held.state == CheckState.ASKED


def test_a_signing_leader_sees_what_waits(office: SimpleNamespace, desk: Desk, held: Check):
    leader = member("lin", office.county, Role.SIGNER)
    for address in (reverse("gate"), reverse("gate") + "?which=all", reverse("gate-check", args=[held.digest])):
        page = desk(leader).get(address)
        assert (page.status_code, held.title in page.text) == (200, True)


def test_what_was_mended_and_went_out_waits_no_longer(office: SimpleNamespace, desk: Desk, held: Check):
    certificate = Certificate.objects.get()
    values = {"posted_at": "一楼公示栏", "contact": "0511-86512345", "version": certificate.version}
    Certificate.objects.update(contact="0511-86512345")
    desk(office.bob).post(reverse("case-move", args=[certificate.ref, "publish"]), values)
    assert Certificate.objects.get().state == "notice"
    assert reverse("gate-check", args=[held.digest]) not in desk(office.bob).get(reverse("gate")).text
    assert reverse("gate-check", args=[held.digest]) in desk(office.bob).get(reverse("gate"), {"which": "all"}).text
