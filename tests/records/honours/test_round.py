"""Selections: every step by its right and rule, the list under notice before it is signed, one award list at last."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import partial
from threading import Barrier
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction

from tests.records.cast import people
from tests.records.honours.selection import (
    CALLED,
    DECIDED,
    NOTICED,
    acted,
    awarded,
    called,
    collected,
    in_state,
    listed,
    moved,
    nominated,
    noticed,
    paneled,
    scored,
    signed,
    staffed,
)
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.ledger import log
from youju.ledger.reading import live_facts, live_posts
from youju.lib import clock
from youju.orgs.actors import NOBODY
from youju.orgs.consents import Giver, Purpose, consent_give
from youju.orgs.people import Person
from youju.orgs.tickets import Ticket
from youju.records.errors import NoSuchMove
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.honours.award.models import AwardList, Holder
from youju.records.honours.nomination.errors import OnTheList
from youju.records.honours.nomination.models import Nomination, Score
from youju.records.honours.nomination.scoring import scores_forget, sheet_hand_in, sheet_save
from youju.records.honours.nomination.vouching import certificate_vouched
from youju.records.honours.round.allotting import allot
from youju.records.honours.round.bases import QuotaBy, bases
from youju.records.honours.round.errors import (
    DayOfDecision,
    HeldAlready,
    NobodyNominated,
    NobodyScored,
    NominationsPending,
    NoPanel,
    NoQuota,
    NotNominated,
    OnPanelTwice,
    OwnSchool,
    PanelClosed,
    PointsOutOfRange,
    SheetHandedIn,
    SheetIncomplete,
    SheetsMissing,
    SignerOnPanel,
    TooMany,
)
from youju.records.honours.round.models import Round
from youju.records.honours.round.moves import MOVES, RoundState
from youju.records.honours.round.panel import panelist_add, panelist_remove, panelist_ticket
from youju.records.kinds import get_record_kind
from youju.records.notices.errors import (
    NoticeOfAnotherList,
    NoticeRunsAlready,
    NoticeStillRuns,
    NoticeStopped,
    ObjectionsOpen,
)
from youju.records.notices.models import NoticeState, Outcome
from youju.records.notices.objecting import objection_add, objection_answer
from youju.records.notices.passing import latest_notice, notices_of
from youju.records.reading.access import get_case_for, visible_to
from youju.records.reading.drift import drifted
from youju.records.verbs.record_begin import record_begin
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify, record_void

ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "olga", "grace", "tess", "bob", "charlie", "dan", "dora", "eve")
RACES = 500 if os.environ.get("YOUJU_SOAK") else 3
_MAY = {"officer": {"alice", "olga"}, "signer": {"grace"}}


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(CALLED):
        yield staffed(cast)


def refuses(round: Round, action: str, actor: Any, refusal: type[YoujuError], **values: Any) -> str:
    """The sentence of the refusal, after which everything is as it was."""
    state, size = Round.objects.get(pk=round.pk).state, log.size()
    with pytest.raises(refusal) as refused, transaction.atomic():
        moved(round, action, actor, **values)
    assert (Round.objects.get(pk=round.pk).state, log.size()) == (state, size)
    return str(refused.value)


# The table


@pytest.mark.parametrize("state", RoundState.values)
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str):
    round = in_state(office, state)
    values: dict[str, dict[str, Any]] = {
        "begin": {}, "publish": {"posted_at": "局网站", "contact": "1"}, "list": {"picks": _best(round)},
        "edit": {"picks": _best(round)[:1]}, "recommend": {"recommended_to": "市教育局"},
        "decide": {"document": "云教〔2026〕1号", "decided_on": DECIDED.date()},
    }  # fmt: skip
    with clock.at(DECIDED):
        for action in ACTIONS:
            move = MOVES[RoundState(state)].get(action)
            if move is None:
                refuses(round, action, office.alice, NoSuchMove)  # whoever asks: the state is looked at first
                continue
            for role in ROLES:
                actor = getattr(office, role)
                if role not in _MAY[move.right]:
                    refuses(round, action, actor, NotAllowed)
                elif role == sorted(_MAY[move.right])[0]:
                    with transaction.atomic():
                        assert moved(round, action, actor, **values.get(action, {})).state == move.to
                        assert list(drifted()) == []
                        transaction.set_rollback(True)


def _best(round: Round) -> list[str]:
    accepted = round.nominations.filter(state="accepted").order_by("pk")
    return [nomination.ref for nomination in accepted[:2]]


# Quotas


def test_places_go_by_whole_shares_and_then_by_the_largest_remainders():
    assert allot(10, {"a": 33, "b": 33, "c": 34}) == {"a": 3, "b": 3, "c": 4}
    assert allot(7, {"a": 10, "b": 20, "c": 40}) == {"a": 1, "b": 2, "c": 4}
    assert allot(2, {"a": 1, "b": 1, "c": 1}) == {"a": 1, "b": 1, "c": 0}
    assert allot(0, {"a": 5}) == {"a": 0}
    for places in range(40):
        assert sum(allot(places, {"a": 17, "b": 5, "c": 99, "d": 0}).values()) == places
    with pytest.raises(ValueError, match="over 0"):
        allot(3, {"a": 0})


def test_staff_are_counted_by_the_rosters_pupils_on_them_are_not(office: SimpleNamespace):
    people(office.lake, "李小禾", minor_until=date(2033, 1, 1))
    assert bases(QuotaBy.ROSTER, office.county, clock.today()) == {office.hill: 3, office.lake: 2, office.creek: 1}
    assert bases(QuotaBy.EQUAL, office.town, clock.today()) == {office.creek: 1}


def test_teachers_are_those_of_the_newest_return(office: SimpleNamespace):
    for year, teachers in ((2024, 30), (2025, 42)):
        values = {
            "unit": office.hill, "title": "基本情况", "happened": date(year, 9, 1), "sort": "primary",
            "ownership": "public", "teaching_points": 0, "staff": 50, "teachers": teachers, "area": 900,
            "stages": [
                {"stage": "primary", "classes": 9, "pupils": 500, "boarders": 0, "entrants": 80, "leavers": 70}
            ],
            "late_reason": "补录",
        }  # fmt: skip
        record = record_add(kind=get_record_kind("schoolreturn"), values=values, actor=office.bob)
        record_submit(record=record, actor=office.bob)
        record_verify(record=record, actor=office.alice)
    assert bases(QuotaBy.TEACHERS, office.county, clock.today()) == {office.hill: 42}
    assert bases(QuotaBy.PUPILS, office.county, date(2025, 1, 1)) == {office.hill: 500}


def test_a_call_without_a_place_is_not_opened(office: SimpleNamespace):
    refuses(called(office, quotas=[]), "begin", office.alice, NoQuota)


# Collecting


def test_towns_review_before_the_panel_scores(office: SimpleNamespace):
    round = moved(called(office), "begin", office.alice)
    refuses(round, "to_panel", office.alice, NobodyNominated)
    nominated(round, office.creek, office.creekers[0], office.dan)
    assert "溪口小学" in refuses(round, "to_panel", office.alice, NominationsPending)


# The panel


def test_whoever_is_of_the_nominating_school_stands_aside(office: SimpleNamespace):
    round, nominations = collected(office)
    round = moved(round, "to_panel", office.alice)
    panelist = panelist_add(round=round, name="何校长", unit=office.hill, actor=office.alice)
    with pytest.raises(OwnSchool) as refused, transaction.atomic():
        sheet_save(panelist=panelist, points={nominations[0].ref: [60, 40]}, actor=NOBODY)
    assert "青山小学" in str(refused.value)
    assert not Score.objects.exists()
    scored(round, panelist, [(50, 30)], office.alice)  # only 钱进 is left
    refuses(round, "list", office.alice, NobodyScored, picks=[])


def test_whoever_is_nominated_stands_aside_from_themself(office: SimpleNamespace):
    round, nominations = collected(office)
    Person.objects.filter(pk=office.lakers[0].pk).update(member=office.dora)
    round = moved(round, "to_panel", office.alice)
    panelist = panelist_add(round=round, member=office.dora, actor=office.alice)
    with pytest.raises(OwnSchool):
        sheet_save(panelist=panelist, points={nominations[2].ref: [60, 40]}, actor=office.dora)


def test_standing_aside_by_ones_own_word_takes_the_points_off(office: SimpleNamespace):
    round, nominations = collected(office)
    round = moved(round, "to_panel", office.alice)
    panelist = panelist_add(round=round, name="何教授", actor=office.alice)
    first = nominations[0].ref
    sheet_save(panelist=panelist, points={first: [60, 40]}, actor=NOBODY)
    sheet_save(panelist=panelist, points={first: [60, 40]}, declared=[first], actor=NOBODY)
    assert not Score.objects.exists()
    panelist.refresh_from_db()
    assert len(scored(round, panelist, [(50, 30), (50, 31)], office.alice).scores.all()) == 2


def test_a_sheet_is_whole_within_its_points_and_handed_in_once(office: SimpleNamespace):
    round, nominations = collected(office)
    panelist = panelist_add(round=round, name="何教授", actor=office.alice)
    first = nominations[0].ref
    with pytest.raises(PanelClosed):
        sheet_save(panelist=panelist, points={first: [1, 1]}, actor=NOBODY)
    round = moved(round, "to_panel", office.alice)
    for wrong in ([61, 0], [0, 41], [-1, 5]):
        with pytest.raises(PointsOutOfRange), transaction.atomic():
            sheet_save(panelist=panelist, points={first: wrong}, actor=NOBODY)
    sheet_save(panelist=panelist, points={first: [60, None]}, actor=NOBODY)
    with pytest.raises(SheetIncomplete) as refused:
        sheet_hand_in(panelist=panelist, actor=NOBODY)
    assert "孙立" in str(refused.value)
    scored(round, panelist, [(60, 40), (1, 1), (2, 2)], office.alice)
    with pytest.raises(SheetHandedIn):
        sheet_save(panelist=panelist, points={first: [0, 0]}, actor=NOBODY)


def test_the_mean_is_of_those_who_scored_and_only_of_sheets_handed_in(office: SimpleNamespace):
    round, nominations = paneled(office)
    late = panelist_add(round=round, name="迟到的", actor=office.alice)
    sheet_save(panelist=late, points={nominations[0].ref: [0, 0]}, actor=NOBODY)
    assert "迟到的" in refuses(round, "list", office.alice, SheetsMissing, picks=[])
    panelist_remove(panelist=late, actor=office.alice)
    moved(round, "list", office.alice, picks=_best(round))
    found = Nomination.objects.in_bulk([each.pk for each in nominations])
    told = [(found[each.pk].points_text, found[each.pk].scored_by) for each in nominations]
    assert told == [("80.50", 2), ("90.50", 2), ("70.00", 1)]


def test_a_panel_has_somebody_nobody_twice_and_ends(office: SimpleNamespace):
    round, _nominations = collected(office)
    round = moved(round, "to_panel", office.alice)
    refuses(round, "list", office.alice, NoPanel, picks=[])
    panelist = panelist_add(round=round, member=office.bob, actor=office.alice)
    for again in ({"member": office.bob}, {"name": "何教授"}, {"name": "何教授"}):
        if again == {"name": "何教授"} and not round.panelists.filter(name="何教授").exists():
            panelist_add(round=round, actor=office.alice, **again)
            continue
        with pytest.raises(OnPanelTwice):
            panelist_add(round=round, actor=office.alice, **again)
    moved(round, "cancel", office.alice)
    with pytest.raises(PanelClosed):
        panelist_remove(panelist=panelist, actor=office.alice)


def test_tickets_of_a_panel_end_with_it(office: SimpleNamespace):
    round, _nominations = paneled(office)
    outside = round.panelists.get(name="何教授")
    panelist_ticket(panelist=outside, actor=office.alice)
    panelist_ticket(panelist=outside, actor=office.alice)
    assert Ticket.objects.filter(uses_left__gt=0).count() == 1  # the new one takes the place of the old
    moved(round, "list", office.alice, picks=_best(round))
    assert not Ticket.objects.filter(uses_left__gt=0).exists()


def test_single_scores_go_after_the_days_set_and_the_totals_stay(office: SimpleNamespace):
    round, nominations = listed(office)
    with clock.at(CALLED + timedelta(days=30)):
        assert scores_forget(round=round, actor=office.alice) == 0
    with clock.at(CALLED + timedelta(days=31)):
        assert scores_forget(round=round, actor=office.alice) == 5
    assert not Score.objects.exists()
    assert Nomination.objects.get(pk=nominations[1].pk).points_text == "90.50"
    assert list(drifted()) == []


# The list


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
    record = _given(office, office.hillers[0])
    assert record.ref in refuses(round, "publish", office.alice, HeldAlready, posted_at="网站", contact="1")


def _given(office: SimpleNamespace, person: Person) -> Any:
    row = {"title": office.title, "person": person, "unit": office.hill, "pupils": None}
    values = {
        "unit": office.county, "title": "另一份名单", "happened": clock.today(), "document": "1", "issuer": "局",
        "holders": [row], "late_reason": "补录",
    }  # fmt: skip
    record = record_add(kind=get_record_kind("award"), values=values, actor=office.alice)
    record_submit(record=record, actor=office.alice)
    return record


# The notice


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
    assert isinstance(NoticeStopped(), YoujuError)


# The decision


def test_whoever_scores_or_is_nominated_does_not_sign(office: SimpleNamespace):
    with clock.at(NOTICED):
        round, _nominations = paneled(office)
        panelist = panelist_add(round=round, member=office.grace, actor=office.alice)
        scored(round, panelist, [(50, 30)] * 3, office.grace)
        round = moved(round, "list", office.alice, picks=_best(round))
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


# Who sees what


def test_schools_with_a_place_see_the_call_and_their_own_nominations_alone(office: SimpleNamespace):
    round, nominations = collected(office, quotas=[
        {"unit": office.hill, "base": 1, "places": 2}, {"unit": office.lake, "base": 1, "places": 1},
    ])  # fmt: skip
    for actor in (office.bob, office.charlie):
        assert get_case_for(actor, round.ref) == round
    for ref in (round.ref, *(each.ref for each in nominations)):
        with pytest.raises(NotFound):
            get_case_for(office.dan, ref)
    with pytest.raises(NotFound):
        get_case_for(office.charlie, nominations[0].ref)
    assert not visible_to(office.dan, Nomination).exists()
    assert isinstance(visible_to(office.charlie).get(kind="nomination"), Ledgered)


@pytest.mark.django_db(transaction=True)
def test_an_edit_of_the_last_minute_and_the_signing_never_both_win(cast: SimpleNamespace):
    """Of the two one comes first, and the other is refused: what is signed is what was under notice to its end."""
    with clock.at(CALLED):
        office = staffed(cast)
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
