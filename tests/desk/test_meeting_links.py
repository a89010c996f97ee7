"""A review meeting leads to its surveys, and to what became of the opinions of the time before."""

from datetime import date
from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.reviews.surveys import written
from youju.records.case_rights import open_moves
from youju.records.heads.record import Record
from youju.records.kinds import get_case_kind, get_record_kind
from youju.records.reviews.meeting.sample import sample
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify


def meeting(cast: SimpleNamespace, day: date) -> Record:
    values = sample(cast.hill, day) | {"late_reason": "补录"}
    record = record_add(kind=get_record_kind("meeting"), values=values, actor=cast.bob)
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    return record


def test_last_years_opinions_stand_with_what_became_of_them(cast: SimpleNamespace, desk: Desk):
    before, now = meeting(cast, date(2024, 11, 8)), meeting(cast, date(2025, 11, 7))
    values = {
        "unit": cast.hill, "title": "开设篮球社团", "note": "希望课后服务多开体育项目", "owner": cast.bob,
        "happened": date(2024, 11, 8), "due_on": date(2025, 3, 1), "source": before,
    }  # fmt: skip
    case = case_open(kind=get_case_kind("followup"), values=values, actor=cast.alice)
    assert "finish" in open_moves(cast.bob, case)
    done = {"done_on": date(2025, 2, 20), "outcome": "开设篮球、足球社团"}
    case_move(case=case, action="finish", actor=cast.bob, version=1, values=done)
    address = reverse("meeting-opinions", args=[before.ref])
    assert address in desk(cast.bob).get(reverse("record", args=[now.ref])).text
    page = desk(cast.bob).get(address).text
    assert "开设篮球、足球社团" in page and "校门口放学时段车辆拥堵" in page
    assert page.count(">no follow-up<") == 1 and "0 are settled and 1 are still under way" in page


def test_it_leads_to_its_surveys_and_they_lead_back(cast: SimpleNamespace, desk: Desk):
    record = meeting(cast, date(2025, 3, 14))
    survey = written(cast, review=record)
    page = desk(cast.bob).get(reverse("record", args=[record.ref])).text
    assert reverse("case", args=[survey.ref]) in page
    begun = desk(cast.bob).get(reverse("case-new", args=["survey"]), {"source": record.ref}).text
    assert "教育行风评议会: survey of satisfaction" in begun
    assert record.title in desk(cast.bob).get(reverse("case", args=[survey.ref])).text


def test_another_school_does_not_see_the_opinions(cast: SimpleNamespace, desk: Desk):
    record = meeting(cast, date(2025, 3, 14))
    assert desk(cast.charlie).get(reverse("meeting-opinions", args=[record.ref])).status_code == 404
    survey = written(cast)
    assert desk(cast.bob).get(reverse("meeting-opinions", args=[survey.ref])).status_code == 404
