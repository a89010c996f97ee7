"""Who granted, who did: levels, places and organs in a checked text."""

import pytest

from tests.claims.checking.asking import checked, verdicts
from tests.demo_bureaus import YEAR

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]


def test_a_place_before_a_title_names_the_level():
    assert verdicts("现有望川市文明单位28个，溪云县文明单位76个。") == [
        ("supported", "accreditation.civilised_unit.city"),
        ("supported", "accreditation.civilised_unit.county"),
    ]


def test_an_alias_names_the_level_too():
    assert verdicts("现有远川市文明单位28个。", 远川市="@city") == [("supported", "accreditation.civilised_unit.city")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("好的。市学科带头人评上61人。", "honours.subject_leaders.city"),
        ("市里评的学科带头人61人。", "honours.subject_leaders.city"),
        ("到年末，被省里命名的文明单位达到7个。", "accreditation.civilised_unit.province"),
        ("县里的学科带头人101人。", "honours.subject_leaders.county"),
        ("县里的文明单位，省级7个。", "accreditation.civilised_unit.province"),
        ("拥有市学科带头人61人。", "honours.subject_leaders.city"),
        ("全系统现有县文明单位76个。", "accreditation.civilised_unit.county"),
        ("累计创建成市艺术特色学校15所。", "accreditation.arts_school.city"),
    ],
)
def test_one_character_names_the_level_before_what_was_granted(text: str, code: str):
    assert verdicts(text) == [("supported", code)]


@pytest.mark.parametrize("text", ["邻市学科带头人61人。", "松江市学科带头人61人。", "我市学科带头人61人。"])
def test_a_character_of_another_word_names_no_level(text: str):
    assert verdicts(text) != [("supported", "honours.subject_leaders.city")]


@pytest.mark.parametrize("levels", ["中央及省市级", "市级及以上"])
def test_several_levels_named_at_once_are_all_meant(levels: str):
    assert verdicts(f"在{levels}主流媒体刊发报道63篇。") == [("supported", "publicity.upper")]


@pytest.mark.parametrize("name", ["XX市", "××县", "ＸＸ区"])
def test_a_name_left_out_is_the_place_itself_unless_an_alias_says_otherwise(name: str):
    assert verdicts(f"现有{name}文明单位76个。") == [("supported", "accreditation.civilised_unit.county")]
    assert verdicts(f"现有{name}文明单位28个。", **{name: "@city"}) == [
        ("supported", "accreditation.civilised_unit.city")
    ]


def test_the_number_of_another_level_is_not_supported():
    (one,) = checked("现有青岚省文明单位28个。")

    assert one.verdict in ("contradicted", "ambiguous")


def test_what_a_higher_body_does_is_not_what_the_bureau_does():
    assert verdicts("参加上级宣传工作会议9次。") == [("ambiguous", "meetings.publicity_work")]


def test_the_sum_from_one_level_up_is_not_that_from_another():
    assert verdicts("在市级以上媒体发表宣传报道63篇。") == [("supported", "publicity.upper")]
    assert checked("在省级以上媒体发表宣传报道63篇。")[0].verdict == "ambiguous"


@pytest.mark.parametrize("wide", ["全市", "全省", "望川市", "青岚省"])
def test_a_title_of_ones_own_level_is_not_told_by_what_holds_more_than_the_county(wide: str):
    assert verdicts(f"{wide}县级文明单位76个。")[0][0] != "supported"
    assert verdicts("全县县级文明单位76个。") == [("supported", "accreditation.civilised_unit.county")]


@pytest.mark.parametrize("doer", ["望川市", "青岚省", "望川市教育局"])
def test_what_the_city_or_province_did_is_not_the_countys(doer: str):
    assert [verdict for verdict, _ in verdicts(f"{doer}走访农户170户。")] == ["ambiguous"]


def test_the_place_before_the_bureaus_own_name_changes_nothing():
    assert verdicts("望川市溪云县教育局走访农户170户。") == [("supported", "visits.households")]


def test_a_level_told_of_another_title_does_not_hide_one_that_has_none():
    text = "340人被评为市中青年教学骨干，2人被评为教授级中学高级教师。"
    assert verdicts(text)[-1] == ("supported", "honours.senior_titles")


@pytest.mark.parametrize(
    ("unit", "said", "others"),
    [("999901.chalong.middle", "我校", "全镇"), ("999901.chalong", "全镇", "全县")],
)
def test_what_a_schools_or_a_towns_text_calls_all_of_it_is_the_whole(unit: str, said: str, others: str):
    from youju.claims.check import check
    from youju.indicators.figures import figure
    from youju.lib.periods import Period
    from youju.orgs.tree import find_unit

    of, period = find_unit(unit), Period.year(YEAR)
    number = figure(of, period, "schools.pupils").value
    found = [
        check(f"{all_of}在校学生{number}人。", unit=of, period=period, aliases={})[0].verdict
        for all_of in (said, others)
    ]

    assert found == ["supported", "ambiguous"]


def test_the_citys_number_is_not_the_countys():
    assert checked("全县志愿者近千名。")[0].verdict == "supported"
    assert checked("全市志愿者近千名。")[0].verdict == "ambiguous"


@pytest.mark.parametrize("organ", ["团县委", "共青团市委", "县妇联", "县关工委", "县公安局"])
def test_what_another_organ_did_is_not_the_bureaus(organ: str):
    assert [verdict for verdict, _ in verdicts(f"{organ}走访农户170户。")] == ["ambiguous"]


def test_behind_a_semicolon_another_school_may_be_named():
    one, other, third = checked("松风学校志愿者9人；星垛镇初级中学志愿者962人；走访农户170户。")

    assert one.verdict == "supported"
    assert "星垛镇初级中学" in other.reason
    assert (other.verdict, third.verdict) == ("ambiguous", "ambiguous")
