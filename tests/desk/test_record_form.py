"""The form follows what is chosen: the unit's roster, the measure's own fields; what was typed stays."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, visits_form
from tests.records.cast import people, session, visits
from youju.records.attachments import Attachment
from youju.records.statistics.statistic.models import Statistic
from youju.records.study.session.models import StudySession

STUDY = "/records/session/new"
STATISTICS = "/records/statistic/new"


def test_a_liaison_is_offered_the_own_roster_all_ticked(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "青一", "青二")
    people(cast.lake, "湖一")
    page = desk(cast.bob).get(STUDY).text
    assert "青一" in page
    assert "湖一" not in page
    assert page.count('name="present"') == 2
    assert page.count(" checked") == 6  # two persons, and "all" above each column


def test_the_roster_follows_the_unit_and_the_text_stays(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "青一")
    people(cast.lake, "湖一")
    page = desk(cast.alice).post(STUDY, {"unit": cast.lake.pk, "title": "三月学习", "then": "redraw"})
    assert page.status_code == 200
    assert "湖一" in page.text
    assert "青一" not in page.text
    assert 'value="三月学习"' in page.text
    assert not StudySession.objects.exists()


def test_who_left_before_the_day_is_not_on_the_roster(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "调出者", until=date(2025, 1, 31))
    form = {"unit": cast.hill.pk, "then": "redraw"}
    assert "调出者" not in desk(cast.bob).post(STUDY, form | {"happened": "2025-03-01"}).text
    assert "调出者" in desk(cast.bob).post(STUDY, form | {"happened": "2025-01-10"}).text


def test_a_stranger_is_not_shown_the_roster_of_another_school(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "青一")
    charlie = desk(cast.charlie)
    for form in ({"unit": cast.hill.pk, "then": "redraw"}, {"unit": cast.hill.pk, "title": "x", "then": "save"}):
        assert "青一" not in charlie.post(STUDY, form).text
    assert "青一" not in charlie.get(STUDY, {"unit": cast.hill.pk}).text
    assert not StudySession.objects.exists()


def test_a_stranger_is_not_shown_the_roster_of_anothers_record(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一")
    record = session(cast.bob, cast.hill, roster, roster)
    for name in ("record-edit", "record-amend", "record-correct"):
        assert desk(cast.charlie).post(reverse(name, args=[record.ref]), {"then": "redraw"}).status_code == 404


def test_a_person_of_another_school_cannot_be_ticked(cast: SimpleNamespace, desk: Desk):
    (stranger,) = people(cast.lake, "湖一")
    form = {"sort": "branch", "unit": cast.hill.pk, "title": "学习", "happened": "2025-03-14", "expected": stranger.pk}
    assert desk(cast.bob).post(STUDY, form).status_code == 422


def test_an_edit_shows_what_was_ticked(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "青一", "青二")
    record = session(cast.bob, cast.hill, roster, roster[:1])
    page = desk(cast.bob).get(reverse("record-edit", args=[record.ref])).text
    assert f'name="present" value="{roster[0].pk}" data-comes-with="expected" checked' in page
    assert f'name="present" value="{roster[1].pk}" data-comes-with="expected">' in page


def test_a_statistic_begins_with_what_is_counted(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(STATISTICS).text
    assert "?sort=visits.households" in page
    assert 'name="title"' not in page


@pytest.mark.parametrize("text", ["households", "农户", "外出学习"])
def test_a_measure_is_found_by_name_alias_or_category(cast: SimpleNamespace, desk: Desk, text: str):
    page = desk(cast.bob).get(STATISTICS, {"text": text}).text
    assert ("visits.households" in page) == (text != "外出学习")
    assert ("training.days" in page) == (text == "外出学习")


def test_an_unknown_measure_in_the_address_leads_to_the_choice(cast: SimpleNamespace, desk: Desk):
    assert "?sort=visits.households" in desk(cast.bob).get(STATISTICS, {"sort": "no.such"}).text


@pytest.mark.parametrize(
    ("measure", "asked"),
    [
        ("visits.households", set()),
        ("honours.persons", {"category", "level"}),
        ("inquiries.answered", {"category", "whole"}),
        ("rankings.place", {"category", "level"}),
    ],
)
def test_only_what_the_measure_needs_is_asked(cast: SimpleNamespace, desk: Desk, measure: str, asked: set[str]):
    page = desk(cast.bob).post(STATISTICS, {"sort": measure, "value": "3", "then": "redraw"}).text
    assert {name for name in ("category", "level", "whole") if f'name="{name}"' in page} == asked
    assert 'value="3"' in page


def test_changing_the_measure_leaves_no_category_behind(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill, sort="honours.persons", category="top_ten", level="city")
    form = visits_form(cast.hill.pk, version=record.version)
    desk(cast.bob).post(reverse("record-edit", args=[record.ref]), form)
    changed = Statistic.objects.get()
    assert (changed.sort, changed.category) == ("visits.households", "")


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
