"""What each person did is told by persons: one leader without a report, and the sentence is wrong."""

import pytest

from tests.demo_bureaus import YEAR

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]

OF_EACH = [
    "领导班子成员每年至少撰写1篇与自身工作紧密结合的学习报告。",
    "领导班子成员每人至少撰写学习报告1篇。",
    "每位班子成员一年里学习报告至少要写1篇。",
    "领导班子成员均撰写学习报告1篇。",
]


def _checked(text: str):
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    return check(text, unit=home_unit(), period=Period.year(YEAR), aliases={})[-1]


@pytest.mark.parametrize("text", OF_EACH)
def test_it_is_borne_out_where_every_leader_wrote_one(text: str):
    one = _checked(text)
    assert (one.verdict, one.indicator, one.value) == ("supported", "study.reports.each_leader", 1)


@pytest.mark.parametrize("text", OF_EACH)
def test_one_leader_without_a_report_makes_it_wrong(text: str):
    _void_all_of_one_leader()
    one = _checked(text)
    assert (one.verdict, one.indicator, one.value) == ("contradicted", "study.reports.each_leader", 0)


@pytest.mark.parametrize(
    "text", ["学校领导班子成员撰写学习报告，每校至少3篇。", "各校领导班子撰写学习报告，每所学校至少3篇。"]
)
def test_what_each_school_did_is_told_by_schools(text: str):
    one = _checked(text)
    assert (one.verdict, one.indicator, one.value) == ("supported", "study.reports.each_school", 3)


def _void_all_of_one_leader() -> None:
    """The head of one school wrote nothing: the rest of the school's reports stand."""
    from youju.orgs.members import Member
    from youju.records.heads.states import State
    from youju.records.kinds import get_record_kind
    from youju.records.study.report.models import Reports
    from youju.records.verbs.record_verbs import record_add, record_submit, record_verify, record_void

    record = Reports.objects.filter(happened__year=YEAR, state=State.VERIFIED).order_by("pk")[0]
    officer = Member.objects.get(username="officer")
    rows = record.parts()["writings"]
    first = rows[0]["person"]
    values = {
        "unit": record.unit, "sort": record.sort, "title": record.title, "happened": record.happened,
        "late_reason": "更正", "writings": [row for row in rows if row["person"] != first],
    }  # fmt: skip
    record_void(record=record, actor=officer, reason="校长一篇系代写")
    again = record_add(kind=get_record_kind("report"), values=values, actor=record.author)
    record_submit(record=again, actor=record.author)
    record_verify(record=again, actor=officer)
