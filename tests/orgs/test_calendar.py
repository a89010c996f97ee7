"""The calendar is filled once, keeps what was set by hand, and says what is not announced yet."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from tests.records.cast import make_cast
from youju.lib.deadlines import DayType, Pause, Rule
from youju.lib.once import asked_once
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.calendar import DayRule, Term, is_announced, is_settled, office_calendar, terms_of
from youju.orgs.calendar_verbs import (
    DayTwice,
    TermEndsBefore,
    TermsOverlap,
    TermSpan,
    calendar_fill,
    day_rule_set,
    days_import,
    term_set,
    terms_set,
)
from youju.orgs.days_off import DayRow
from youju.orgs.deadlines import conclusion, deadline_of, explanation

pytestmark = pytest.mark.django_db

NATIONAL_DAY_2027 = DayRow(date(2027, 10, 1), False, "国庆节")


def test_filling_twice_is_filling_once():
    first, second = calendar_fill(actor=CONSOLE), calendar_fill(actor=CONSOLE)
    assert len(first.added) == DayRule.objects.count() > 700
    assert second == ((), (), ())
    assert AuditRow.objects.filter(actor="console", action="calendar.import").count() == 1


def test_the_years_that_were_announced_are_whole():
    calendar_fill(actor=CONSOLE)
    assert [is_announced(year) for year in (2004, 2026, 2027)] == [True, True, False]
    assert [is_settled(day) for day in (date(2025, 12, 31), date(2026, 12, 24), date(2026, 12, 25))] == [
        True,
        True,
        False,
    ]


def test_an_announcement_changes_what_it_names_and_nothing_else():
    calendar_fill(actor=CONSOLE)
    longer = DayRow(date(2026, 10, 8), False, "国庆节")
    worked = DayRow(date(2026, 10, 10), False, "国庆节")
    assert days_import(rows=[longer, worked], source="通知", actor=CONSOLE) == (
        (longer.day,),
        (worked.day,),
        (),
    )
    assert not office_calendar(date(2026, 1, 1)).is_worked(worked.day)
    assert not office_calendar(date(2026, 1, 1)).is_worked(date(2026, 10, 1))


def test_a_day_set_by_hand_stays():
    day_rule_set(day=date(2027, 10, 1), work=True, name="值班", source="局长办公会", actor=CONSOLE)
    changes = days_import(rows=[NATIONAL_DAY_2027], source="通知", actor=CONSOLE)
    assert changes.kept == (NATIONAL_DAY_2027.day,)
    assert office_calendar(date(2027, 1, 1)).is_worked(NATIONAL_DAY_2027.day)


def test_a_list_that_contradicts_itself_changes_nothing():
    with pytest.raises(DayTwice):
        days_import(rows=[NATIONAL_DAY_2027, NATIONAL_DAY_2027._replace(work=True)], source="通知", actor=CONSOLE)
    assert not DayRule.objects.exists()


def test_a_deadline_of_an_unannounced_year_is_provisional_until_the_announcement_moves_it():
    calendar_fill(actor=CONSOLE)
    rule = Rule(5, DayType.WORKING)
    before = deadline_of(date(2027, 9, 29), rule)
    assert (before.due, before.provisional) == (date(2027, 10, 6), True)
    days = [DayRow(date(2027, 1, 1), False, "元旦"), *(DayRow(date(2027, 10, d), False, "国庆节") for d in range(1, 8))]
    days_import(rows=days, source="通知", actor=CONSOLE)
    after = deadline_of(date(2027, 9, 29), rule)
    assert (after.due, after.provisional) == (date(2027, 10, 13), False)


def test_one_minute_before_midnight_is_still_that_day():
    late = datetime(2025, 3, 3, 15, 59, tzinfo=UTC)
    assert deadline_of(late, Rule(1, DayType.CALENDAR)).due == date(2025, 3, 4)
    assert deadline_of(late.replace(hour=16, minute=0), Rule(1, DayType.CALENDAR)).due == date(2025, 3, 5)


def test_it_is_told_why_day_by_day():
    calendar_fill(actor=CONSOLE)
    rule = Rule(3, DayType.WORKING, extension=2)
    with translation.override("zh-hans"):
        found = deadline_of(date(2025, 9, 30), rule, [Pause(date(2025, 10, 9), date(2025, 10, 9))], extra=1)
        told = [text for _day, text in explanation(found)]
        assert told[:2] == ["收件，次日起算", "放假：国庆节"]
        assert told[9:12] == ["暂停计算", "第1日", "第2日（国庆节调休上班）"]
        assert told[-3:] == ["周末", "第3日", "第4日，延期内"]
        assert conclusion(found) == "2025-10-14 到期。"
        unknown = deadline_of(date(2027, 3, 1), rule)
        assert explanation(unknown)[-1][1] == "第3日，放假安排尚未公布"
        assert conclusion(unknown) == "暂定 2027-03-04 到期：其间的放假安排尚未公布。"
        paused = deadline_of(date(2025, 3, 3), rule, [Pause(date(2025, 3, 5), None)])
        assert conclusion(paused) == "已中止，恢复后还有2个工作日。"


def test_the_terms_of_a_school_are_its_own_or_those_of_the_bureau():
    cast = make_cast()
    term_set(unit=cast.county, name="秋季学期", first=date(2025, 9, 1), last=date(2026, 1, 23), actor=cast.eve)
    term_set(unit=cast.lake, name="秋季学期", first=date(2025, 8, 25), last=date(2026, 1, 16), actor=cast.eve)
    begin, end = date(2025, 8, 25), date(2026, 1, 23)
    assert [len(terms_of(cast.hill, day)) for day in (begin, end)] == [0, 1]
    assert [len(terms_of(cast.lake, day)) for day in (begin, end)] == [1, 0]
    assert terms_of(cast.city, end) == []


def test_a_term_that_ends_before_it_begins_is_refused():
    cast = make_cast()
    with pytest.raises(TermEndsBefore):
        term_set(unit=cast.hill, name="秋季学期", first=date(2025, 9, 1), last=date(2025, 8, 31), actor=cast.eve)


def test_two_terms_of_a_unit_share_no_day():
    cast = make_cast()
    spring = TermSpan("春季学期", date(2026, 2, 23), date(2026, 7, 3))
    autumn = TermSpan("秋季学期", date(2025, 9, 1), date(2026, 1, 23))
    terms_set(unit=cast.county, spans=[autumn, spring], actor=cast.eve)
    with pytest.raises(TermsOverlap):
        term_set(unit=cast.county, name="秋学期", first=date(2026, 1, 23), last=date(2026, 1, 31), actor=cast.eve)
    term_set(unit=cast.hill, name="秋学期", first=date(2026, 1, 23), last=date(2026, 1, 31), actor=cast.eve)
    later = [autumn._replace(last=date(2026, 2, 25)), spring._replace(first=date(2026, 2, 26))]
    terms_set(unit=cast.county, spans=later, actor=cast.eve)
    assert list(Term.objects.filter(unit=cast.county).values_list("name", "first", "last")) == later


def test_a_request_asks_for_the_calendar_once_and_sees_its_own_change():
    day = NATIONAL_DAY_2027.day
    days_import(rows=[NATIONAL_DAY_2027], source="通知", actor=CONSOLE)
    with CaptureQueriesContext(connection) as queries, asked_once():
        assert not office_calendar(day).is_worked(day)
        assert office_calendar(date(2028, 1, 1)) == office_calendar(date(2028, 5, 1))
    assert len(queries) == 1
    with asked_once():
        assert not office_calendar(day).is_worked(day)
        day_rule_set(day=day, work=True, name="值班", source="局长办公会", actor=CONSOLE)
        assert office_calendar(day).is_worked(day)
