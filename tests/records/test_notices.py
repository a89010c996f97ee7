"""Public notices: of one list, for whole days; edited it runs anew, and with an objection open nothing is decided."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from tests.records.cast import people
from youju.clockwork.jobs import JOBS
from youju.clockwork.tick import tick
from youju.errors import YoujuError
from youju.lib import clock
from youju.lib.deadlines import DayType, Rule
from youju.orgs.actors import NOBODY
from youju.orgs.audit import AuditRow
from youju.orgs.calendar_verbs import calendar_fill, day_rule_set
from youju.orgs.consents import Giver, Purpose, consent_give, consent_withdraw
from youju.orgs.errors import ReasonMissing, TooLong
from youju.orgs.setting_verbs import setting_change
from youju.portal.running import running_notices
from youju.records.notices.errors import (
    AnsweredAlready,
    NoNotice,
    NothingSaid,
    NothingToNotice,
    NoticeOfAnotherList,
    NoticeOver,
    NoticeRunsAlready,
    NoticeStillRuns,
    NoticeStopped,
    ObjectionsOpen,
    ObjectionUpheld,
)
from youju.records.notices.lines import line_of, list_digest, shown
from youju.records.notices.models import Notice, NoticeLine, NoticeState, Objection, Outcome
from youju.records.notices.objecting import objection_add, objection_answer
from youju.records.notices.passing import latest_notice, passed, require_passed
from youju.records.notices.verbs import notice_begin, notice_end_by_change, notice_run_out, notice_stop
from youju.records.sealing.committed import digest_post, flaws

pytestmark = pytest.mark.django_db

REF = "round-7k3m9qx2ab"
LIST, OTHER = list_digest([["hill", "a"]]), list_digest([["hill", "b"]])
# A Wednesday at the office (UTC+8); five working days later is the Wednesday after it.
BEGAN = datetime(2026, 3, 4, 2, tzinfo=UTC)
LAST = date(2026, 3, 11)


def at(day: date, hour: int = 12, minute: int = 0) -> Any:
    """A moment of the office's own day."""
    return clock.at(datetime(day.year, day.month, day.day, hour, minute, 30, tzinfo=UTC) - timedelta(hours=8))


@pytest.fixture(autouse=True)
def calendar(cast: SimpleNamespace) -> Iterator[None]:
    calendar_fill(actor=cast.eve)
    with clock.at(BEGAN):
        yield


def begun(cast: SimpleNamespace, digest: str = LIST, **given: Any) -> Notice:
    values = {
        "ref": REF,
        "title": "最美少年拟表彰名单公示",
        "lines": [NoticeLine("孙立", "青山小学")],
        "where": "教育局网站",
    }
    return notice_begin(**values | given, digest=digest, actor=cast.alice)


def refused(digest: str, error: type[YoujuError]) -> None:
    assert not passed(REF, digest)
    with pytest.raises(error):
        require_passed(ref=REF, digest=digest)


def test_it_runs_five_working_days_and_the_first_is_not_counted(cast: SimpleNamespace):
    notice = begun(cast)
    assert (notice.last_day, notice.provisional, str(notice)) == (LAST, False, "公示〔2026〕1号")
    with at(LAST, 23, 59):
        refused(LIST, NoticeStillRuns)
    with at(LAST + timedelta(1), 0):
        assert passed(REF, LIST)
        assert require_passed(ref=REF, digest=LIST) == notice


def test_how_long_is_the_bureaus_to_set_and_a_kinds_to_say(cast: SimpleNamespace):
    setting_change(name="notice_days", text="7", actor=cast.eve)
    setting_change(name="notice_day_type", text="calendar", actor=cast.eve)
    assert begun(cast).last_day == date(2026, 3, 11)
    assert begun(cast, OTHER, rule=Rule(3, DayType.WORKING)).last_day == date(2026, 3, 9)


def test_days_off_announced_while_it_runs_put_its_end_off(cast: SimpleNamespace):
    with at(date(2026, 12, 28)):
        notice = begun(cast)
    assert (notice.last_day, notice.provisional) == (date(2027, 1, 4), True)
    with at(date(2027, 1, 5)):
        assert passed(REF, LIST)
        day_rule_set(day=date(2027, 1, 1), work=False, name="元旦", source="通知", actor=cast.eve)
        refused(LIST, NoticeStillRuns)
        assert notice_run_out(notice=notice, actor=cast.alice) is None
    notice.refresh_from_db()
    assert (notice.last_day, notice.state) == (date(2027, 1, 5), NoticeState.RUNNING)
    with at(date(2027, 1, 6)):
        assert passed(REF, LIST)


def test_without_a_notice_nothing_is_decided(cast: SimpleNamespace):
    refused(LIST, NoNotice)
    with pytest.raises(NothingToNotice):
        begun(cast, lines=[])


def test_a_list_edited_in_the_last_minute_runs_anew(cast: SimpleNamespace):
    first = begun(cast)
    with at(LAST, 23, 59):
        ended = notice_end_by_change(ref=REF, digest=OTHER, actor=cast.alice)
        assert ended is not None and ended.state == NoticeState.CHANGED
        again = begun(cast, OTHER)
    assert again.last_day == date(2026, 3, 18)
    with at(LAST + timedelta(1)):
        refused(LIST, NoticeOfAnotherList)
        refused(OTHER, NoticeStillRuns)
    with at(date(2026, 3, 19)):
        refused(LIST, NoticeOfAnotherList)
        assert passed(REF, OTHER)
    assert first.number + 1 == again.number


def test_a_list_that_is_edited_back_runs_anew_as_well(cast: SimpleNamespace):
    begun(cast)
    with at(LAST):
        begun(cast, OTHER)
        back = begun(cast)
    with at(LAST + timedelta(1)):
        refused(LIST, NoticeStillRuns)
    assert back.last_day == date(2026, 3, 18)


def test_an_edit_that_no_verb_was_told_of_is_found_by_the_digest(cast: SimpleNamespace):
    begun(cast)
    with at(LAST + timedelta(1)):
        refused(OTHER, NoticeOfAnotherList)


def test_the_same_list_is_not_put_up_twice(cast: SimpleNamespace):
    begun(cast)
    with pytest.raises(NoticeRunsAlready):
        begun(cast)
    assert Notice.objects.count() == 1


def test_one_that_was_stopped_does_not_count(cast: SimpleNamespace):
    begun(cast)
    with pytest.raises(ReasonMissing):
        notice_stop(ref=REF, actor=cast.alice, reason=" ")
    notice_stop(ref=REF, actor=cast.alice, reason="单位名称有误")
    assert notice_stop(ref=REF, actor=cast.alice, reason="再一次") is None
    with at(LAST + timedelta(1)):
        refused(LIST, NoticeStopped)


def test_an_objection_of_the_last_minute_holds_everything_up_until_it_is_answered(cast: SimpleNamespace):
    notice = begun(cast)
    with at(LAST, 23, 59):
        objection = objection_add(notice=notice, text="材料与事实不符", who="", actor=NOBODY)
    with at(LAST + timedelta(1), 0):
        refused(LIST, ObjectionsOpen)
        with pytest.raises(NoticeOver):
            objection_add(notice=notice, text="太晚", actor=NOBODY)
    with at(LAST + timedelta(9)):
        refused(LIST, ObjectionsOpen)
        with pytest.raises(ReasonMissing):
            objection_answer(objection=objection, outcome=Outcome.REJECTED, answer="", actor=cast.alice)
        objection_answer(objection=objection, outcome=Outcome.REJECTED, answer="经核查，材料属实", actor=cast.alice)
        assert passed(REF, LIST)
        with pytest.raises(AnsweredAlready):
            objection_answer(objection=objection, outcome=Outcome.UPHELD, answer="改主意", actor=cast.alice)
    assert objection.logged_by == "nobody"


def test_one_found_right_lets_only_another_list_pass(cast: SimpleNamespace):
    objection = objection_add(notice=begun(cast), text="已获同类表彰", who="王女士", actor=cast.alice)
    objection_answer(objection=objection, outcome=Outcome.UPHELD, answer="属实，调整名单", actor=cast.alice)
    with at(LAST + timedelta(1)):
        refused(LIST, ObjectionUpheld)
        begun(cast)  # putting the same list up again does not help
    with at(date(2026, 3, 30)):
        refused(LIST, ObjectionUpheld)
        begun(cast, OTHER)
    with at(date(2026, 4, 30)):
        assert passed(REF, OTHER)


def test_an_objection_says_something(cast: SimpleNamespace):
    with pytest.raises(NothingSaid):
        objection_add(notice=begun(cast), text=" \u200b ", actor=NOBODY)
    assert not Objection.objects.exists()


def test_minors_are_named_only_by_consent_or_on_a_basis(cast: SimpleNamespace):
    day = clock.today()
    (adult,), (pupil,) = people(cast.hill, "孙立"), people(cast.hill, "李小禾", minor_until=date(2030, 1, 1))
    assert line_of(adult, unit="青山小学", day=day).name == "孙立"
    assert line_of(pupil, unit="青山小学", day=day).name == "李某某"
    assert line_of(pupil, unit="青山小学", day=day, basis="县文明委表彰办法第九条").name == "李小禾"
    given = {"by": Giver.GUARDIAN, "on": day, "reference": "档案1", "actor": cast.alice}
    consent_give(person=pupil, purpose=Purpose.PUBLIC_PICTURE, **given)
    assert line_of(pupil, unit="青山小学", day=day).name == "李某某"
    consent = consent_give(person=pupil, purpose=Purpose.PUBLIC_NAME, **given)
    line = line_of(pupil, unit="青山小学", day=day)
    assert line.name == "李小禾"
    notice = begun(cast, lines=[line])
    assert [each.name for each in shown(notice)] == ["李小禾"]
    consent_withdraw(consent=consent, actor=cast.alice)
    assert [each.name for each in shown(notice)] == ["李某某"]


def test_the_public_reads_those_that_run_and_are_for_everybody(cast: SimpleNamespace):
    notice = begun(cast)
    begun(cast, ref="certificate-7k3m9qx2ab", public=False)
    with at(LAST):
        assert [each.notice for each in running_notices()] == [notice]
    with at(LAST + timedelta(1)):
        assert not running_notices()  # also before the clockwork has noted it


def test_one_past_its_last_day_reads_as_over_before_the_clockwork_has_noted_it(cast: SimpleNamespace):
    notice = begun(cast)
    with at(LAST):
        assert notice.state_today == NoticeState.RUNNING
    with at(LAST + timedelta(1)):
        assert (notice.state, notice.state_today) == (NoticeState.RUNNING, NoticeState.OVER)
        assert notice_stop(ref=REF, actor=cast.alice, reason="名单退回") is None  # it had run its whole time
        assert passed(REF, LIST)


def test_the_clockwork_ends_those_that_have_run_out_and_no_others(cast: SimpleNamespace):
    begun(cast)
    jobs = [job for job in JOBS if job.code == "notice-end"]
    with at(LAST):
        assert list(tick(jobs)) == []
    for _again in range(2):
        with at(LAST + timedelta(1)):
            assert not [outcome for outcome in tick(jobs) if outcome.failed]
    notice = latest_notice(REF)
    assert notice is not None and notice.state == NoticeState.OVER
    assert AuditRow.objects.filter(action="notice.over", target=REF, actor="system").count() == 1
    with at(LAST + timedelta(1)):
        assert passed(REF, LIST)


def test_what_was_published_is_held_by_the_ledger(cast: SimpleNamespace):
    notice = begun(cast)
    digest_post(actor="system")
    Notice.objects.filter(pk=notice.pk).update(last_day=date(2026, 3, 5))
    assert [flaw.place for flaw in flaws()] == [f"notices_notice#{notice.pk}"]


def test_two_notices_never_run_of_one_list(cast: SimpleNamespace):
    notice = begun(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(
            ref=REF, year=2026, number=99, title="二", digest=OTHER, days=5, day_type="working",
            last_day=notice.last_day, where="网站",
        )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_an_objection_and_a_decision_at_one_moment_never_both_win(cast: SimpleNamespace):
    """One sees the other: either the objection came too late, or the decision was refused."""
    notice, gate = begun(cast, rule=Rule(1, DayType.CALENDAR)), Barrier(2)

    def object_to() -> str:
        gate.wait()
        try:
            with at(date(2026, 3, 5), 23, 59):
                objection_add(notice=notice, text="有异议", actor=NOBODY)
            return "objected"
        finally:
            connection.close()

    def decide() -> str:
        gate.wait()
        try:
            with at(date(2026, 3, 6), 0), transaction.atomic():
                require_passed(ref=REF, digest=LIST)
                return "decided" if not Objection.objects.exists() else "decided over an objection"
        except ObjectionsOpen:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(act) for act in (object_to, decide)]
    assert {answer.result() for answer in answers} in ({"objected", "refused"}, {"objected", "decided"})


def test_one_past_its_last_day_stands_behind_those_that_run_before_the_clockwork_came_by(cast: SimpleNamespace):
    def titles() -> list[str]:
        return [notice.title for notice in Notice.objects.all().standing_first(clock.today())]

    with at(BEGAN.date()):
        begun(cast, ref="round-a", title="先公示的", rule=Rule(20, DayType.CALENDAR))
    with at(BEGAN.date(), hour=13):
        begun(cast, title="后公示的", rule=Rule(5, DayType.CALENDAR))
        assert titles() == ["后公示的", "先公示的"]
    with at(LAST + timedelta(days=3)):
        assert titles() == ["先公示的", "后公示的"]


def test_objection_and_answer_are_kept_whole_or_refused(cast: SimpleNamespace):
    notice, whole, more = begun(cast), "言" * 1000, "言" * 1001
    with pytest.raises(TooLong):
        objection_add(notice=notice, text=more, actor=NOBODY)
    objection = objection_add(notice=notice, text=whole, actor=NOBODY)
    with pytest.raises(TooLong):
        objection_answer(objection=objection, outcome=Outcome.REJECTED, answer=more, actor=cast.alice)
    objection_answer(objection=objection, outcome=Outcome.REJECTED, answer=whole, actor=cast.alice)
    assert (objection.text, Objection.objects.get().answer) == (whole, whole)
