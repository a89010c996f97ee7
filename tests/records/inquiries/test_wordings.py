"""Wordings of answers: those that fit are offered, begin the answer, are counted, and leave no place open."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import QueryDict

from tests.records.cast import make_cast
from tests.records.inquiries.desk_of_inquiries import DAY, NOON, assigned, at_desk, drafted, moved, reread, signed
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.records.inquiries.inquiry.errors import PlacesLeft
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.move_forms import InquiryMoveForm
from youju.records.inquiries.topic.models import Topic
from youju.records.inquiries.wording.first_wordings import first_wordings
from youju.records.inquiries.wording.models import Wording, places_in, put_in
from youju.records.registers.all_registers import get_register
from youju.records.registers.register import uses_of
from youju.records.registers.register_verbs import RowUsed, register_add, register_delete, register_retire

TEXT = "您好！您于{收到日期}提出的“{事项}”（编号{编号}）收悉。收费标准为{收费标准}。"


@pytest.fixture
def office(db: None) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(make_cast())


def wording(name: str, text: str = TEXT, **values: Any) -> Wording:
    given = {"name": name, "topic": None, "sort": "", "text": text, "basis": "县价费〔2024〕3号", "other_names": ""}
    row = register_add(register=get_register("wording"), values=given | {"since": None} | values, actor=CONSOLE)
    assert isinstance(row, Wording)
    return row


def draft_form(office: SimpleNamespace, inquiry: Inquiry, typed: str = "", **data: Any) -> InquiryMoveForm:
    """The form as it is drawn anew after what ``data`` says was sent."""
    sent = QueryDict(mutable=True)
    sent.update({"draft": typed} | data)
    initial = InquiryMoveForm.typed(sent) if data else None
    return InquiryMoveForm(initial=initial, instance=inquiry, move=inquiry.moves["draft"], actor=office.alice)


def offered(form: InquiryMoveForm) -> list[str]:
    return [name for _key, name in form.fields["wording"].choices][1:] if "wording" in form.fields else []  # type: ignore[attr-defined]  # a choice


def test_those_that_fit_topic_and_sort_are_offered_the_closest_first(office: SimpleNamespace):
    fees, bus = (Topic.objects.create(code=code, name=code) for code in ("fees", "bus"))
    rows: dict[str, dict[str, Any]] = {
        "any": {}, "question": {"sort": "question"}, "appeal": {"sort": "appeal"},
        "fees": {"topic": fees}, "bus": {"topic": bus}, "fees and question": {"topic": fees, "sort": "question"},
    }  # fmt: skip
    for name, values in rows.items():
        wording(name, **values)
    assert offered(draft_form(office, assigned(office, topic=fees))) == ["fees and question", "fees", "question", "any"]
    assert offered(draft_form(office, assigned(office))) == ["question", "any"]


def test_what_is_retired_is_not_offered(office: SimpleNamespace):
    row = wording("any")
    register_retire(register=get_register("wording"), row=row, until=DAY, actor=CONSOLE)
    inquiry = assigned(office)
    with clock.at(NOON + timedelta(days=1)):
        assert offered(draft_form(office, inquiry)) == []


def test_picking_one_begins_the_answer_with_what_is_known_in_its_places(office: SimpleNamespace):
    inquiry, row = assigned(office), wording("any")
    form = draft_form(office, inquiry, wording=str(row.pk))
    said = f"您好！您于2025年3月10日提出的“课后服务收费咨询”（编号{inquiry.number}）收悉。收费标准为{{收费标准}}。"
    assert (form.initial["draft"], form.initial["basis"]) == (said, "县价费〔2024〕3号")


def test_what_was_typed_before_stays_and_the_same_wording_comes_once(office: SimpleNamespace):
    inquiry, row = assigned(office), wording("any", text="感谢您的关心。")
    form = draft_form(office, inquiry, "每学期三百元。", wording=str(row.pk))
    assert form.initial["draft"] == "每学期三百元。\n\n感谢您的关心。"
    again = draft_form(office, inquiry, form.initial["draft"], wording=str(row.pk))
    assert again.initial["draft"] == form.initial["draft"]


def test_an_answer_with_an_open_place_is_refused_and_says_which(office: SimpleNamespace):
    inquiry, row = assigned(office), wording("any")
    data = {"wording": row.pk, "draft": "收费标准为{收费标准}。", "public": "none", "reason": ""}
    form = InquiryMoveForm(data, instance=inquiry, move=inquiry.moves["draft"], actor=office.alice)
    assert "收费标准" in str(form.errors["draft"])
    with pytest.raises(PlacesLeft, match="收费标准"):
        moved(inquiry, "draft", office.alice, draft=drafted(office.alice, "收费标准为｛收费标准｝。"))
    assert reread(inquiry.pk).state == "assigned" and not inquiry.answers.exists()


def test_how_often_it_was_used_is_counted_and_it_is_no_longer_deleted(office: SimpleNamespace):
    row, register = wording("any"), get_register("wording")
    for _time in range(2):
        inquiry = assigned(office)
        moved(inquiry, "draft", office.alice, draft=drafted(office.alice)._replace(wording=row))
    assert uses_of([row]) == {row.pk: 2}
    with pytest.raises(RowUsed):
        register_delete(register=register, row=row, actor=CONSOLE)
    signed(office, assigned(office))  # without any
    assert uses_of([row]) == {row.pk: 2}


def test_the_wordings_of_the_beginning_know_their_places():
    wordings = list(first_wordings())
    assert wordings
    for _code, values in wordings:
        assert {"收到日期", "编号"} <= set(places_in(values["text"]))


def test_braces_of_both_widths_are_places_and_what_is_unknown_stays():
    assert places_in("{甲}｛乙｝{ 甲 }{\n}{}") == ["甲", "乙"]
    assert put_in("{甲}｛乙｝", {"乙": "二"}) == "{甲}二"
