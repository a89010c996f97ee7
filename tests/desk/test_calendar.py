"""The calendar on the desk: the year, days by hand, files, the announced years, terms, and when something is due."""

from datetime import date
from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import Desk
from youju.orgs.calendar import DayRule, Term
from youju.orgs.calendar_verbs import calendar_fill

ACT = {"then": "act"}
ICS = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270101
DTEND;VALUE=DATE:20270104
SUMMARY:元旦（休）
END:VEVENT
END:VCALENDAR
"""


def test_a_year_shows_what_is_off_and_what_is_worked(cast: SimpleNamespace, desk: Desk):
    calendar_fill(actor=cast.eve)
    page = desk(cast.bob).get(reverse("calendar"), {"year": "2025"}).text
    assert page.count('class="month"') == 12
    assert "day-off" in page
    assert "day-worked" in page
    assert "provisional" not in page


def test_a_year_not_announced_says_so(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(reverse("calendar"), {"year": "2031"}).text
    assert "whatever is due in it is provisional" in page
    assert desk(cast.bob).get(reverse("calendar"), {"year": "九年"}).status_code == 200


def test_a_day_is_set_by_hand_after_a_look(cast: SimpleNamespace, desk: Desk):
    form = {"day": "2026-09-30", "sort": "off", "name": "校庆", "source": "局办〔2026〕9号"}
    eve = desk(cast.eve)
    assert "Sept. 30, 2026 is off." in eve.post(reverse("calendar-day"), form).text
    assert not DayRule.objects.exists()
    eve.post(reverse("calendar-day"), form | ACT)
    rule = DayRule.objects.get()
    assert (rule.work, rule.name, rule.by_hand) == (False, "校庆", True)


def test_the_field_of_a_day_says_what_is_chosen(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.eve).get(reverse("calendar-day"), headers={"accept-language": "zh-hans"}).text
    assert "放假还是上班" in page
    assert "材料种类" not in page


def test_the_announced_years_are_taken_over_once(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    assert "days of 2025" in eve.get(reverse("calendar-fill")).text
    assert not DayRule.objects.exists()
    eve.post(reverse("calendar-fill"), ACT)
    assert DayRule.objects.filter(date__year=2025).exists()
    assert "says all of it already" in eve.post(reverse("calendar-fill"), {"x": "y"}).text


def test_a_file_is_looked_at_and_then_taken_over(cast: SimpleNamespace, desk: Desk):
    eve, url = desk(cast.eve), reverse("calendar-import")
    told = eve.post(url, {"file": SimpleUploadedFile("a.ics", ICS.encode()), "source": "国办发明电〔2026〕7号"}).text
    assert "New: 3 days of 2027" in told
    assert not DayRule.objects.exists()
    eve.post(url, {"text": ICS, "source": "国办发明电〔2026〕7号", **ACT})
    assert DayRule.objects.filter(work=False, date__year=2027).count() == 3


def test_what_is_no_calendar_is_refused_in_the_form(cast: SimpleNamespace, desk: Desk):
    eve, url = desk(cast.eve), reverse("calendar-import")
    for content in (b"hello", b"\x00\x01\x02"):
        answer = eve.post(url, {"file": SimpleUploadedFile("a.ics", content), "source": "x", **ACT})
        assert answer.status_code == 422
    assert eve.post(url, {"source": "x", **ACT}).status_code == 422
    assert not DayRule.objects.exists()


def test_a_term_is_made_and_moved(cast: SimpleNamespace, desk: Desk):
    eve, url = desk(cast.eve), reverse("calendar-term")
    form = {"unit": cast.county.pk, "name": "2026年秋", "first": "2026-09-01", "last": "2027-01-20", **ACT}
    eve.post(url, form)
    eve.post(url, form | {"last": "2027-01-22"})
    assert Term.objects.get().last == date(2027, 1, 22)
    assert "2026年秋" in eve.get(reverse("calendar"), {"year": "2026"}).text
    assert eve.post(url, form | {"last": "2026-08-01"}).status_code == 400


def test_a_term_that_shares_days_with_another_is_told_in_the_form(cast: SimpleNamespace, desk: Desk):
    eve, url = desk(cast.eve), reverse("calendar-term")
    form = {"unit": cast.county.pk, "name": "2026年秋", "first": "2026-09-01", "last": "2027-01-22", **ACT}
    eve.post(url, form)
    answer = eve.post(url, form | {"name": "秋季学期", "then": ""})
    assert answer.status_code == 400
    assert "would overlap “2026年秋” (2026-09-01 to 2027-01-22)" in answer.text
    assert Term.objects.count() == 1


def test_a_term_is_deleted_after_a_look(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    made = Term.objects.create(unit=cast.county, name="秋学期", first=date(2026, 9, 1), last=date(2027, 1, 22))
    url = reverse("calendar-term-delete", args=[made.pk])
    assert url in eve.get(reverse("calendar"), {"year": "2026"}).text
    assert url not in desk(cast.bob).get(reverse("calendar"), {"year": "2026"}).text
    assert "goes out of the calendar" in eve.get(url).text
    assert Term.objects.exists()
    eve.post(url, ACT)
    assert not Term.objects.exists()
    assert eve.post(url, ACT).status_code == 404


def test_when_it_is_due_is_told_day_by_day(cast: SimpleNamespace, desk: Desk):
    calendar_fill(actor=cast.eve)
    asked = {"day": "2025-09-26", "days": "15", "sort": "working"}
    page = desk(cast.bob).get(reverse("calendar-due"), asked).text
    assert "Due on" in page
    assert "day 15" in page
    assert "国庆节" in page
    assert "Due on" not in desk(cast.bob).get(reverse("calendar-due"), asked | {"days": "0"}).text


def test_others_read_and_change_nothing(cast: SimpleNamespace, desk: Desk):
    made = Term.objects.create(unit=cast.county, name="秋学期", first=date(2026, 9, 1), last=date(2027, 1, 22))
    for who in (cast.alice, cast.bob, cast.dora):
        assert desk(who).post(reverse("calendar-term-delete", args=[made.pk]), ACT).status_code == 403
        for route in ("calendar-day", "calendar-fill", "calendar-import", "calendar-term"):
            assert desk(who).post(reverse(route), {"day": "2026-09-30", **ACT}).status_code == 403
    assert not DayRule.objects.exists()
