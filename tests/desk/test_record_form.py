"""The form follows what is chosen: the unit's roster, the measure's own fields; what was typed stays."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, visits_form
from tests.records.cast import people, session, study_group, visits
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.heads.attachments import Attachment
from youju.records.statistics.statistic.models import Statistic
from youju.records.study.session.models import StudySession

STUDY = "/records/session/new"
STATISTICS = "/records/statistic/new"


def _form(unit: Unit, roster: list[Person], **values: object) -> dict[str, object]:
    marks = {f"mark-{person.pk}": "present" for person in roster}
    given = {"sort": "center_group", "unit": unit.pk, "group": study_group(unit).pk, "title": "三月学习",
             "happened": "2025-03-14", "late_reason": "补录", "then": "save"}  # fmt: skip
    return given | marks | values


def test_a_liaison_is_offered_the_list_of_the_only_group_and_nobody_is_marked(cast: SimpleNamespace, desk: Desk):
    study_group(cast.hill, people(cast.hill, "青一", "青二"))
    study_group(cast.lake, people(cast.lake, "湖一"))
    page = desk(cast.bob).get(STUDY).text
    assert page.count('type="radio" name="mark-') == 6  # two persons, three choices
    assert "青一" in page
    assert "湖一" not in page
    assert not re.search(r'name="mark-[^>]* checked', page)
    assert '<option value="center_group" selected>' in page


def test_the_list_follows_the_unit_and_the_text_stays(cast: SimpleNamespace, desk: Desk):
    study_group(cast.hill, people(cast.hill, "青一"))
    study_group(cast.lake, people(cast.lake, "湖一"))
    page = desk(cast.alice).post(STUDY, {"unit": cast.lake.pk, "title": "三月学习", "then": "redraw"})
    assert page.status_code == 200
    assert "湖一" in page.text
    assert "青一" not in page.text
    assert 'value="三月学习"' in page.text
    assert not StudySession.objects.exists()


def test_marks_stay_where_the_form_is_drawn_anew(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一", "青二")
    study_group(cast.hill, roster)
    marks = {f"mark-{roster[0].pk}": "leave", f"reason-{roster[0].pk}": "出差"}
    page = desk(cast.bob).post(STUDY, _form(cast.hill, [], **marks, then="redraw")).text
    assert f'name="mark-{roster[0].pk}" value="leave" checked' in page
    assert 'value="出差"' in page


def test_who_left_the_group_before_the_day_is_not_on_its_list(cast: SimpleNamespace, desk: Desk):
    group = study_group(cast.hill, people(cast.hill, "调出者"))
    group.memberships.update(until=date(2025, 1, 31))
    form = {"unit": cast.hill.pk, "group": group.pk, "then": "redraw"}
    assert "调出者" not in desk(cast.bob).post(STUDY, form | {"happened": "2025-03-01"}).text
    assert "调出者" in desk(cast.bob).post(STUDY, form | {"happened": "2025-01-10"}).text


def test_everybody_on_the_list_needs_a_mark(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一", "青二", "青三")
    study_group(cast.hill, roster)
    answer = desk(cast.bob).post(STUDY, _form(cast.hill, roster[:2]))
    assert answer.status_code == 422
    assert "1 on the list have no mark yet" in answer.text
    assert not StudySession.objects.exists()


def test_one_tick_says_that_all_others_came(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一", "青二", "青三")
    study_group(cast.hill, roster)
    absent = {f"mark-{roster[1].pk}": "absent", "mark-all": "present"}
    assert desk(cast.bob).post(STUDY, _form(cast.hill, [], **absent)).status_code == 302
    marks = [row.mark for row in StudySession.objects.get().attendance.all()]
    assert marks == ["present", "absent", "present"]


def test_a_leave_needs_its_reason(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一")
    study_group(cast.hill, roster)
    leave = {f"mark-{roster[0].pk}": "leave", f"reason-{roster[0].pk}": " "}
    answer = desk(cast.bob).post(STUDY, _form(cast.hill, [], **leave))
    assert answer.status_code == 422
    assert "Write a reason beside each leave." in answer.text


def test_guests_are_a_number(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一")
    study_group(cast.hill, roster)
    assert desk(cast.bob).post(STUDY, _form(cast.hill, roster, guests=3)).status_code == 302
    assert StudySession.objects.get().guests == 3


def test_a_sort_of_study_that_is_not_the_groups_is_refused(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一")
    study_group(cast.hill, roster)
    assert desk(cast.bob).post(STUDY, _form(cast.hill, roster, sort="branch")).status_code == 422
    assert desk(cast.bob).post(STUDY, _form(cast.hill, roster, sort="lecture")).status_code == 302


def test_a_minors_name_is_masked_on_the_list(cast: SimpleNamespace, desk: Desk):
    study_group(cast.hill, people(cast.hill, "王小明", minor_until=date(2040, 1, 1)))
    page = desk(cast.bob).get(STUDY).text
    assert "王某某" in page
    assert "王小明" not in page


def test_a_stranger_is_not_shown_the_list_of_another_school(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一")
    group = study_group(cast.hill, roster)
    charlie = desk(cast.charlie)
    for form in ({"unit": cast.hill.pk, "group": group.pk, "then": "redraw"}, _form(cast.hill, roster)):
        assert "青一" not in charlie.post(STUDY, form).text
    assert "青一" not in charlie.get(STUDY, {"unit": cast.hill.pk, "group": group.pk}).text
    assert "青一" not in charlie.post(STUDY, _form(cast.hill, roster) | {"unit": cast.lake.pk}).text
    assert not StudySession.objects.exists()


def test_a_stranger_is_not_shown_the_roster_of_anothers_record(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一")
    record = session(cast.bob, cast.hill, roster, roster)
    for name in ("record-edit", "record-amend", "record-correct"):
        assert desk(cast.charlie).post(reverse(name, args=[record.ref]), {"then": "redraw"}).status_code == 404


def test_a_person_who_is_not_on_the_list_cannot_be_marked(cast: SimpleNamespace, desk: Desk):
    roster, (stranger,) = people(cast.hill, "青一"), people(cast.lake, "湖一")
    study_group(cast.hill, roster)
    desk(cast.bob).post(STUDY, _form(cast.hill, [*roster, stranger]))
    assert [row.person for row in StudySession.objects.get().attendance.all()] == roster


def test_an_edit_shows_what_was_marked(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一", "青二")
    record = session(cast.bob, cast.hill, roster, roster[:1])
    page = desk(cast.bob).get(reverse("record-edit", args=[record.ref])).text
    assert f'name="mark-{roster[0].pk}" value="present" checked' in page
    assert f'name="mark-{roster[1].pk}" value="absent" checked' in page


def test_a_statistic_begins_with_what_is_counted(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(STATISTICS).text
    assert "?sort=exam.candidates" in page
    assert 'name="title"' not in page


@pytest.mark.parametrize("text", ["candidates", "高考", "师德师风"])
def test_a_measure_is_found_by_name_alias_or_category(cast: SimpleNamespace, desk: Desk, text: str):
    page = desk(cast.bob).get(STATISTICS, {"text": text}).text
    assert ("exam.candidates" in page) == (text != "师德师风")
    assert ("surveys.stated" in page) == (text == "师德师风")


def test_an_unknown_measure_in_the_address_leads_to_the_choice(cast: SimpleNamespace, desk: Desk):
    assert "?sort=exam.candidates" in desk(cast.bob).get(STATISTICS, {"sort": "no.such"}).text


@pytest.mark.parametrize(
    ("measure", "asked"),
    [
        ("exam.candidates", set()),
        ("enrolment.enrolled", {"category", "whole"}),
        ("rankings.place", {"category", "level"}),
    ],
)
def test_only_what_the_measure_needs_is_asked(cast: SimpleNamespace, desk: Desk, measure: str, asked: set[str]):
    page = desk(cast.bob).post(STATISTICS, {"sort": measure, "value": "3", "then": "redraw"}).text
    assert {name for name in ("category", "level", "whole") if f'name="{name}"' in page} == asked
    assert 'value="3"' in page


def test_changing_the_measure_leaves_no_category_behind(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill, sort="rankings.place", category="arts_brand", level="city")
    form = visits_form(cast.hill.pk, version=record.version)
    desk(cast.bob).post(reverse("record-edit", args=[record.ref]), form)
    changed = Statistic.objects.get()
    assert (changed.sort, changed.category) == ("exam.candidates", "")


def test_a_late_record_is_asked_why_among_the_first(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill, late_reason="")
    page = desk(cast.bob).get(reverse("record-edit", args=[record.ref])).text
    assert page.index('name="late_reason"') < page.index('class="more-fields"')


def test_files_are_asked_for_again_where_the_form_was_refused(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.bob).post(STATISTICS, visits_form(cast.hill.pk, title="", value="17", uploads=paper()))
    assert answer.status_code == 422
    assert "The files have to be chosen once more" in answer.text
    assert 'value="17"' in answer.text


def test_a_photo_from_the_camera_is_kept_too(cast: SimpleNamespace, desk: Desk):
    form = visits_form(cast.hill.pk, uploads=paper(), camera=paper("照片.txt", "现场记录。".encode()))
    desk(cast.bob).post(STATISTICS, form)
    assert Attachment.objects.count() == 2


@pytest.mark.parametrize("field", ["happened", "happened_until"])
@pytest.mark.parametrize("day", ["0225-03-14", "1899-12-31", "2200-01-01"])
def test_a_year_that_cannot_be_right_is_refused(cast: SimpleNamespace, desk: Desk, field: str, day: str):
    answer = desk(cast.bob).post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk, **{field: day}))
    assert answer.status_code == 422
    assert f"The year {day[:4]} cannot be right." in answer.text
    assert not Statistic.objects.exists()


def test_what_nobody_sees_is_not_kept_in_a_title(cast: SimpleNamespace, desk: Desk):
    form = visits_form(cast.hill.pk, title="走访\u202e农户\u200b")
    desk(cast.bob).post(reverse("record-new", args=["statistic"]), form)
    assert Statistic.objects.get().title == "走访农户"


@pytest.mark.parametrize(
    ("day", "value"),
    [("2025年3月14日", "１，２００"), ("2025.3.14", "1,200"), ("20250314", "1200"), ("２０２５-3-14", " 1200 ")],
)
def test_a_form_reads_days_and_numbers_as_a_sheet_does(cast: SimpleNamespace, desk: Desk, day: str, value: str):
    desk(cast.bob).post(STATISTICS, visits_form(cast.hill.pk, happened=day, value=value))
    saved = Statistic.objects.get()
    assert (saved.happened, saved.quantity) == (date(2025, 3, 14), 1200)


def test_a_day_that_was_typed_stays_in_a_form_that_was_refused(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.bob).post(STATISTICS, visits_form(cast.hill.pk, title="", happened="2025年3月14日"))
    assert answer.status_code == 422
    assert 'value="2025-03-14"' in answer.text


def test_what_is_no_number_says_what_to_write(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.bob).post(STATISTICS, visits_form(cast.hill.pk, value="17户", happened="2025年2月30日"))
    assert "“17户” is not a number: write digits alone, as 1200 or 12.5" in answer.text
    assert "is a day that no calendar has" in answer.text
