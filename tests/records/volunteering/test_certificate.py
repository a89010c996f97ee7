"""Certificates of volunteers: hours from the ledger, a notice first, issued by another, void with what they rest on."""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from tests.records.cast import DAY, member, people
from youju.errors import NotAllowed, YoujuError
from youju.ledger import log
from youju.ledger.reading import live_facts, live_posts
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role
from youju.orgs.mergers import person_merge
from youju.orgs.people import Person
from youju.orgs.setting_verbs import setting_change
from youju.records.errors import NoSuchMove
from youju.records.heads.record import Record
from youju.records.kinds import get_case_kind, get_record_kind
from youju.records.notices.errors import NoticeStillRuns, ObjectionsOpen, ObjectionUpheld
from youju.records.notices.models import Notice, NoticeState, Outcome
from youju.records.notices.objecting import objection_add, objection_answer
from youju.records.reading.drift import drifted
from youju.records.reading.personal_page import personal_page_read
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify, record_void
from youju.records.volunteering.certificate.errors import NothingServed, ServiceChanged
from youju.records.volunteering.certificate.models import SEQUENCE, Certificate
from youju.records.volunteering.certificate.moves import MOVES, CertificateState
from youju.records.volunteering.certificate.vouching import certificate_vouched

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "bob", "charlie", "dora", "eve", "sun")


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """The cast with 孙立, who served, and their account: a second liaison of the school. Today is in 2026."""
    (cast.person,) = people(cast.hill, "孙立")
    cast.sun = member("sun", cast.hill, Role.LIAISON)
    Person.objects.filter(pk=cast.person.pk).update(member=cast.sun)
    cast.person.refresh_from_db()
    with clock.at(clock.now().replace(year=2026, month=3, day=2, hour=4)):
        yield cast


def served(office: SimpleNamespace, minutes: int, day: date = DAY, person: Person | None = None) -> Record:
    """A verified service of the school."""
    row = {"person": person or office.person, "came": "", "left": "", "minutes": None}
    values = {
        "unit": office.hill, "title": "护学岗志愿服务", "happened": day, "place": "校门口", "minutes": minutes,
        "volunteers": [row], "pupils": 0, "pupil_minutes": 0, "late_reason": "补录",
    }  # fmt: skip
    record = record_add(kind=get_record_kind("service"), values=values, actor=office.bob)
    record_submit(record=record, actor=office.bob)
    record_verify(record=record, actor=office.alice)
    return record


def requested(office: SimpleNamespace, **values: Any) -> Certificate:
    given = {
        "unit": office.hill, "person": office.person, "happened": FIRST, "happened_until": LAST,
        "responsible": "周校长", "contact": "85550001", "note": "",
    }  # fmt: skip
    case = case_open(kind=get_case_kind("certificate"), values=given | values, actor=office.bob)
    assert isinstance(case, Certificate)
    return case


def moved(certificate: Certificate, action: str, actor: Member, **values: Any) -> Certificate:
    certificate = Certificate.objects.get(pk=certificate.pk)
    case_move(case=certificate, action=action, actor=actor, version=certificate.version, reason="说明", values=values)
    there: Certificate = Certificate.objects.get(pk=certificate.pk)
    return there


def noticed(office: SimpleNamespace, **values: Any) -> Certificate:
    return moved(requested(office, **values), "publish", office.bob, posted_at="一楼公示栏")


def issued(office: SimpleNamespace, **values: Any) -> Certificate:
    certificate = noticed(office, **values)
    with clock.at(clock.now() + timedelta(days=8)):
        return moved(certificate, "issue", office.bob)


def in_state(office: SimpleNamespace, state: str) -> Certificate:
    served(office, 90)
    if state == CertificateState.ISSUED:
        return issued(office)
    if state == CertificateState.VOIDED:
        return moved(issued(office), "void", office.bob)
    certificate = requested(office)
    way = {"notice": "publish", "refused": "refuse", "withdrawn": "withdraw"}
    return moved(certificate, way[state], office.bob) if state in way else certificate


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", CertificateState.values)
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str, role: str):
    """Bob and sun record for the school, alice for every unit; sun decides nothing of sun's own certificate."""
    certificate, actor = in_state(office, state), getattr(office, role)
    allowed = {"recorder": {"alice", "bob", "sun"}, "other recorder": {"alice", "bob"}}
    with clock.at(clock.now() + timedelta(days=8)):
        for action in ACTIONS:
            move = MOVES[CertificateState(state)].get(action)
            with transaction.atomic():
                if move is None or role not in allowed[move.right]:
                    refuses(certificate, action, actor, NoSuchMove if move is None else NotAllowed)
                else:
                    assert moved(certificate, action, actor).state == move.to
                    assert list(drifted()) == []
                transaction.set_rollback(True)


def refuses(certificate: Certificate, action: str, actor: Member, refusal: type[YoujuError]) -> None:
    state, size = certificate.state, log.size()
    with pytest.raises(refusal) as refused:
        moved(certificate, action, actor)
    assert str(refused.value)
    assert (Certificate.objects.get().state, log.size()) == (state, size)


def test_its_hours_are_those_of_the_verified_services_of_its_days(office: SimpleNamespace):
    served(office, 90)
    served(office, 45, date(2025, 5, 6))
    served(office, 600, date(2024, 12, 31))  # before its first day
    (other,) = people(office.hill, "吴芳")
    served(office, 600, person=other)
    waiting = record_add(
        kind=get_record_kind("service"), actor=office.bob,
        values={
            "unit": office.hill, "title": "未核实", "happened": DAY, "minutes": 600, "place": "", "pupils": 0,
            "pupil_minutes": 0, "late_reason": "补录",
            "volunteers": [{"person": office.person, "came": "", "left": "", "minutes": None}],
        },
    )  # fmt: skip
    record_submit(record=waiting, actor=office.bob)
    certificate = issued(office)
    facts = live_facts().filter(measure="volunteers.minutes", subject=office.person.token, day__range=(FIRST, LAST))
    assert certificate.minutes == sum(fact.quantity for fact in facts) == 135
    assert [line.minutes for line in certificate.lines] == [90, 45]
    assert live_facts().get(measure="volunteers.certificates").day == certificate.issued_on
    assert list(drifted()) == [] and list(log.verify()) == []


def test_a_person_merged_with_another_entry_has_the_hours_of_both(office: SimpleNamespace):
    (double,) = people(office.hill, "孙 立")
    served(office, 30, person=double)
    served(office, 60)
    person_merge(person=double, into=office.person, actor=office.alice)
    assert issued(office).minutes == 90


def test_a_school_certifies_only_what_it_recorded_and_the_bureau_all_below_it(office: SimpleNamespace):
    served(office, 60)
    with pytest.raises(NothingServed):
        moved(requested(office, unit=office.lake), "publish", office.alice)
    certificate = moved(requested(office, unit=office.county), "publish", office.alice)
    assert certificate.minutes == 60


def test_it_is_issued_on_the_day_after_the_notice_and_not_before(office: SimpleNamespace):
    served(office, 60)
    certificate = noticed(office)
    assert certificate.due_on == clock.today() + timedelta(days=7)
    for days in range(8):
        with clock.at(clock.now() + timedelta(days=days)), pytest.raises(NoticeStillRuns):
            moved(certificate, "issue", office.bob)
    with clock.at(clock.now() + timedelta(days=8)):
        assert moved(certificate, "issue", office.bob).state == CertificateState.ISSUED


def test_a_notice_is_never_shorter_than_seven_days(office: SimpleNamespace):
    with pytest.raises(YoujuError):
        setting_change(name="certificate_notice_days", text="6", actor=office.eve)


def test_a_service_that_changes_under_notice_keeps_the_certificate_back(office: SimpleNamespace):
    record = served(office, 60)
    served(office, 30, date(2025, 4, 4))
    certificate = noticed(office)
    record_void(record=record, actor=office.alice, reason="重复")
    with clock.at(clock.now() + timedelta(days=8)), pytest.raises(ServiceChanged):
        moved(certificate, "issue", office.bob)
    again = moved(moved(certificate, "stop", office.bob), "publish", office.bob)
    assert again.minutes == 30


def test_it_no_longer_holds_once_a_service_is_voided(office: SimpleNamespace):
    record = served(office, 60)
    certificate = issued(office)
    told = certificate_vouched(certificate.code)
    assert told is not None and told.valid and certificate.is_valid
    record_void(record=record, actor=office.alice, reason="重复")
    told = certificate_vouched(certificate.code)
    assert told is not None and not told.valid and not certificate.is_valid
    narrow = next(each for each in get_case_kind("certificate").narrows if each.code == "outdated")
    assert list(Certificate.objects.filter(narrow.condition())) == [certificate]


def test_more_service_verified_later_leaves_it_as_it_is(office: SimpleNamespace):
    served(office, 60)
    certificate = issued(office)
    served(office, 60, date(2025, 6, 1))
    assert (certificate.is_valid, certificate.minutes) == (True, 60)


def test_numbers_follow_each_other_and_a_void_one_is_noted(office: SimpleNamespace):
    served(office, 60)
    first, second = issued(office), issued(office)
    assert (first.number, second.number, first.code == second.code) == (1, 2, False)
    assert len(live_posts([first.ref])) == 1
    moved(first, "void", office.alice)
    assert live_posts([first.ref]) == {}
    assert AuditRow.objects.get(action="number.void").target == f"{SEQUENCE}/2026/1"
    told = certificate_vouched(first.code)
    assert told is not None and not told.valid
    assert issued(office).number == 3


def test_its_content_names_nobody(office: SimpleNamespace):
    served(office, 60)
    certificate = issued(office)
    assert all(office.person.name not in (value or "") for _name, value in certificate.items("issued", []))


def test_the_persons_own_page_tells_of_services_and_certificates(office: SimpleNamespace):
    served(office, 60)
    certificate = issued(office)
    page = personal_page_read(person=office.person, actor=office.sun)
    told = {part.label: [deed.detail for deed in part.deeds] for part in page.parts}
    assert list(told.values()) == [["青山小学，1小时"], [f"青山小学 {certificate.number_text} 1小时"]]


def test_nobody_decides_on_their_own_under_an_entry_that_was_merged_into_theirs(office: SimpleNamespace):
    (twice,) = people(office.hill, "孙立")
    served(office, 90, person=twice)
    certificate = requested(office, person=twice)
    person_merge(person=twice, into=office.person, actor=office.alice)
    refuses(certificate, "publish", office.sun, NotAllowed)
    assert moved(certificate, "publish", office.bob).state == CertificateState.NOTICE


def test_its_notice_is_one_of_the_units_and_not_of_the_site(office: SimpleNamespace):
    served(office, 90)
    certificate = noticed(office)
    notice = Notice.objects.get(ref=certificate.ref)
    assert (notice.public, notice.days, notice.day_type, notice.where) == (False, 7, "calendar", "一楼公示栏")
    assert [line.name for line in notice.published] == ["孙立"]
    moved(certificate, "stop", office.bob)
    assert Notice.objects.get().state == NoticeState.STOPPED


def test_an_objection_is_answered_before_it_is_issued(office: SimpleNamespace):
    served(office, 90)
    certificate = noticed(office)
    objection = objection_add(notice=Notice.objects.get(), text="当天没有来", actor=office.alice)
    with clock.at(clock.now() + timedelta(days=8)):
        refuses(certificate, "issue", office.bob, ObjectionsOpen)
        objection_answer(objection=objection, outcome=Outcome.UPHELD, answer="查实，当天请假", actor=office.alice)
        refuses(certificate, "issue", office.bob, ObjectionUpheld)
        again = moved(moved(certificate, "stop", office.bob), "publish", office.bob, posted_at="一楼公示栏")
    with clock.at(clock.now() + timedelta(days=16)):
        refuses(again, "issue", office.bob, ObjectionUpheld)  # the same hours put up again do not shake it off


def test_notices_of_before_are_kept_when_they_become_common_ones(office: SimpleNamespace):
    """As the rows stood before: what runs goes on to its day, what was issued has run out, and both keep their days."""
    served(office, 90)
    runs, over = noticed(office), issued(office)
    before = {row.ref: (row.digest, row.last_day, row.state) for row in Notice.objects.all()}
    with clock.at(clock.now() + timedelta(days=8)):  # what is issued has run out: the clockwork notes it
        before[over.ref] = (*before[over.ref][:2], NoticeState.OVER.value)
    Notice.objects.all().delete()
    migration = import_module("youju.records.volunteering.certificate.migrations.0002_common_notices")
    migration.notices_of_certificates(apps, SimpleNamespace(connection=connection))
    migration.notices_of_certificates(apps, SimpleNamespace(connection=connection))  # twice is once
    assert {row.ref: (row.digest, row.last_day, row.state) for row in Notice.objects.all()} == before
    assert sorted(Notice.objects.values_list("number", flat=True)) == [3, 4]
    with clock.at(clock.now() + timedelta(days=8)):
        assert moved(runs, "issue", office.bob).state == CertificateState.ISSUED
