"""When, whether and of which part: words that make a figure that of another time or of less."""

from datetime import date

import pytest

from tests.claims.checking.asking import checked, told, verdicts
from tests.demo_bureaus import YEAR

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]


def test_another_year_is_asked_where_it_is_named():
    from youju.indicators.figures import figure
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    before = figure(home_unit(), Period.year(YEAR - 1), "inquiries.online.answered").value
    (one,) = checked(f"去年回复网络咨询{before}条。")

    assert (one.verdict, one.cell) == ("supported", str(YEAR - 1))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("取消走访农户170户、企业5家。", "取消"),
        ("县妇联走访农户170户。", "县妇联"),
        ("前年走访农户170户。", "前年"),
    ],
)
def test_what_turns_a_figure_turns_every_one_of_a_list(text: str, word: str):
    every = checked(text)

    assert {one.verdict for one in every} == {"ambiguous"}
    assert all(word in one.reason for one in every)


@pytest.mark.parametrize(
    "text",
    [
        "最美乡村教师1人。",
        "邀请政协委员948人。",
        "骨干教师培训123人。",
        "学雷锋志愿者962人。",
        "清明祭扫40场。",
        "安全生产月走访农户170户。",
        "学雷锋日走访农户170户。",
        "十年来，全县累计走访农户170户。",
        "我们要新建学校4所，走访农户170户。",
    ],
)
def test_a_narrower_noun_a_campaign_or_a_plan_is_not_the_figure(text: str):
    assert verdicts(text)[-1][0] != "supported"


@pytest.mark.parametrize("text", ["农村寄宿生7847人，走访农户170户。", "暑期开展培训3次；走访农户170户。"])
def test_a_part_or_a_time_beside_another_figure_stays_with_it(text: str):
    assert verdicts(text)[-1] == ("supported", "visits.households")


def test_the_whole_year_is_the_year_that_was_named():
    (one,) = checked(f"{YEAR - 1}年，教育局全年答复网络咨询156条。")

    assert one.verdict != "supported"


def test_a_rhythm_is_not_the_number_of_the_year():
    (one,) = checked("中心组每月一次集中学习。")

    assert one.verdict == "ambiguous"
    assert "每月" in one.reason


@pytest.mark.parametrize("months", ["1—6月", "1月至6月", "一至六月份"])
def test_the_months_from_january_on_are_asked_together(months: str):
    (one,) = checked(f"{months}走访农户89户。")

    assert one.cell == f"..{YEAR}-06-30"


def test_where_a_month_or_a_unit_has_nothing_the_figure_of_the_year_is_told_beside_it():
    (one,) = checked("6月，学子走进高考考场2811名。")

    assert one.verdict == "ambiguous"
    assert "没有已核实的记录" in one.reason
    assert "3092" in one.reason


def test_of_a_year_that_the_ledger_does_not_know_it_says_no_more():
    (one,) = checked("2019年走访农户80户。")

    assert (one.verdict, "170" in one.reason) == ("unsupported", False)


@pytest.mark.parametrize(
    "text",
    [
        "未来三年新建学校4所，新增学位951个。",
        "下月安排。组织志愿服务活动60场。",
        "四、对策建议\n新增学位951个。",
        "邻近的望江县学校90所，专任教师3424人。",
        "今年创成县级书香校园30所。",
    ],
)
def test_what_is_ahead_of_others_or_of_the_year_alone_is_not_the_figure(text: str):
    assert verdicts(text)[-1][0] != "supported"


@pytest.mark.parametrize("when", ["截至今年秋季开学，", "秋季学期，", "今秋"])
def test_autumn_is_the_time_of_what_is_counted_in_autumn(when: str):
    assert [verdict for verdict, _ in verdicts(f"{when}全县有教学班1188个。{when}走访农户170户。")] == [
        "supported",
        "ambiguous",
    ]


def test_a_year_beside_another_figure_is_of_that_one():
    assert verdicts("市级以上媒体发表报道63篇，去年67篇；报送信息38条。") == [
        ("supported", "publicity.upper"),
        ("supported", "publicity.upper"),
        ("supported", "information.submitted"),
    ]


def test_what_something_fell_from_is_the_year_before():
    assert verdicts("寄宿生占比由16.62%降到16.01%。") == [("supported", "schools.boarding_rate")] * 2


def test_a_change_alone_in_its_clause_is_that_of_the_figure_before_it():
    assert verdicts("课题立项52项，比上年多10项。") == [("supported", "research.project")] * 2


def test_a_part_of_the_year_is_asked_and_ends_with_its_part_of_the_sentence():
    half = told("inquiries.online.received", until=date(YEAR, 6, 30))
    whole, found = told("inquiries.online.received"), told("incidents.found")
    text = f"网络咨询收到{whole}条，其中上半年收到{half}条；监测到舆情{found}起，处置{told('incidents.handled')}起。"

    assert half < whole
    assert [verdict for verdict, _ in verdicts(text)] == ["supported"] * 4
    assert verdicts(f"上半年网络咨询收到{half + 1}条。")[0][0] == "contradicted"


def test_what_is_counted_once_a_year_belongs_to_no_month_that_tells_of_it():
    assert verdicts(f"六月，毕业学生{told('schools.leavers')}人。") == [("supported", "schools.leavers")]


def test_a_plan_that_names_what_is_counted_plans_nothing():
    text = f"计划应报事项{told('plan.due')}项，其中免报事项{told('plan.excused')}项。"

    assert verdicts(text) == [("supported", "plan.due"), ("supported", "plan.excused")]
