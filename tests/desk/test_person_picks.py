"""A person is typed by name: found on the roster, asked where several bear it, proposed to whoever keeps the roster."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.desk.conftest import Desk
from tests.records.cast import people
from youju.records.forms.person_field import PersonField, Reach
from youju.records.reviews.meeting.forms import MeetingForm

NEW = "/records/meeting/new"
PICKS = "/records/meeting/people/chair"


def _with_person(monkeypatch: pytest.MonkeyPatch, reach: Reach) -> None:
    monkeypatch.setitem(MeetingForm.base_fields, "chair", PersonField(reach=reach, label="chair"))


def _form(cast: SimpleNamespace, **values: object) -> dict[str, object]:
    guests = {"guests-0-group": "media", "guests-0-invited": "2", "guests-0-came": "2"}
    return {
        "unit": cast.hill.pk,
        "title": "行风评议会",
        "happened": "2025-03-14",
        "late_reason": "补录",
        "then": "save",
        **guests,
        **values,
    }


def test_a_name_of_several_is_answered_with_a_choice_and_never_guessed(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    _with_person(monkeypatch, Reach.COUNTY)
    here, there = *people(cast.hill, "王芳"), *people(cast.lake, "王芳")
    page = desk(cast.bob).post(NEW, _form(cast, chair="王芳"))
    assert page.status_code == 422
    assert "2 persons are called “王芳” (青山小学; 明湖小学): choose the one who is meant." in page.text
    assert f'<option value="{there.pk}">明湖小学</option>' in page.text
    assert desk(cast.bob).post(NEW, _form(cast, chair="王芳", **{"chair-who": here.pk})).status_code == 302


def test_who_is_on_no_roster_of_the_day_is_refused_with_what_to_do(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    _with_person(monkeypatch, Reach.UNIT)
    people(cast.lake, "赵六")
    page = desk(cast.bob).post(NEW, _form(cast, chair="赵六"))
    assert "“赵六” is not on the roster of “青山小学”" in page.text


def test_names_are_proposed_of_the_rosters_that_one_keeps(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    _with_person(monkeypatch, Reach.COUNTY)
    people(cast.hill, "王芳")
    people(cast.lake, "王芳菲")
    people(cast.hill, "王芳小", minor_until=date(2099, 1, 1))
    asked = {"chair": "王芳", "unit": cast.hill.pk}
    assert "王芳 (青山小学)" in desk(cast.bob).get(PICKS, asked).text
    assert "明湖小学" not in desk(cast.bob).get(PICKS, asked).text
    assert "明湖小学" in desk(cast.alice).get(PICKS, asked).text
    assert "王芳小" not in desk(cast.alice).get(PICKS, asked).text
    assert desk(cast.dora).get(PICKS, asked).status_code == 403
    assert desk(cast.bob).get(f"{NEW[:-3]}people/title", asked).status_code == 404


def test_one_character_proposes_nobody(cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    _with_person(monkeypatch, Reach.COUNTY)
    people(cast.hill, "王芳")
    assert "option" not in desk(cast.bob).get(PICKS, {"chair": "王"}).text


def test_names_are_proposed_in_the_forms_of_a_case_too(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "王芳")
    for address, typed in (
        ("/records/article/people/person", {"person": "王芳"}),
        ("/records/article/people/mentions.person", {"mentions-0-person": "王芳"}),
    ):
        assert "王芳" in desk(cast.bob).get(address, typed).text
