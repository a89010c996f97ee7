"""The list of a selection: chosen, under public notice, signed, and given by one award list."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import partial
from threading import Barrier
from types import SimpleNamespace

import pytest
from django.db import connection

from tests.records.cast import people
from tests.records.honours.selection import (
    CALLED,
    DECIDED,
    NOTICED,
    acted,
    awarded,
    best,
    decided,
    given,
    listed,
    moved,
    noticed,
    paneled,
    refuses,
    scored,
    signed,
    staffed,
)
from youju.errors import NotFound, YoujuError
from youju.evidence.models import File
from youju.ledger.reading import live_facts, live_posts
from youju.lib import clock
from youju.orgs.actors import NOBODY
from youju.orgs.consents import Giver, Purpose, consent_give
from youju.records.errors import NoSuchMove, OwnRecord
from youju.records.heads.attachments import Attachment
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.states import State
from youju.records.honours.award.models import AwardList, Holder
from youju.records.honours.nomination.errors import OnTheList
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.nomination.vouching import certificate_vouched
from youju.records.honours.round.errors import (
    DayOfDecision,
    HeldAlready,
    NotNominated,
    SignerOnPanel,
    TooMany,
)
from youju.records.honours.round.models import Round
from youju.records.honours.round.moves import RoundState
from youju.records.honours.round.panel import panelist_add
from youju.records.notices.errors import (
    NoticeOfAnotherList,
    NoticeRunsAlready,
    NoticeStillRuns,
    ObjectionsOpen,
)
from youju.records.notices.models import NoticeState, Outcome
from youju.records.notices.objecting import objection_add, objection_answer
from youju.records.notices.passing import latest_notice, notices_of
from youju.records.reading.drift import drifted
from youju.records.reading.repeats import evidence_elsewhere
from youju.records.verbs.record_begin import record_begin
from youju.records.verbs.record_verbs import record_verify, record_void

RACES = 500 if os.environ.get("YOUJU_SOAK") else 3


def test_the_list_is_of_accepted_ones_and_no_longer_than_the_call_says(office: SimpleNamespace):
    round, nominations = paneled(office)
    refs = [each.ref for each in nominations]
    refuses(round, "list", office.alice, TooMany, picks=refs)
    refuses(round, "list", office.alice, NotNominated, picks=["nomination-0000000000"])
    round = moved(round, "list", office.alice, picks=refs[:2])
    assert [row.ref for row in round.listed] == [refs[1], refs[0]]  # by rank
    with pytest.raises(OnTheList):
        acted(nominations[0], "strike", office.alice)


def test_somebody_who_was_given_the_title_meanwhile_is_found(office: SimpleNamespace):
    round, _nominations = listed(office)
    record = given(office, office.hillers[0])
    assert record.ref in refuses(round, "publish", office.alice, HeldAlready, posted_at="网站", contact="1")


def test_the_notice_names_the_list_and_nothing_more(office: SimpleNamespace):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
    notice = latest_notice(round.ref)
    assert notice is not None and notice.digest == round.digest
    assert [(line.name, line.unit, line.told) for line in notice.published] == [
        ("李兰", "青山小学", "县师德标兵"), ("孙立", "青山小学", "县师德标兵"),
    ]  # fmt: skip


def test_pupils_are_named_by_consent_or_on_a_basis(office: SimpleNamespace):
    for name in ("王小舟", "郑小雨"):
        office.hillers.insert(0, people(office.hill, name, minor_until=date(2033, 1, 1))[0])
    given = {"by": Giver.GUARDIAN, "on": clock.today(), "reference": "档案", "actor": office.bob}
    consent_give(person=office.hillers[0], purpose=Purpose.PUBLIC_NAME, **given)
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        (told,) = [[line.name for line in notice.published] for notice in notices_of(round.ref)]
        assert sorted(told) == ["王某某", "郑小雨"]
        round = moved(round, "stop", office.alice)
        moved(round, "publish", office.alice, posted_at="网站", contact="1", names_basis="县文明委办法第九条")
    notice = latest_notice(round.ref)
    assert notice is not None and sorted(line.name for line in notice.published) == ["王小舟", "郑小雨"]


def test_a_list_edited_in_the_last_minute_is_under_notice_anew_and_no_path_leads_to_the_title(office: SimpleNamespace):
    with clock.at(NOTICED):
        round, nominations = noticed(office)
    last = latest_notice(round.ref)
    assert last is not None
    with clock.at(NOTICED.replace(day=last.last_day.day, month=last.last_day.month, hour=15, minute=59)):
        refuses(round, "decide", office.grace, NoticeStillRuns, document="1", decided_on=clock.today())
        round = moved(round, "edit", office.alice, picks=[nominations[1].ref, nominations[2].ref])
    with clock.at(DECIDED):
        refuses(round, "decide", office.grace, NoticeStillRuns, document="1", decided_on=clock.today())
        refuses(round, "award", office.alice, NoSuchMove)
        with pytest.raises(NotFound):
            record_begin(case=round, actor=office.alice)
    assert not AwardList.objects.exists()
    assert [notice.state for notice in notices_of(round.ref)] == [NoticeState.RUNNING, NoticeState.CHANGED]
    with clock.at(DECIDED + timedelta(days=7)):
        assert signed(round, office.grace).state == RoundState.DECIDED


def test_an_edit_that_changes_nothing_lets_the_notice_run_on(office: SimpleNamespace):
    with clock.at(NOTICED):
        round, nominations = noticed(office)
        refuses(round, "edit", office.alice, NoticeRunsAlready, picks=[each.ref for each in nominations[:2]])


def test_a_list_changed_behind_the_verbs_is_found_by_its_digest(office: SimpleNamespace):
    with clock.at(NOTICED):
        round, nominations = noticed(office)
    Round.objects.filter(pk=round.pk).update(chosen=[[nominations[2].ref, nominations[2].holder, 7000]])
    with clock.at(DECIDED):
        refuses(round, "decide", office.grace, NoticeOfAnotherList, document="1", decided_on=clock.today())


def test_a_stopped_notice_and_an_open_objection_hold_the_decision_up(office: SimpleNamespace):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        notice = latest_notice(round.ref)
        assert notice is not None
        objection = objection_add(notice=notice, text="事迹不实", actor=NOBODY)
    with clock.at(DECIDED):
        refuses(round, "decide", office.grace, ObjectionsOpen, document="1", decided_on=clock.today())
        objection_answer(objection=objection, outcome=Outcome.REJECTED, answer="属实", actor=office.alice)
        stopped = moved(round, "stop", office.alice)
        assert stopped.state == RoundState.LISTED
        refuses(stopped, "decide", office.grace, NoSuchMove)


def test_whoever_scores_or_is_nominated_does_not_sign(office: SimpleNamespace):
    with clock.at(NOTICED):
        round, _nominations = paneled(office)
        panelist = panelist_add(round=round, member=office.grace, actor=office.alice)
        scored(round, panelist, [(50, 30)] * 3, office.grace)
        round = moved(round, "list", office.alice, picks=best(round))
        round = moved(round, "publish", office.alice, posted_at="网站", contact="1")
    with clock.at(DECIDED):
        sentence = refuses(round, "decide", office.grace, SignerOnPanel, document="1", decided_on=clock.today())
    assert "师德标兵" in sentence


@pytest.mark.parametrize("days", [-8, -1, 1])
def test_the_decision_is_dated_between_the_notice_and_today(office: SimpleNamespace, days: int):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
    with clock.at(DECIDED):
        day = clock.today() + timedelta(days=days)
        refuses(round, "decide", office.grace, DayOfDecision, document="1", decided_on=day)


def test_the_title_is_given_by_one_award_list_that_somebody_else_verifies(office: SimpleNamespace):
    round, nominations = awarded(office)
    record = AwardList.objects.get()
    assert (record.state, record.document, record.issuer) == (State.SUBMITTED, "云教〔2026〕12号", "云溪县教育局")
    held = [(str(line.person), str(line.unit)) for line in Holder.objects.all()]
    assert held == [("李兰", "青山小学"), ("孙立", "青山小学")]
    assert not live_facts().filter(measure="honours.persons").exists()
    with clock.at(DECIDED):
        record_verify(record=record, actor=office.olga)
    assert live_facts().filter(measure="honours.persons").count() == 2
    assert list(drifted()) == []
    assert live_posts([round.ref]).keys() == {(round.ref, "called")}
    assert live_posts([nominations[2].ref]).keys() == {(nominations[2].ref, "accepted")}


def test_the_award_list_is_no_double_of_the_selection_it_came_of(office: SimpleNamespace):
    round, _nominations = awarded(office)
    record = AwardList.objects.get()
    file = File.objects.create(sha256="1" * 64, size=9, media_type="application/pdf", extension="pdf")
    decision = {"file": file, "name": "决定.pdf", "role": EvidenceRole.DECISION, "added_by": office.alice}
    for ref in (round.ref, record.ref):
        Attachment.objects.create(record_ref=ref, **decision)
    assert evidence_elsewhere([record]) == evidence_elsewhere([round]) == {}
    Attachment.objects.create(record_ref="visit-abcdefgh12", **decision)
    assert [twin.ref for twin in evidence_elsewhere([record])[record.ref]] == ["visit-abcdefgh12"]


def test_whoever_prepared_the_list_does_not_verify_what_becomes_of_it_whoever_gives_the_title(
    office: SimpleNamespace,
):
    round, _nominations = decided(office)
    with clock.at(DECIDED):
        moved(round, "award", office.olga)
        record = AwardList.objects.get()
        assert record.author == office.alice  # who called it
        with pytest.raises(OwnRecord):
            record_verify(record=record, actor=office.alice)
        record_verify(record=record, actor=office.olga)  # who only pressed


def test_an_officer_who_changed_the_list_does_not_verify_what_becomes_of_it(office: SimpleNamespace):
    round, nominations = listed(office)
    moved(round, "edit", office.olga, picks=[nominations[0].ref])
    with clock.at(NOTICED):
        moved(round, "publish", office.alice, posted_at="局网站", contact="85550001")
    with clock.at(DECIDED):
        signed(round, office.grace)
        moved(round, "award", office.alice)
        with pytest.raises(OwnRecord):
            record_verify(record=AwardList.objects.get(), actor=office.olga)


def test_certificates_have_numbers_and_hold_while_the_award_list_does(office: SimpleNamespace):
    round, nominations = awarded(office)
    given = Nomination.objects.get(pk=nominations[1].pk)
    assert [each.number_text for each in round.nominations_listed()] == ["〔2026〕0001号", "〔2026〕0002号"]
    said = certificate_vouched(given.code)
    assert said is not None and not said.valid  # nobody has verified the list yet
    record = AwardList.objects.get()
    with clock.at(DECIDED):
        record_verify(record=record, actor=office.olga)
        said = certificate_vouched(f" {given.code.upper()} ")
        assert said is not None and said.valid
        assert "李某" in dict(said.said).values() and "李兰" not in str(said)
        record_void(record=record, actor=office.olga, reason="误发")
        said = certificate_vouched(given.code)
    assert said is not None and not said.valid
    assert certificate_vouched("7k3m9qx2ab4cw0rt") is None


def test_a_cancelled_selection_counts_nothing_and_its_notice_is_down(office: SimpleNamespace):
    with clock.at(NOTICED):
        round, _nominations = noticed(office)
        moved(round, "cancel", office.alice)
    assert not live_facts().filter(measure="honours.rounds").exists()
    notice = latest_notice(round.ref)
    assert notice is not None and notice.state == NoticeState.STOPPED


@pytest.mark.django_db(transaction=True)
def test_an_edit_of_the_last_minute_and_the_signing_never_both_win(cast: SimpleNamespace):
    """Of the two one comes first, and the other is refused: what is signed is what was under notice to its end."""
    with clock.at(CALLED):
        office = staffed(cast)
    edited = 0
    for number in range(RACES):
        with clock.at(NOTICED):
            round, nominations = noticed(office, title=f"第{number}次评选", by_town=False)
        notice, gate = latest_notice(round.ref) or pytest.fail(), Barrier(2)
        last = datetime(2026, 4, 7, 15, 59, 59, tzinfo=UTC)

        def run(act: Callable[[], object], moment: datetime, gate: Barrier = gate) -> bool:
            gate.wait()
            try:
                with clock.at(moment):
                    act()
                return True
            except YoujuError:
                return False
            finally:
                connection.close()

        picks = [nominations[1].ref, nominations[2].ref]
        with ThreadPoolExecutor(2) as pool:
            edit = pool.submit(run, partial(moved, round, "edit", office.alice, picks=picks), last)
            day = last.date() + timedelta(days=1)
            sign = pool.submit(run, partial(signed, round, office.grace, day), last + timedelta(seconds=2))
        after = Round.objects.get(pk=round.pk)
        assert edit.result() != sign.result()
        assert (after.state == RoundState.DECIDED) == sign.result()
        assert (after.digest == notice.digest) == sign.result()
        edited += edit.result()
    sys.stdout.write(f"{RACES} races: the edit first in {edited}, the signing in {RACES - edited}, never both\n")
