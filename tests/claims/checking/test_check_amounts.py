"""How a text counts: measure words, sums, least and most, shares and ranges."""

import pytest

from tests.claims.checking.asking import checked, verdicts

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]


@pytest.mark.parametrize("number", [948, 951])
def test_persons_and_attendances_are_named_as_two_definitions(number: int):
    (one,) = checked(f"参加评议的社会各界人士{number}人次。")

    assert one.verdict == "ambiguous"
    assert "不能混用" in one.reason


def test_what_is_counted_as_the_text_counts_stands_before_what_is_not():
    (one,) = checked("作风建设：机关干部走访农户累计308户次。")

    assert one.candidates[0].indicator == "visits.household_visits"


def test_a_change_is_not_taken_for_the_figure():
    (one,) = checked("网络咨询回复率提高99个百分点。")

    assert one.verdict == "contradicted"


def test_a_share_in_a_thousand_is_not_one_in_a_hundred():
    assert checked("社会对教育满意度98.71%。")[0].verdict == "supported"
    assert checked("社会对教育满意度987.1‰。")[0].verdict == "supported"
    assert checked("社会对教育满意度98.71‰。")[0].verdict == "contradicted"


@pytest.mark.parametrize("said", ["覆盖20所学校", "覆盖学校20所"])
def test_how_far_something_went_is_not_how_many_schools_there_are(said: str):
    assert verdicts(f"开展学习督导20次，{said}。")[-1] == ("supported", "guidance.schools")
    assert verdicts("新教材覆盖学校100所。")[0][0] != "supported"
    assert verdicts("现有学校100所。") == [("supported", "schools.schools")]


def test_an_inspection_is_counted_in_times():
    assert verdicts("开展执法检查72次。") == [("supported", "administration.inspections")]


def test_what_comes_to_each_needs_a_word_for_it():
    assert verdicts("志愿者人均服务1.4小时。") == [("supported", "volunteers.hours_per_head")]
    assert verdicts("志愿服务总时长1.4小时。")[0][0] != "supported"


def test_what_is_added_up_behind_a_least_is_the_sum():
    least, whole = verdicts("班子成员每人撰写学习报告不少于1篇，全年共366篇。")

    assert least == ("supported", "study.reports.each_leader")
    assert whole != ("contradicted", "study.reports.each_leader")


def test_a_rate_that_several_have_goes_by_what_stands_before_it():
    assert verdicts("排查安全隐患195处，整改率96.92%。")[-1] == ("supported", "hazards.settled_rate")


def test_schools_and_kindergartens_together_are_all_schools():
    assert verdicts("全县中小学幼儿园100所。") == [("supported", "schools.schools")]


def test_a_sum_of_the_figures_before_it_is_not_taken_for_one_of_them():
    *parts, whole = checked("现有市级文明单位28个、县级文明单位76个，合计104个。")

    assert [one.verdict for one in parts] == ["supported", "supported"]
    assert whole.verdict == "unsupported"
    assert "合计" in whole.reason


def test_the_claims_own_number_names_no_figure():
    """10名 has the sign of 前10名, and 91名 has not: neither may rank for it."""
    scores = [checked(f"党务干部走出去学习，先后有{number}名同志参加。")[0].candidates for number in (90, 91, 100)]

    assert len({tuple((one.target, one.score) for one in each) for each in scores}) == 1


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("中心组集中学习12次以上。", "supported"),
        ("中心组集中学习达12次之多。", "supported"),
        ("中心组集中学习超过12次。", "contradicted"),
        ("中心组集中学习12余次。", "contradicted"),
    ],
)
def test_more_than_is_not_at_least(text: str, verdict: str):
    assert checked(text)[0].verdict == verdict


def test_a_least_is_not_explained_by_whatever_else_is_large_enough():
    (one,) = checked("市级学科带头人至少100人。")

    assert one.verdict == "contradicted"


@pytest.mark.parametrize(("said", "verdict"), [("160—180", "supported"), ("150—160", "contradicted")])
def test_both_ends_of_a_range_are_judged_together(said: str, verdict: str):
    assert {each for each, _ in verdicts(f"走访农户{said}户。")} == {verdict}


def test_a_cell_of_full_width_digits_is_read_as_any_other():
    assert verdicts("志愿者（人）：９６２") == [("supported", "volunteers.persons")]


def test_a_thousand_changes_behind_one_figure_are_answered():
    assert len(checked("志愿者962人，" + "比上年多33人，" * 1500)) == 1501


def test_hours_of_service_are_told_from_their_minutes():
    assert verdicts("全年志愿服务时长1142小时。") == [("supported", "volunteers.hours")]
    assert verdicts("志愿服务总时长1141.7小时。") == [("supported", "volunteers.hours")]
    assert verdicts("志愿服务时长1200小时。") == [("contradicted", "volunteers.hours")]
