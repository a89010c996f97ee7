"""Accusations and the accounts of the unit accused: no row, count, hit, alert, file, export or longer answer.

Under YOUJU_SOAK=1 there are 500 accusations and every address; in the suite a few, and the addresses that list, count,
search or tell of anything of this section.
"""

import os
import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from tests.addresses import url_patterns
from tests.desk.conftest import Desk
from tests.records.cast import member, visits
from tests.records.inquiries.desk_of_inquiries import (
    DAY,
    NOON,
    answered,
    assigned,
    drafted,
    moved,
    reread,
    taken_in,
    taken_in_each,
)
from tests.security.accusations import TEXT, TITLE, accused, accusing, office_of
from youju.clockwork.tick import tick
from youju.desk.records.hints import hints_of
from youju.evidence.store import receive
from youju.gate.checks import Check
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.orgs.members import Role, RoleGrant
from youju.records.alerts import Alert
from youju.records.heads.beside import put_beside
from youju.records.heads.sections import Section
from youju.records.inquiries.inquiry.answers import Signing
from youju.records.inquiries.inquiry.errors import HandlerBarred
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.kinds import case_kinds, kinds
from youju.records.reading.access import heads_for, visible_to
from youju.records.registers.all_registers import registers
from youju.records.sheets.exporting import export_of
from youju.records.verbs.asker_verbs import code_give, solved_say, supplement_add
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.handover import NotTheirs, in_hand, may_take, member_hand_over
from youju.records.verbs.released import NotForThePublic, evidence_release

SOAK = os.environ.get("YOUJU_SOAK") == "1"
COUNT = 500 if SOAK else 3
NEAR = (
    "/cases/", "/search", "/inquiries/", "/alerts", "/records/inquiries", "/register/", "/unit/hill", "/audit",
    "/handover", "/ledger",
)  # fmt: skip
SCHOOLS_OWN, SECONDED = ("bob", "rita"), ("harry", "hank", "hugo")


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    yield from office_of(cast)


def whole_lives(office: SimpleNamespace) -> list[Inquiry]:
    """Accusations in each state that leaves traces: received, in hand, promised, answered."""
    made = taken_in_each(office, [DAY] * COUNT, **accusing(office))
    inquiry = moved(made[0], "accept", office.alice)
    inquiry = moved(inquiry, "assign", office.alice, unit=office.county, owner=office.olga)
    promise = drafted(office.alice, "已立案，四月底前答复。", promised_on=DAY + timedelta(20))
    promise = promise._replace(wording=office.wording)
    inquiry = moved(inquiry, "draft", office.alice, draft=promise)
    inquiry = moved(inquiry, "sign", office.sam, signing=_signing(inquiry, office))
    made[0] = moved(inquiry, "answer", office.olga)
    made[1] = moved(made[1], "accept", office.olga)
    return made


def _signing(inquiry: Inquiry, office: SimpleNamespace) -> Signing:
    return Signing(max(answer.version for answer in inquiry.answers.all()), office.sam)


def _addresses() -> list[str]:
    """Every address of one name or none, with all kinds, registers, sections and the school accused in it."""
    codes = [kind.code for kind in kinds()] + [each.code for each in registers()] + ["hill"]
    given: dict[str, list[object]] = {
        "section": list(Section.values),
        "code": [*codes],
        "year": [2025],
        "name": ["inquiries.received"],
    }
    found = []
    for pattern in url_patterns():
        asked = set(pattern.pattern.converters)
        if not pattern.name or asked - set(given) or len(asked) > 1:
            continue
        for value in given[next(iter(asked))] if asked else [None]:
            try:
                found.append(reverse(pattern.name, args=[value] if asked else []))
            except NoReverseMatch:
                continue
    queries = [f"{reverse('search')}?q={TITLE}", f"{reverse('search')}?text={TITLE}", f"{reverse('cases')}?which=ended"]
    which = ("open", "overdue", "waiting", "ended", "mine", "new", "to-sign", "paused", "today")
    queries += [f"{reverse('cases-of', args=['inquiry'])}?which={each}" for each in which]
    queries += [reverse("register-row", args=row) for row in (("topic", "fees"), ("wording", "accused"))]
    every = [each for each in dict.fromkeys([*found, *queries]) if "logout" not in each and "log-out" not in each]
    near = [each for each in every if each == "/" or (each.startswith(NEAR) and "/new" not in each)]
    return every if SOAK else [each for each in near if "cases/" not in each or "inquiry" in each or "followup" in each]


def _plain(text: str) -> str:
    """Without what each answer has of its own."""
    return re.sub(r'(csrfmiddlewaretoken" value|nonce|X-CSRFToken&quot;: &quot)="?[^"]*"', "", text)


def _body(client: Client, url: str) -> tuple[int, str]:
    answer = client.get(url)
    content = answer.content if not answer.streaming else b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # it streams
    if answer.get("Content-Type", "").startswith("text/html"):
        return answer.status_code, re.sub(r"-[0-9a-hjkmnp-tv-z]{10}\b", "-REF", _plain(content.decode()))
    return answer.status_code, "" if answer.status_code == 200 else content.decode("utf-8", "replace")


@pytest.mark.parametrize("name", SCHOOLS_OWN)
def test_every_page_of_the_schools_own_accounts_is_as_it_was(office: SimpleNamespace, desk: Desk, name: str):
    client, addresses = desk(getattr(office, name)), _addresses()
    assert len(addresses) > (100 if SOAK else 15)
    seen = {url: _body(client, url) for url in addresses}
    before = {url: body for url, body in seen.items() if body[0] == 200}
    assert len(before) > 10
    whole_lives(office)
    changed = [url for url, body in before.items() if _body(client, url) != body]
    assert changed == []


@pytest.mark.parametrize("name", SECONDED)
def test_no_page_of_a_seconded_account_tells_of_it(office: SimpleNamespace, desk: Desk, name: str):
    client, made = desk(getattr(office, name)), whole_lives(office)
    marks = [TITLE, TEXT, "孙举报", "13900009999", *(each.ref for each in made), *(each.number for each in made)]
    for url in _addresses():
        if "?" in url and TITLE in url:  # the page says again what was searched for
            continue
        answer = client.get(url)
        if answer.streaming or not answer.get("Content-Type", "").startswith("text/"):
            continue
        found = [mark for mark in marks if mark in answer.text]
        assert found == [], (url, found[:3])


@pytest.mark.parametrize("name", (*SCHOOLS_OWN, *SECONDED))
def test_it_is_as_if_the_case_did_not_exist(office: SimpleNamespace, desk: Desk, name: str):
    actor, made = getattr(office, name), whole_lives(office)[0]
    client, other = desk(actor), f"{made.ref[:-4]}zzzz"
    for route in ("case", "case-paper", "inquiry-asker"):
        answers = []
        for ref in (made.ref, other):
            url = reverse(route, args=[ref])
            client.get(url)
            with CaptureQueriesContext(connection) as asked:
                answer = client.get(url)
            answers.append((answer.status_code, answer.text.replace(ref, "REF"), len(asked)))
        assert _plain(answers[0][1]) == _plain(answers[1][1]), route
        assert answers[0][::2] == answers[1][::2] and answers[0][0] in (403, 404), (route, answers[0][0])
    post = {"version": made.version, "reason": "x", "text": "x"}
    assert client.post(reverse("case-move", args=[made.ref, "settle"]), post).status_code == 404
    assert reread(made.pk).version == made.version


@pytest.mark.parametrize("name", (*SCHOOLS_OWN, *SECONDED))
def test_no_list_export_or_alert_holds_it(office: SimpleNamespace, name: str):
    actor, made = getattr(office, name), whole_lives(office)
    assert not visible_to(actor).filter(kind__in=("inquiry", "followup")).exists()
    assert heads_for(actor, [each.ref for each in made]) == []
    for kind in case_kinds():
        assert export_of(kind=kind, actor=actor).count() == 0
    list(tick())
    with clock.at(NOON + timedelta(days=90)):
        list(tick())
    assert not Alert.objects.filter(member=actor, target__startswith="inquiry").exists()
    assert not Alert.objects.filter(member=actor, target__startswith="followup").exists()


def test_whoever_handles_it_reads_it(office: SimpleNamespace, desk: Desk):
    made = whole_lives(office)
    for actor in (office.alice, office.olga, office.sam, office.dora):
        assert visible_to(actor).filter(kind="inquiry").count() == COUNT
        assert desk(actor).get(reverse("case", args=[made[0].ref])).status_code == 200


def test_what_is_handed_over_tells_no_administrator_of_the_school(office: SimpleNamespace, desk: Desk):
    made = whole_lives(office)[0]
    admin = member("hana", office.hill)
    RoleGrant.objects.create(member=admin, role=Role.ADMIN, unit=office.county)
    assert in_hand(office.olga).total == 2
    client = desk(admin)
    for url in (reverse("hand-over"), reverse("hand-over-member", args=["olga"])):
        answer = client.get(url)
        assert answer.status_code == 200
        assert made.title not in answer.text and made.ref not in answer.text


@pytest.mark.parametrize("name", SECONDED)
def test_nobody_of_the_school_accused_is_given_it(office: SimpleNamespace, name: str):
    """Whoever it is kept from would own what they cannot see, and it would lie there."""
    made, harry = moved(accused(office), "accept", office.alice), getattr(office, name)
    RoleGrant.objects.get_or_create(member=harry, role=Role.OFFICER, unit=office.county)
    with pytest.raises(HandlerBarred):
        moved(made, "assign", office.alice, unit=office.county, owner=harry)
    moved(made, "assign", office.alice, unit=office.county, owner=office.olga)
    assert not may_take(harry, in_hand(office.olga))
    with pytest.raises(NotTheirs) as refused:
        member_hand_over(member=office.olga, to=harry, actor=office.eve, reason="调岗")
    assert made.title not in str(refused.value) and made.number not in str(refused.value)
    member_hand_over(member=office.olga, to=office.alice, actor=office.eve, reason="调岗")
    assert reread(made.pk).owner == office.alice


def test_a_school_answers_an_appeal_without_knowing_whose(office: SimpleNamespace, desk: Desk):
    inquiry = assigned(office, office.hill, office.bob, sort="appeal", about_unit=office.hill)
    page = desk(office.bob).get(reverse("case", args=[inquiry.ref]))
    assert page.status_code == 200 and "课后服务" in page.text
    assert "钱先生" not in page.text and "13800001234" not in page.text
    assert desk(office.bob).get(reverse("inquiry-asker", args=[inquiry.ref])).status_code == 403
    assert answered(office, inquiry).state == "answered"


def test_what_is_said_on_the_way_does_not_tell_the_school_who_asked(office: SimpleNamespace, desk: Desk):
    """The asker adds, reopens and asks for a review in words that nobody at the bureau has read before the school."""
    telling = "我是钱先生，请打13800001234。"
    inquiry = assigned(office, office.hill, office.bob, sort="appeal", about_unit=office.hill)
    code = code_give(inquiry=inquiry, actor=office.alice)
    inquiry = moved(inquiry, "pause", office.bob, told_how="电话13800001234")
    supplement_add(code=code, text=telling)
    supplement_add(code=code, text="请写明2025-03-01每项收费的依据。")
    inquiry = moved(inquiry, "draft", office.alice, draft=drafted(office.alice, f"钱先生：{telling}"))
    inquiry = moved(inquiry, "send-back", office.sam)
    inquiry = answered(office, inquiry)
    solved_say(code=code, solved=False, reason=telling)
    page, asked = (desk(actor).get(reverse("case", args=[inquiry.ref])).text for actor in (office.bob, office.alice))
    for shown in (page, desk(office.bob).get(reverse("workbench")).text):
        assert "钱先生" not in shown and "13800001234" not in shown
    assert "请写明2025-03-01每项收费的依据。" in page and telling in asked


def test_a_paper_beside_an_accusation_is_never_released(office: SimpleNamespace):
    file = receive(content=BytesIO("收费通知：每生两百元。".encode()), name="通知.txt", received_by=office.alice.token)
    made = accused(office)
    paper = put_beside(made, actor=office.alice, file=file, name="通知.txt")
    with pytest.raises(NotForThePublic):
        evidence_release(head=made, attachment=paper, actor=office.alice)
    assert not Check.objects.exists()


def test_a_paper_beside_an_accusation_is_told_to_nobody_who_has_the_same(office: SimpleNamespace):
    """Else the school accused finds out by trying which of its papers was handed in."""
    file = receive(content=BytesIO("收费通知：每生两百元。".encode()), name="通知.txt", received_by=office.alice.token)
    put_beside(accused(office), actor=office.alice, file=file, name="通知.txt")
    mine = visits(office.bob, office.hill)
    evidence_attach(record=mine, actor=office.bob, file=file, name="通知.txt")
    assert hints_of([mine], office.bob).get(mine.ref) is None
    theirs = visits(office.charlie, office.lake)
    evidence_attach(record=theirs, actor=office.charlie, file=file, name="通知.txt")
    assert [shared.record for shared in hints_of([mine], office.bob)[mine.ref].shared] == [None]


@pytest.mark.parametrize("name", SECONDED)
def test_no_number_less_another_tells_how_many_are_about_ones_own_school(
    office: SimpleNamespace, desk: Desk, name: str
):
    """The bureau's total beside a list: the difference is the same whichever school an accusation is about."""
    actor, client = getattr(office, name), desk(getattr(office, name))
    taken_in(office)
    differences = []
    for unit in (office.lake, office.hill):
        accused(office, about_unit=unit)
        total = live_facts().filter(measure="inquiries.received").count()
        listed = client.get(f"{reverse('cases-of', args=['inquiry'])}").context["page"].paginator.count
        assert listed == visible_to(actor).filter(kind="inquiry").count()
        differences.append(total - listed)
    assert differences == [1, 2]


def test_a_seconded_officer_reads_those_about_others_that_they_handle(office: SimpleNamespace):
    made = accused(office, about_unit=office.lake)
    assert not visible_to(office.harry).filter(pk=made.pk).exists()
    made = moved(moved(made, "accept", office.alice), "assign", office.alice, unit=office.county, owner=office.harry)
    assert visible_to(office.harry).filter(pk=made.pk).exists()
    assert not visible_to(office.hugo).filter(pk=made.pk).exists()
