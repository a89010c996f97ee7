"""An application moves as its table says, is assessed and reviewed whole, and granted by a notice of the same list."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.records.accreditation.applying import (
    a_campaign,
    a_checklist,
    answered,
    applied,
    asked_by,
    graded,
    in_state,
    moved,
)
from tests.records.cast import member
from youju.errors import NotAllowed
from youju.ledger import log
from youju.ledger.reading import live_facts, live_posts
from youju.lib import clock
from youju.orgs.members import Role
from youju.records.accreditation.application.answer_verbs import Said, answer_write
from youju.records.accreditation.application.campaign_verbs import CampaignBegun, campaign_change
from youju.records.accreditation.application.errors import (
    AppliedAlready,
    Barred,
    BelowTheLine,
    CampaignOver,
    GradeMissing,
    MayNotApply,
    NotAssessedWhole,
    NotAssessing,
    NotReviewedWhole,
    WhyMissing,
)
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import MOVES, ApplicationState
from youju.records.accreditation.holding.models import Holding
from youju.records.campaign_lists import campaign_publish
from youju.records.errors import NoSuchMove
from youju.records.notices.errors import NoNotice, NoticeOfAnotherList, NoticeStillRuns, ObjectionsOpen
from youju.records.notices.models import Notice, NoticeState
from youju.records.notices.objecting import objection_add
from youju.records.reading.drift import drifted
from youju.records.verbs.record_begin import record_begin
from youju.records.verbs.record_verbs import record_submit, record_verify

ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "bob", "charlie", "dora", "eve", "olga")
# Bob records for the school, alice and olga for every unit; alice moved what asks something, so olga is the second.
ALLOWED = {"recorder": {"alice", "bob", "olga"}, "officer": {"alice", "olga"}, "second officer": {"olga"}}


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast


@pytest.mark.parametrize("state", ApplicationState.values)
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str):
    case = in_state(office, state, a_campaign())
    if state == "admitted":
        answered(case, office.bob)
    if state == "assessed":
        graded(case, office.alice)
    size = log.size()
    with clock.at(clock.now() + timedelta(days=30)):
        for action, role in ((action, role) for action in ACTIONS for role in ROLES):
            move, actor = MOVES[ApplicationState(state)].get(action), getattr(office, role)
            allowed = ALLOWED[move.right] if move else set()
            if action == "admit":
                allowed = {"alice", "olga"}  # neither has written anything of it
            with transaction.atomic():
                if move is None or role not in allowed:
                    with pytest.raises(NoSuchMove if move is None else NotAllowed):
                        moved(case, action, actor, **asked_by(action))
                    assert log.size() == size
                else:
                    assert moved(case, action, actor, **asked_by(action)).state == move.to
                    assert list(drifted()) == []
                transaction.set_rollback(True)


def test_it_counts_from_when_it_is_admitted_on_the_day_of_applying(office: SimpleNamespace):
    case = applied(office.hill, office.bob, a_campaign(), happened=date(2025, 12, 30))
    assert not live_posts([case.ref])
    moved(case, "admit", office.alice)
    (fact,) = live_facts()
    assert (fact.measure, fact.day, fact.category, fact.level, fact.quantity) == (
        "accreditation.applying", date(2025, 12, 30), "civilised_campus", "city", 1,
    )  # fmt: skip


def test_withdrawing_takes_it_back_and_refusing_does_not(office: SimpleNamespace):
    refused = in_state(office, "refused", a_campaign())
    assert set(live_posts([refused.ref])) == {(refused.ref, "admitted")}
    other = moved(applied(office.lake, office.charlie, refused.campaign), "admit", office.alice)
    moved(other, "withdraw", office.charlie)
    assert not live_posts([other.ref])
    assert list(drifted()) == []


def test_whoever_enters_a_school_does_not_admit_it(office: SimpleNamespace):
    case = applied(office.hill, office.alice, a_campaign())
    with pytest.raises(NotAllowed):
        moved(case, "admit", office.alice)
    assert moved(case, "admit", office.olga).state == ApplicationState.ADMITTED


def test_it_is_handed_in_whole(office: SimpleNamespace):
    case = moved(applied(office.hill, office.bob, a_campaign()), "admit", office.alice)
    answered(case, office.bob)
    case.answers.get(criterion__no="2.1").delete()
    with pytest.raises(NotAssessedWhole) as refused:
        moved(case, "assess", office.bob)
    assert refused.value.details == {"left": 1, "all": 4, "no": "2.1"}


def test_it_is_reviewed_whole(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    with pytest.raises(NotReviewedWhole) as refused:
        moved(case, "review", office.alice)
    assert refused.value.details == {"left": 4, "all": 4, "no": "1.1"}


def test_an_answer_needs_a_grade_or_a_reason(office: SimpleNamespace):
    case = applied(office.hill, office.bob, a_campaign())
    criterion = case.checklist.leaves()[0]
    with pytest.raises(GradeMissing):
        answer_write(application=case, said=Said(criterion, grade="E"), actor=office.bob)
    with pytest.raises(WhyMissing):
        answer_write(application=case, said=Said(criterion, not_applicable=True, why=" "), actor=office.bob)
    answer_write(
        application=case, said=Said(criterion, not_applicable=True, why="无此场所", grade="A"), actor=office.bob
    )
    answer = case.answers.get()
    assert (answer.grade, answer.not_applicable, answer.why) == ("", True, "无此场所")


def test_progress_is_not_the_score(office: SimpleNamespace):
    case = applied(office.hill, office.bob, a_campaign())
    answer_write(application=case, said=Said(case.checklist.leaves()[0], grade="D"), actor=office.bob)
    sheet = case.sheet()
    assert (sheet.given, len(sheet.lines)) == (1, 4)
    assert str(sheet.own_score().total) == "0.00"


def test_nothing_is_written_once_it_is_handed_in_nor_by_another_school(office: SimpleNamespace):
    case = in_state(office, "assessed", a_campaign())
    criterion = case.checklist.leaves()[0]
    with pytest.raises(NotAssessing):
        answer_write(application=case, said=Said(criterion, grade="B"), actor=office.bob)
    case = moved(case, "return", office.alice)
    with pytest.raises(NotAllowed):
        answer_write(application=case, said=Said(criterion, grade="B"), actor=office.charlie)
    answer_write(application=case, said=Said(criterion, grade="B"), actor=office.bob)
    assert case.answers.get(criterion=criterion).grade == "B"


def test_the_campaign_ends_on_its_last_day_and_can_be_prolonged(office: SimpleNamespace):
    campaign = a_campaign()
    case = answered(moved(applied(office.hill, office.bob, campaign), "admit", office.alice), office.bob)
    with clock.at(clock.now() + timedelta(days=61)):
        with pytest.raises(CampaignOver):
            moved(case, "assess", office.bob)
        with pytest.raises(CampaignOver):
            applied(office.lake, office.charlie, campaign)
        campaign_change(campaign=campaign, values={"until": clock.today()}, actor=office.alice)
        assert Application.objects.get().due_on == clock.today()
        assert list(drifted()) == []
        assert moved(case, "assess", office.bob).state == ApplicationState.ASSESSED


def test_a_unit_applies_once_in_a_campaign_and_again_after_withdrawing(office: SimpleNamespace):
    campaign = a_campaign()
    first = applied(office.hill, office.bob, campaign)
    with pytest.raises(AppliedAlready):
        applied(office.hill, office.bob, campaign)
    moved(first, "withdraw", office.bob)
    assert applied(office.hill, office.bob, campaign).pk != first.pk


def test_who_may_not_apply_is_told_why(office: SimpleNamespace):
    with pytest.raises(MayNotApply):
        applied(office.county, office.alice, a_campaign())
    province = a_campaign(a_checklist(name="省细则", province=90), name="省级创建", level="province", below=True)
    with pytest.raises(MayNotApply) as refused:
        applied(office.hill, office.bob, province)
    assert "还没有获得下一级称号" in str(refused.value)


def test_a_checklist_changed_in_mid_year_changes_nothing_for_those_who_have_applied(office: SimpleNamespace):
    campaign = a_campaign()
    before = applied(office.hill, office.bob, campaign)
    newer = a_checklist(name="新细则", city=85)
    campaign_change(campaign=campaign, values={"checklist": newer}, actor=office.alice)
    after = applied(office.lake, office.charlie, campaign)
    before.refresh_from_db()
    assert [(each.checklist.name, each.line) for each in (before, after)] == [("文明校园测评细则", 80), ("新细则", 85)]
    assert before.checklist.locked_on and after.checklist.locked_on
    with pytest.raises(CampaignBegun):
        campaign_change(campaign=campaign, values={"level": "county"}, actor=office.alice)


def test_what_is_below_the_line_or_barred_is_not_proposed(office: SimpleNamespace):
    below = in_state(office, "reviewed", a_campaign(), n2_1="C")
    with pytest.raises(BelowTheLine):
        moved(below, "propose", office.alice)
    barred = moved(applied(office.lake, office.charlie, below.campaign), "admit", office.alice)
    answered(barred, office.charlie)
    barred = moved(graded(moved(barred, "assess", office.charlie), office.alice, n3_1="D"), "review", office.alice)
    with pytest.raises(Barred):
        moved(barred, "propose", office.alice)


def test_a_title_is_granted_by_a_notice_that_ran_out(office: SimpleNamespace):
    case = in_state(office, "notice", a_campaign())
    with pytest.raises(NoticeStillRuns):
        moved(case, "grant", office.olga, **asked_by("grant"))
    with clock.at(clock.now() + timedelta(days=30)):
        case = moved(case, "grant", office.olga, **asked_by("grant"))
        assert set(live_posts([case.ref])) == {(case.ref, "admitted"), (case.ref, "granted")}
        assert {(fact.measure, fact.day) for fact in live_facts()} == {
            ("accreditation.applying", case.happened), ("accreditation.granted", case.happened),
        }  # fmt: skip
        assert list(drifted()) == []


def test_editing_the_list_ends_its_notice_and_no_title_is_granted_by_it(office: SimpleNamespace):
    case = in_state(office, "notice", a_campaign())
    other = moved(applied(office.lake, office.charlie, case.campaign), "admit", office.alice)
    answered(other, office.charlie)
    other = moved(graded(moved(other, "assess", office.charlie), office.alice), "review", office.alice)
    other = moved(moved(other, "propose", office.alice), "publish", office.alice, **asked_by("publish"))
    assert [notice.state for notice in Notice.objects.order_by("pk")] == [NoticeState.CHANGED, NoticeState.RUNNING]
    moved(other, "drop", office.alice)
    assert not Notice.objects.filter(state=NoticeState.RUNNING).exists()
    with clock.at(clock.now() + timedelta(days=30)), pytest.raises(NoticeOfAnotherList):
        moved(case, "grant", office.olga, **asked_by("grant"))


def test_a_list_is_published_in_one_go_and_each_of_it_granted_by_it(office: SimpleNamespace):
    case = in_state(office, "proposed", a_campaign())
    other = moved(applied(office.lake, office.charlie, case.campaign), "admit", office.alice)
    answered(other, office.charlie)
    other = moved(graded(moved(other, "assess", office.charlie), office.alice), "review", office.alice)
    other = moved(other, "propose", office.alice)
    with pytest.raises(NotAllowed):
        campaign_publish(campaign=case.campaign, where="公告栏", actor=office.bob)
    notice = campaign_publish(campaign=case.campaign, where="公告栏", actor=office.alice)
    assert [line.name for line in notice.published] == ["青山小学", "明湖小学"]
    with clock.at(clock.now() + timedelta(days=30)):
        for each in (case, other):
            assert moved(each, "grant", office.olga, **asked_by("grant")).state == ApplicationState.GRANTED


def test_an_open_objection_holds_the_grant(office: SimpleNamespace):
    case = in_state(office, "notice", a_campaign())
    objection_add(notice=Notice.objects.get(), text="材料不实", actor=office.charlie)
    with clock.at(clock.now() + timedelta(days=30)), pytest.raises(ObjectionsOpen):
        moved(case, "grant", office.olga, **asked_by("grant"))


def test_nothing_is_granted_without_a_notice(office: SimpleNamespace):
    case = in_state(office, "proposed", a_campaign())
    case = moved(case, "publish", office.alice, posted_at="")
    with clock.at(clock.now() + timedelta(days=30)), pytest.raises(NoNotice):
        moved(case, "grant", office.olga, **asked_by("grant"))


def test_what_is_granted_becomes_a_title_held_with_its_end(office: SimpleNamespace):
    case = in_state(office, "granted", a_campaign())
    with clock.at(clock.now() + timedelta(days=30)):
        record = record_begin(case=case, actor=office.bob)
        assert record_begin(case=case, actor=office.bob).pk == record.pk
        record_submit(record=record, actor=office.bob)
        record_verify(record=record, actor=office.alice)
    held = Holding.objects.get()
    assert (held.unit, held.sort, held.level, held.happened, held.due_on) == (
        office.hill, "civilised_campus", "city", case.granted_on, case.valid_until,
    )  # fmt: skip
    counted = {fact.measure: fact.quantity for fact in live_facts()}
    assert counted == {"accreditation.applying": 1, "accreditation.granted": 1, "accreditation.held": 1}
