"""Every screen has something to show, and the ledger is whole."""

from collections import Counter
from datetime import date

from django.utils.timezone import localdate

from youju.demo.accounts import ACCOUNTS
from youju.demo.build import Built
from youju.desk.audit.action_words import ACTIONS
from youju.ledger import log
from youju.ledger.reading import Entry
from youju.ledger.verify import verify
from youju.orgs.audit import AuditRow
from youju.orgs.calendar import office_calendar
from youju.orgs.members import Member
from youju.orgs.units import Unit, UnitKind
from youju.plans.dues import Due, DueState
from youju.plans.flaws import flaws
from youju.records.alerts import Alert
from youju.records.followup.models import Followup
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.publicity.article.models import Article
from youju.records.statistics.statistic.models import Statistic
from youju.records.study.session.models import StudySession
from youju.records.verbs.corrections import Correction, CorrectionState


def test_there_are_records_in_every_state(demo: Built) -> None:
    assert set(Statistic.objects.values_list("state", flat=True)) == set(State.values)


def test_there_are_late_self_verified_and_opening_records(demo: Built) -> None:
    for mark in ("late", "self_verified", "opening"):
        assert Ledgered.objects.filter(**{mark: True}).exists(), mark


def test_the_audit_reads_in_words(demo: Built) -> None:
    assert set(AuditRow.objects.order_by().values_list("action", flat=True)) <= set(ACTIONS)


def test_a_correction_was_accepted_and_one_waits(demo: Built) -> None:
    states = Correction.objects.values_list("state", flat=True)
    assert sorted(states) == [CorrectionState.ACCEPTED, CorrectionState.WAITING]


def test_what_was_done_with_a_thing_was_done_in_its_order(demo: Built) -> None:
    last: dict[str, AuditRow] = {}
    for row in AuditRow.objects.filter(target__contains="-").order_by("pk"):
        before = last.setdefault(row.target, row)
        assert before.at <= row.at, (before, row)
        last[row.target] = row
    assert len(last) > 1000


def test_an_inquiry_is_written_down_after_it_came_and_signed_after_it_was_drafted(demo: Built) -> None:
    inquiries = list(Inquiry.objects.prefetch_related("answers"))
    assert any(inquiry.answers.all() for inquiry in inquiries)
    for inquiry in inquiries:
        assert inquiry.happened < localdate(inquiry.created_at)
        for answer in inquiry.answers.all():
            assert inquiry.created_at < answer.written_at < answer.signed_at


def test_groups_study_on_days_on_which_offices_work(demo: Built) -> None:
    calendar = office_calendar(date(demo.year - 1, 1, 1))
    days = {session.happened for session in StudySession.objects.all()}
    assert days and all(calendar.is_worked(day) for day in days)


def test_most_of_what_the_review_meetings_raised_is_settled_by_its_day(demo: Built) -> None:
    raised = Followup.objects.filter(source__kind="meeting", happened__year=demo.year)
    settled = [followup for followup in raised if followup.on_time]
    assert len(raised) * 0.7 < len(settled) < len(raised)


def test_the_site_tells_what_became_of_the_opinions_of_the_year_before(demo: Built) -> None:
    article = Article.objects.get(title__startswith=f"{demo.year - 1}年教育行风评议意见")
    assert (article.state, article.must_be_public) == ("live", True)


def test_what_waits_to_be_verified_is_of_several_kinds(demo: Built) -> None:
    waiting = Ledgered.objects.filter(state=State.SUBMITTED).values_list("kind", flat=True)
    assert {"statistic", "item", "activity"} <= set(waiting)


def test_whoever_logs_in_finds_alerts_of_the_last_days_alone(demo: Built) -> None:
    for account in ACCOUNTS:
        told = Alert.objects.filter(member__username=account.name, read_at=None)
        assert not told.filter(at__year__lt=demo.year).exists(), account.name
        assert told.count() < 100, account.name


def test_entries_were_posted_amended_and_voided(demo: Built) -> None:
    assert set(Entry.objects.values_list("kind", flat=True)) == set(Entry.Kind.values)


def test_the_ledger_is_undamaged_and_small(demo: Built) -> None:
    assert list(verify()) == []
    assert log.size() <= 10_000


def test_there_are_twelve_towns_and_a_hundred_schools(demo: Built) -> None:
    assert Unit.objects.filter(kind=UnitKind.TOWN).count() == 12
    assert Unit.objects.filter(kind=UnitKind.SCHOOL).count() == 100


def test_only_the_accounts_that_are_printed_can_log_in(demo: Built) -> None:
    able = {member.username for member in Member.objects.all() if member.has_usable_password()}
    assert able == {account.name for account in ACCOUNTS}


def test_the_plan_is_mostly_met_and_shows_what_else_there_is(demo: Built) -> None:
    states = Counter(Due.objects.filter(item__year=demo.year).values_list("state", flat=True))
    assert set(states) >= {DueState.DUE, DueState.MET, DueState.ZERO, DueState.EXCUSED}
    assert states[DueState.MET] > 0.6 * states.total()
    assert list(flaws()) == []
