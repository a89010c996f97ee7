"""Answers on the site: given, public and found by words; never an accusation, never who asked."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.records.cast import DAY
from youju.gate.errors import NotThroughGate
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.inquiries.inquiry.answers import Drafted, Signing
from youju.records.inquiries.inquiry.askers import AskerValues
from youju.records.inquiries.inquiry.errors import AskerNamedInPublic
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.kinds import get_case_kind
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.postings import fresh

QUESTION, ANSWER = "课后服务最晚到几点？我家孩子没人接。", "各校课后服务到十八点，家长可申请延时托管。"


def taken_in(office: SimpleNamespace, **values: Any) -> Inquiry:
    given = {
        "unit": office.county, "channel": "online", "sort": "question", "title": "课后服务时间", "text": QUESTION,
        "topic": None, "about_unit": None, "happened": DAY, "received_time": "", "foreign_number": "",
        "asker": AskerValues("王小梅", "13900000000"),
    }  # fmt: skip
    case = case_open(kind=get_case_kind("inquiry"), values=given | values, actor=office.alice)
    assert isinstance(case, Inquiry)
    return case


def moved(case: Inquiry, action: str, actor: Member, **values: Any) -> Inquiry:
    there = fresh(case)
    case_move(case=there, action=action, actor=actor, version=there.version, reason="说明", values=values)  # type: ignore[arg-type]  # a case
    again = fresh(there)
    assert isinstance(again, Inquiry)
    return again


def signed(
    office: SimpleNamespace, *, public: str = "answer", redacted: str = "", text: str = ANSWER, **values: Any
) -> Inquiry:
    case = moved(taken_in(office, **values), "accept", office.alice)
    case = moved(case, "assign", office.alice, unit=office.county, owner=office.olga, passed_text="")
    case = moved(case, "draft", office.olga, draft=Drafted(text, "", public, redacted, None, office.olga))
    return moved(case, "sign", office.otto, signing=Signing(1, office.otto))


def answered(office: SimpleNamespace, **values: Any) -> Inquiry:
    with clock.at(clock.now()):
        return moved(signed(office, **values), "answer", office.olga)


def page(reader: Client, query: str = "") -> str:
    return reader.get(reverse("site-answers") + query).text


def test_an_answer_alone_is_read_without_its_question(office: SimpleNamespace, reader: Client):
    inquiry = answered(office)
    text = reader.get(reverse("site-answer", args=[inquiry.number])).text
    assert ANSWER in text and "没人接" not in text and "课后服务时间" not in text
    assert office.county.name in text


def test_both_are_read_where_that_was_decided(office: SimpleNamespace, reader: Client):
    inquiry = answered(office, public="whole")
    text = reader.get(reverse("site-answer", args=[inquiry.number])).text
    assert "没人接" in text and "王小梅" not in text and "139" not in text


def test_what_is_written_for_the_public_stands_for_the_answer(office: SimpleNamespace, reader: Client):
    inquiry = answered(office, redacted="课后服务到十八点。")
    text = reader.get(reverse("site-answer", args=[inquiry.number])).text
    assert "课后服务到十八点。" in text and "延时托管" not in text


@pytest.mark.parametrize("values", [{"public": "none"}, {"sort": "accusation", "about_unit": "hill"}])
def test_what_is_not_public_is_not_there(office: SimpleNamespace, reader: Client, values: dict[str, Any]):
    given = values | ({"about_unit": office.hill} if "about_unit" in values else {})
    inquiry = answered(office, **given)
    assert reader.get(reverse("site-answer", args=[inquiry.number])).status_code == 404
    assert inquiry.number not in page(reader)


def test_a_signed_answer_is_read_only_once_it_was_given(office: SimpleNamespace, reader: Client):
    inquiry = signed(office)
    assert reader.get(reverse("site-answer", args=[inquiry.number])).status_code == 404


def test_words_find_the_nearest(office: SimpleNamespace, reader: Client):
    near, far = answered(office), answered(office, text="招生报名从七月一日开始。")
    shown = page(reader, "?q=课后服务几点结束")
    assert near.number in shown and far.number not in shown
    assert "No answer comes near" in page(reader, "?q=足球")


def test_what_would_tell_who_asked_is_not_given_out(office: SimpleNamespace):
    case = signed(office, text="王小梅家长：课后服务到十八点。")
    with pytest.raises(AskerNamedInPublic):
        moved(case, "answer", office.olga)


def test_the_gate_looks_at_what_becomes_public(office: SimpleNamespace):
    case = signed(office, text="请与身份证号11010519491231002X的经办人联系。")
    with pytest.raises((NotThroughGate, AskerNamedInPublic)):
        moved(case, "answer", office.olga)
