"""Somebody without an account asks, looks, adds, says whether it is solved; who asked stays apart."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import translation

from tests.records.inquiries.desk_of_inquiries import (
    NOON,
    answered,
    assigned,
    at_desk,
    drafted,
    moved,
    reread,
    taken_in,
)
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.errors import ReasonMissing
from youju.orgs.tickets import TicketInvalid
from youju.records.case_rights import open_moves
from youju.records.heads.case import steps_of
from youju.records.heads.refs import new_ref
from youju.records.inquiries.inquiry.answers import Signing
from youju.records.inquiries.inquiry.askers import Asker, AskerValues
from youju.records.inquiries.inquiry.errors import (
    AskerNamed,
    AskerNamedInPublic,
    NoAsker,
    ReopenedAlready,
    SubjectNamesAsker,
    UpheldAlready,
)
from youju.records.inquiries.inquiry.forms import InquiryForm
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.move_forms import InquiryMoveForm
from youju.records.inquiries.inquiry.unsealing import asker_erase, asker_open
from youju.records.reading.drift import drifted
from youju.records.verbs.asker_verbs import (
    Asked,
    code_give,
    inquiry_ask,
    inquiry_of,
    review_ask,
    solved_say,
    supplement_add,
    told_to_asker,
)


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


def asked(ref: str = "") -> Asked:
    return inquiry_ask(sort="question", text="校车几点到站？", asker=AskerValues("周女士", "13811112222"), ref=ref)


def test_it_is_found_by_its_code_alone(office: SimpleNamespace):
    inquiry, code = asked()
    assert len(code.replace("-", "")) == 12
    assert inquiry_of(code) == inquiry
    told = told_to_asker(inquiry_of(code))
    assert (told.number, told.state, told.may) == (inquiry.number, "已收到", ("supplement",))
    assert told.due and told.days
    with pytest.raises(TicketInvalid):
        inquiry_of("0000-0000-0000")


def test_the_same_form_sent_sixty_four_times_opens_one(office: SimpleNamespace):
    ref = new_ref("inquiry")
    codes = [asked(ref).code for _press in range(64)]
    assert Inquiry.objects.count() == 1
    assert inquiry_of(codes[-1]).ref == ref
    with pytest.raises(TicketInvalid):
        inquiry_of(codes[0])


def test_what_was_paused_for_it_goes_on_with_the_supplement(office: SimpleNamespace):
    inquiry = assigned(office)
    code = code_give(inquiry=inquiry, actor=office.alice)
    inquiry = moved(inquiry, "pause", office.alice, update="请写明年级。", told_how="电话")
    assert told_to_asker(inquiry).state == "等您补充" and inquiry.due_on is None
    assert [(said.by_asker, said.text) for said in told_to_asker(inquiry).words] == [(False, "请写明年级。")]
    with clock.at(NOON + timedelta(days=4)):
        supplement_add(code=code, text="二年级三班。")
    inquiry = reread(inquiry.pk)
    assert inquiry.state == "assigned" and inquiry.pauses.get().last == (NOON + timedelta(days=4)).date()
    assert list(drifted()) == []


def test_whoever_asked_says_whether_it_is_solved_and_reopens_once(office: SimpleNamespace):
    inquiry = assigned(office)
    code = code_give(inquiry=inquiry, actor=office.alice)
    inquiry = answered(office, inquiry)
    assert told_to_asker(inquiry).state == "已答复" and "reopen" in told_to_asker(inquiry).may
    assert not told_to_asker(inquiry).due
    with pytest.raises(ReasonMissing):
        solved_say(code=code, solved=False)
    why = "还是没有开通。" * 100
    solved_say(code=code, solved=False, reason=why)
    assert steps_of(reread(inquiry.pk))[-1].reason == why
    assert [(said.by_asker, said.text) for said in told_to_asker(reread(inquiry.pk)).words] == [(True, why)]
    assert told_to_asker(reread(inquiry.pk)).due
    inquiry = answered(office, reread(inquiry.pk))
    with pytest.raises(ReopenedAlready):
        solved_say(code=code, solved=False, reason="还没有")
    solved_say(code=code, solved=True)
    assert reread(inquiry.pk).state == "settled" and list(drifted()) == []


def test_whoever_asked_for_a_review_reads_how_it_ended_and_why(office: SimpleNamespace):
    inquiry = assigned(office, channel="letter")
    code = code_give(inquiry=inquiry, actor=office.alice)
    answered(office, inquiry)
    inquiry = review_ask(code=code, reason="没有写明哪一天。")
    told = told_to_asker(inquiry)
    assert (told.upheld_on, told.state) == (None, "复查中")
    assert told.of_review and told.days[-1][0] == NOON.date() + timedelta(days=30)
    form = InquiryMoveForm({"reason": "属实"}, instance=inquiry, move=inquiry.moves["uphold"], actor=office.olga)
    assert "update" in form.errors
    later = NOON + timedelta(days=3)
    with clock.at(later):
        inquiry = moved(inquiry, "uphold", office.olga, update="施工日已核实，答复属实。")
    told = told_to_asker(inquiry)
    assert told.upheld_on == later.date() and not told.due
    assert "reopen" not in told.may and told.further_days == 30
    with pytest.raises(UpheldAlready):
        solved_say(code=code, solved=False, reason="还是不服")
    assert "reopen" in open_moves(office.alice, inquiry)  # the authority above may order it
    assert [(said.by_asker, said.text) for said in told.words] == [
        (True, "没有写明哪一天。"),
        (False, "施工日已核实，答复属实。"),
    ]


def test_an_answer_written_anew_after_a_review_is_waited_for_by_the_clock_of_the_review(office: SimpleNamespace):
    inquiry = assigned(office, channel="letter")
    code = code_give(inquiry=inquiry, actor=office.alice)
    answered(office, inquiry)
    inquiry = moved(review_ask(code=code, reason="没有写明哪一天。"), "rewrite", office.olga, reason="属实")
    assert told_to_asker(inquiry).of_review
    told = told_to_asker(answered(office, inquiry))
    assert not told.due and told.upheld_on is None and "reopen" in told.may


@pytest.mark.parametrize(("sort", "has_one"), [("appeal", True), ("question", False), ("suggestion", False)])
def test_on_the_site_a_review_can_be_asked_for_of_appeals(office: SimpleNamespace, sort: str, has_one: bool):
    opened = inquiry_ask(sort=sort, text="校车几点到站？", asker=AskerValues("周女士", "13811112222"))
    accepted = moved(opened.inquiry, "accept", office.alice)
    inquiry = moved(accepted, "assign", office.alice, unit=office.county, owner=office.alice)
    told = told_to_asker(answered(office, inquiry))
    assert ("ask-review" in told.may) == has_one and "reopen" in told.may


def test_who_asked_is_opened_with_a_reason_that_is_noted_and_erased_for_good(office: SimpleNamespace):
    inquiry = taken_in(office)
    with pytest.raises(ReasonMissing):
        asker_open(inquiry=inquiry, actor=office.alice, reason=" ")
    assert asker_open(inquiry=inquiry, actor=office.alice, reason="回电核实").phone == "13800001234"
    assert AuditRow.objects.get(action="asker.open").detail["reason"] == "回电核实"
    for other in (office.bob, office.charlie, office.dora, office.eve, office.sam):
        with pytest.raises(NotAllowed):
            asker_open(inquiry=inquiry, actor=other, reason="看看")
    asker_erase(inquiry=inquiry, actor=office.olga, reason="本人要求")
    assert not Asker.objects.exists()
    with pytest.raises(NoAsker):
        asker_open(inquiry=inquiry, actor=office.alice, reason="回电核实")


def test_a_text_that_tells_who_asked_does_not_reach_a_school(office: SimpleNamespace):
    inquiry = moved(taken_in(office, text="我是钱先生，电话13800001234，请回电。"), "accept", office.alice)
    with pytest.raises(AskerNamed):
        moved(inquiry, "assign", office.alice, unit=office.hill, owner=office.bob)
    assert reread(inquiry.pk).state == "accepted"
    told = "家长请学校说明收费标准。"
    inquiry = moved(inquiry, "assign", office.alice, unit=office.hill, owner=office.bob, passed_text=told)
    assert (inquiry.told("text", office.bob), inquiry.told("text", office.alice)) == (told, inquiry.text)


def test_a_subject_made_of_the_text_does_not_tell_who_asked(office: SimpleNamespace):
    text = "我是钱先生，电话13800001234。课后服务每学期收费多少？请回电。"
    assert taken_in(office, title="", text=text).title == "课后服务每学期收费多少？"
    with translation.override("zh-hans"):
        assert taken_in(office, title="", text="我是钱先生，请回电").title == "咨询（来电）"


def test_a_subject_that_tells_who_asked_reaches_no_school_and_is_not_taken(office: SimpleNamespace):
    inquiry = moved(taken_in(office, title="钱先生问收费"), "accept", office.alice)
    with pytest.raises(SubjectNamesAsker):
        moved(inquiry, "assign", office.alice, unit=office.hill, owner=office.bob)
    assert reread(inquiry.pk).state == "accepted"
    form = InquiryForm({"title": "钱先生问收费", "asker_name": "钱先生"}, actor=office.alice)
    assert "钱先生" in form.errors["title"][0]


def test_a_question_whose_subject_tells_who_asked_does_not_become_public(office: SimpleNamespace):
    inquiry = assigned(office, title="钱先生问收费")
    answer = drafted(office.alice)._replace(public="whole")
    inquiry = moved(inquiry, "draft", office.alice, draft=answer)
    inquiry = moved(inquiry, "sign", office.sam, signing=Signing(1, office.sam))
    with pytest.raises(AskerNamedInPublic):
        moved(inquiry, "answer", office.alice)


def test_the_unit_that_is_filled_in_leaves_the_form_folded(office: SimpleNamespace):
    assert not InquiryForm(actor=office.alice).more_is_used()
    assert InquiryForm({"unit": str(office.hill.pk)}, actor=office.alice).more_is_used()
