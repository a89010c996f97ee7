"""Rows behind one field: more of them without JavaScript, faults by row and column, a change told row by row."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import DAY, people, session, study_group, verified
from youju.desk.records.row_words import RowTable, TableCell, TableRow
from youju.records.kinds import get_record_kind
from youju.records.reviews.meeting.models import Meeting
from youju.records.reviews.meeting.sample import sample
from youju.records.study.session.models import Attendance
from youju.records.verbs.corrections import Correction
from youju.records.verbs.record_verbs import record_add
from youju.records.volunteering.service.models import Service

NEW = "/records/meeting/new"


def _form(cast: SimpleNamespace, **values: object) -> dict[str, object]:
    given = {
        "unit": cast.hill.pk,
        "title": "行风评议会",
        "happened": "2025-03-14",
        "late_reason": "补录",
        "then": "save",
        "guests-0-group": "parents",
        "guests-0-invited": "20",
        "guests-0-came": "１８",
    }
    return given | values


def _guests(form: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in form.items() if name.startswith("guests")}


def test_rows_are_saved_in_their_order_and_empty_ones_left_out(cast: SimpleNamespace, desk: Desk):
    more = {"guests-3-group": "media", "guests-3-invited": "2", "guests-3-came": "2", "guests-1-group": ""}
    desk(cast.bob).post(NEW, _form(cast, **more))
    (record,) = Meeting.objects.all()
    assert [(row.group, row.came) for row in record.guests.all()] == [("parents", 18), ("media", 2)]


def test_more_rows_are_a_press_that_saves_nothing_and_keeps_what_was_typed(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(NEW, _form(cast, then="redraw add guests"))
    assert page.status_code == 200
    assert 'name="guests-2-group"' in page.text
    assert 'value="１８"' in page.text
    assert not Meeting.objects.exists()


def _shown_on_a_phone(page: str) -> int:
    return page.count('<li class="line-row">')


def test_one_empty_block_is_shown_on_a_phone_and_one_more_a_press(cast: SimpleNamespace, desk: Desk):
    new = "/records/award/new"
    assert _shown_on_a_phone(desk(cast.bob).get(new).text) == 1
    typed = {"holders-0-title": "优秀教师", **{f"holders-{number}-title": "" for number in (1, 2)}}
    form = {"title": "表彰", "happened": "2025-03-14", "unit": cast.hill.pk, "then": "redraw add holders"}
    page = desk(cast.bob).post(new, form | typed).text
    assert _shown_on_a_phone(page) == 2
    assert 'name="holders-3-title"' in page


def test_a_row_is_taken_away(cast: SimpleNamespace, desk: Desk):
    more = {"guests-1-group": "media", "guests-1-invited": "2", "guests-1-came": "2"}
    page = desk(cast.bob).post(NEW, _form(cast, **more, then="redraw drop guests-0")).text
    assert '<option value="media" selected>' in page
    assert '<option value="parents" selected>' not in page


def test_each_fault_is_named_by_row_and_column_and_stands_in_its_box(cast: SimpleNamespace, desk: Desk):
    wrong = {"guests-1-group": "media", "guests-1-invited": "two", "guests-1-came": "2",
             "guests-2-group": "firms", "guests-2-invited": "1", "guests-2-came": "3"}  # fmt: skip
    page = desk(cast.bob).post(NEW, _form(cast, **wrong))
    assert page.status_code == 422
    assert "Row 2, Were invited: " in page.text
    assert "Row 3, Who came: More came than were invited" in page.text
    assert 'aria-describedby="id_guests-1-invited-notes"' in page.text


def test_the_same_group_twice_is_refused(cast: SimpleNamespace, desk: Desk):
    more = {"guests-1-group": "parents", "guests-1-invited": "2", "guests-1-came": "2"}
    page = desk(cast.bob).post(NEW, _form(cast, **more))
    assert "Row 2, Group of guests: The same stands in row 1." in page.text


def test_a_meeting_needs_a_row_of_guests(cast: SimpleNamespace, desk: Desk):
    form = _form(cast)
    page = desk(cast.bob).post(NEW, {name: form[name] for name in form.keys() - _guests(form).keys()})
    assert "At least 1 of “group of guests” must be filled in." in page.text


def test_four_hundred_rows_fit_and_no_more(cast: SimpleNamespace, desk: Desk):
    rows = {f"opinions-{number}-text": f"意见{number}" for number in range(400)}
    desk(cast.bob).post(NEW, _form(cast, **rows))
    assert Meeting.objects.get().opinions.count() == 400
    page = desk(cast.bob).post(NEW, _form(cast, **rows, **{"opinions-400-text": "多"}))
    assert "401 of “opinion” are more than the 400 that fit." in page.text


def test_a_correction_is_told_row_by_row_and_accepted(cast: SimpleNamespace, desk: Desk):
    given = sample(cast.hill, DAY) | {"late_reason": "补录"}
    record = verified(record_add(kind=get_record_kind("meeting"), values=given, actor=cast.bob), cast.bob, cast.alice)
    change = _form(cast, title=record.title, place="学校会议室", presentations="学校行风建设情况汇报")
    change |= {"guests-0-invited": "15", "guests-0-came": "13", "guests-1-group": "deputies",
               "guests-1-invited": "5", "guests-1-came": "4",
               "opinions-0-text": "希望课后服务多开体育项目", "opinions-0-group": "parents"}  # fmt: skip
    asked = desk(cast.bob).post(
        reverse("record-correct", args=[record.ref]), change | {"version": record.version, "reason": "数错了"}
    )
    assert asked.status_code == 302, asked.content.decode()[:3000]
    page = desk(cast.alice).get(reverse("record", args=[record.ref])).text
    assert "guests of the meeting · parents" in page
    assert "Were invited 15, Who came 13" in page
    assert "guests of the meeting · deputies" not in page
    correction = Correction.objects.get()
    desk(cast.alice).post(
        reverse("record-correction", args=[record.ref]),
        {"decision": "accept", "correction": correction.pk, "seen": f"{record.ref}:{record.version}"},
    )
    assert [(row.group, row.came) for row in Meeting.objects.get().guests.all()] == [("parents", 13), ("deputies", 4)]
    assert "Were invited 15, Who came 14" in desk(cast.bob).get(reverse("record", args=[record.ref])).text


def test_a_correction_of_attendance_is_asked_at_the_desk_and_accepted(cast: SimpleNamespace, desk: Desk):
    roster = people(cast.hill, "王一", "李二")
    record = verified(session(cast.bob, cast.hill, roster, roster), cast.bob, cast.alice)
    form = {"sort": "center_group", "unit": cast.hill.pk, "group": study_group(cast.hill).pk, "title": record.title,
            "happened": "2025-03-14", "late_reason": "补录", "version": record.version, "reason": "记错了",
            f"mark-{roster[0].pk}": "present", f"mark-{roster[1].pk}": "absent"}  # fmt: skip
    desk(cast.bob).post(reverse("record-correct", args=[record.ref]), form)
    correction = Correction.objects.get()
    desk(cast.alice).post(
        reverse("record-correction", args=[record.ref]),
        {"decision": "accept", "correction": correction.pk, "seen": f"{record.ref}:{record.version}"},
    )
    assert [row.mark for row in Attendance.objects.order_by("pk")] == ["present", "absent"]


def test_an_opinion_becomes_a_follow_up_by_one_button(cast: SimpleNamespace, desk: Desk):
    given = sample(cast.hill, DAY) | {"late_reason": "补录"}
    record = verified(record_add(kind=get_record_kind("meeting"), values=given, actor=cast.bob), cast.bob, cast.alice)
    page = desk(cast.alice).get(reverse("record", args=[record.ref])).text
    assert page.count("Raise a follow-up") == 2
    form = desk(cast.alice).get(f"/cases/followup/new?source={record.ref}&about=校门口放学时段车辆拥堵").text
    assert form.count("校门口放学时段车辆拥堵") == 2
    assert "Raise a follow-up" not in desk(cast.bob).get(reverse("record", args=[record.ref])).text


def _service(cast: SimpleNamespace, **values: object) -> dict[str, object]:
    given = {"unit": cast.hill.pk, "title": "清扫楼道", "happened": "2025-03-14", "late_reason": "补录", "then": "save"}
    return given | {"minutes": "一个半小时"} | values


def test_a_list_of_names_that_was_pasted_into_one_row_is_a_row_a_name(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "王一", "李二", "赵三")
    more = {"volunteers-0-person": "王一、李二", "volunteers-0-minutes": "30分钟", "volunteers-1-person": "赵三"}
    desk(cast.bob).post("/records/service/new", _service(cast, **more))
    (record,) = Service.objects.all()
    rows = [(row.person.name, row.minutes) for row in record.volunteers.all()]
    assert (record.minutes, rows) == (90, [("王一", 30), ("李二", 30), ("赵三", None)])


def test_who_of_a_pasted_list_is_unknown_is_told_in_their_own_row(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "王一", "李二")
    page = desk(cast.bob).post("/records/service/new", _service(cast, **{"volunteers-0-person": "王一 查无此人 李二"}))
    assert page.status_code == 422
    assert 'name="volunteers-2-person" value="李二"' in page.text
    assert "“查无此人” is on no unit" in page.text


def test_one_text_of_two_writers_stays_one_row(cast: SimpleNamespace, desk: Desk):
    people(cast.hill, "王一", "李二")
    more = {"sort": "insight", "writings-0-person": "王一、李二", "writings-0-name": "学思践悟"}
    page = desk(cast.bob).post("/records/report/new", _service(cast, **more))
    assert "“王一、李二” is not on the roster" in page.text


@pytest.mark.parametrize(("rows", "number", "tight"), [(60, False, True), (60, True, False), (3, False, False)])
def test_a_long_list_of_names_is_tight_on_a_phone(rows: int, number: bool, tight: bool):
    heads = [TableCell("person", "", False), TableCell("unit", "", number)]
    assert RowTable("holders", heads, [TableRow(heads, "")] * rows, raises=False).is_name_list is tight
