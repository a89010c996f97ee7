"""What a text narrows a figure to, and what is said of it."""

from datetime import date
from typing import Any

import pytest

from tests.claims.wrapping import wrapped
from tests.demo_bureaus import YEAR

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]


def checked(text: str, **aliases: str):
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit, named_unit

    home = home_unit()
    units = {word: named_unit(unit, home) for word, unit in aliases.items()}
    return check(text, unit=home, period=Period.year(YEAR), aliases=units)


def verdicts(text: str, **aliases: str) -> list[tuple[str, str]]:
    return [(one.verdict.value, one.indicator) for one in checked(text, **aliases)]


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


def test_a_title_names_by_itself_that_it_was_granted():
    assert verdicts("重视骨干教师培养，县级骨干教师达到433人。")[0][1] == "honours.backbone.county"


def test_where_two_are_named_alike_the_one_that_explains_all_words_is_meant():
    assert verdicts("网友在网上问的问题，我们回了156条。")[0][1] == "inquiries.online.answered"


@pytest.mark.parametrize("levels", ["中央及省市级", "市级及以上"])
def test_several_levels_named_at_once_are_all_meant(levels: str):
    assert verdicts(f"在{levels}主流媒体刊发报道63篇。") == [("supported", "publicity.upper")]


def test_what_is_part_of_something_may_name_that_too():
    assert verdicts("报送信息被上级采用26条。") == [("supported", "information.adopted")]


def test_a_topic_in_the_clause_before_may_not_turn_the_figure_either():
    (one,) = checked("已注销的志愿者，我们有962人。")

    assert one.verdict == "ambiguous"


def test_few_words_are_enough_where_nothing_else_is_said():
    assert verdicts("受表彰的集体共5个。") != [("unsupported", "")]


@pytest.mark.parametrize("name", ["XX市", "××县", "ＸＸ区"])
def test_a_name_left_out_is_the_place_itself_unless_an_alias_says_otherwise(name: str):
    assert verdicts(f"现有{name}文明单位76个。") == [("supported", "accreditation.civilised_unit.county")]
    assert verdicts(f"现有{name}文明单位28个。", **{name: "@city"}) == [
        ("supported", "accreditation.civilised_unit.city")
    ]


@pytest.mark.parametrize("width", [20, 27, 40])
def test_a_margin_changes_no_verdict(width: int):
    text = (
        "全年回复网络咨询156条，现有望川市文明单位28个，溪云县文明单位76个，全年回复网络咨询158条。"
        "参加评议的社会各界人士948人次，开展志愿服务的教师共计六百余人。\n" * 2
    )
    assert verdicts(wrapped(text, width)) == verdicts(text)


def test_the_number_of_another_level_is_not_supported():
    (one,) = checked("现有青岚省文明单位28个。")

    assert one.verdict in ("contradicted", "ambiguous")


def test_the_number_received_is_not_the_number_answered():
    (one,) = checked("全年回复网络咨询158条。")

    assert (one.verdict, one.indicator, one.value) == ("ambiguous", "inquiries.online.answered", 156)
    assert "158" in one.reason


def test_another_year_is_asked_where_it_is_named():
    from youju.indicators.figures import figure
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    before = figure(home_unit(), Period.year(YEAR - 1), "inquiries.online.answered").value
    (one,) = checked(f"去年回复网络咨询{before}条。")

    assert (one.verdict, one.cell) == ("supported", str(YEAR - 1))


@pytest.mark.parametrize("number", [948, 951])
def test_persons_and_attendances_are_named_as_two_definitions(number: int):
    (one,) = checked(f"参加评议的社会各界人士{number}人次。")

    assert one.verdict == "ambiguous"
    assert "不能混用" in one.reason


def test_what_is_counted_as_the_text_counts_stands_before_what_is_not():
    (one,) = checked("作风建设：机关干部走访农户累计308户次。")

    assert one.candidates[0].indicator == "visits.household_visits"


@pytest.mark.parametrize("behind", ["教育系统里现在有", "咱们这边一共", "全年各级党组织共有"])
def test_a_clause_of_common_words_speaks_of_the_one_before_it(behind: str):
    assert verdicts(f"县级文明单位，{behind}76个。") == [("supported", "accreditation.civilised_unit.county")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("各支部学习出勤率为{attendance}%。", "study.branch.attendance"),
        ("全年培训教师123名。", "training.teacher_course.people"),
        ("收到行风评议测评表775份。", "reviews.answers"),
        ("政务信息被上级采用26条。", "information.adopted"),
    ],
)
def test_the_short_name_that_the_field_uses_is_enough(text: str, code: str):
    assert verdicts(text.format(attendance=_told("study.branch.attendance"))) == [("supported", code)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("今年参加培训的老师一共123名。", "training.teacher_course.people"),
        ("网评员今年开会2次。", "meetings.online_work"),
    ],
)
def test_plain_talk_names_what_the_written_word_names(text: str, code: str):
    assert verdicts(text) == [("supported", code)]


@pytest.mark.parametrize(
    "text",
    [
        "各校开展志愿活动34场。",
        "暑期走访农户170户。",
        "2024—2025学年，中心组集中学习12次。",
        "人均走访农户170户。",
        "需走访农户170户。",
        "团支部集中学习96次。",
        "学生志愿者962人。",
        "中考考生3092人。",
        "学生对学校满意度93.84%。",
        "教职工运动会评出一等奖2名、二等奖5名。",
        "全局下设党支部96个。",
        "走访学校5所。",
        "录用信息90条，其中省级26条。",
        "评选“德育先锋”26名、“优秀班主任”30名。",
        "中考平均成绩517.6分，及格率78.5%，位列全市第一。",
    ],
)
def test_the_ledger_s_number_about_something_else_is_not_supported(text: str):
    assert "supported" not in {verdict for verdict, _ in verdicts(text)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全年走訪農戶170戶。", "visits.households"),
        ("受邀参加评议的各界人士近 950 人。", "reviews.guests"),
        ("走访5家。", "visits.enterprises"),
        ("走访农户170户、企业5家。", "visits.enterprises"),
        ("项目\t单位\t2025年\n走访农户\t户\t170", "visits.households"),
        ("志愿者（人）：962", "volunteers.persons"),
    ],
)
def test_another_way_of_writing_changes_nothing(text: str, code: str):
    assert verdicts(text)[-1] == ("supported", code)


def test_what_a_higher_body_does_is_not_what_the_bureau_does():
    assert verdicts("参加上级宣传工作会议9次。") == [("ambiguous", "meetings.publicity_work")]


def test_what_nobody_recorded_is_unsupported():
    assert verdicts("新建校舍3.5万平方米，更新校车12辆。") == [("unsupported", ""), ("unsupported", "")]


def test_a_change_is_not_taken_for_the_figure():
    (one,) = checked("网络咨询回复率提高99个百分点。")

    assert one.verdict == "contradicted"


def test_an_older_size_of_the_ledger_can_be_asked():
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    (one,) = check("全年回复网络咨询156条。", unit=home_unit(), period=Period.year(YEAR), aliases={}, size=0)

    assert (one.verdict, one.ledger_size) == ("unsupported", 0)


def test_a_text_without_figures_gives_nothing():
    assert checked("认真学习贯彻上级会议精神。") == []


def test_a_figure_marked_as_typed_by_hand_is_noted_with_its_reason():
    bound, typed, bare = checked(
        "全年回复网络咨询156条，接待来访{{手填 37人 | 门卫登记，未建记录}}，来信{{手填 5封}}。"
    )

    assert "by-hand" not in [note.code for note in bound.notes]
    assert [(note.code, note.text) for note in typed.notes] == [("by-hand", "手填：门卫登记，未建记录")]
    assert [note.text for note in bare.notes] == ["手填，未写理由"]


@pytest.mark.parametrize(
    ("behind", "note"),
    [
        ("（手填：省厅通报）", ["手填：省厅通报"]),
        ("教师（手填，见签到表）", ["手填：见签到表"]),
        ("(手填)", ["手填，未写理由"]),
        ("（含手填3人）", []),
        ("，其余手填。", []),
    ],
)
def test_a_figure_is_marked_as_typed_by_hand_in_brackets_too(behind: str, note: list[str]):
    one, *_more = checked(f"参训30名{behind}")
    assert [each.text for each in one.notes if each.code == "by-hand"] == note


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


def test_the_sum_from_one_level_up_is_not_that_from_another():
    assert verdicts("在市级以上媒体发表宣传报道63篇。") == [("supported", "publicity.upper")]
    assert checked("在省级以上媒体发表宣传报道63篇。")[0].verdict == "ambiguous"


def test_a_share_in_a_thousand_is_not_one_in_a_hundred():
    assert checked("社会对教育满意度98.71%。")[0].verdict == "supported"
    assert checked("社会对教育满意度987.1‰。")[0].verdict == "supported"
    assert checked("社会对教育满意度98.71‰。")[0].verdict == "contradicted"


@pytest.mark.parametrize("wide", ["全市", "全省", "望川市", "青岚省"])
def test_a_title_of_ones_own_level_is_not_told_by_what_holds_more_than_the_county(wide: str):
    assert verdicts(f"{wide}县级文明单位76个。")[0][0] != "supported"
    assert verdicts("全县县级文明单位76个。") == [("supported", "accreditation.civilised_unit.county")]


@pytest.mark.parametrize("doer", ["望川市", "青岚省", "望川市教育局"])
def test_what_the_city_or_province_did_is_not_the_countys(doer: str):
    assert [verdict for verdict, _ in verdicts(f"{doer}走访农户170户。")] == ["ambiguous"]


def test_the_place_before_the_bureaus_own_name_changes_nothing():
    assert verdicts("望川市溪云县教育局走访农户170户。") == [("supported", "visits.households")]


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


def test_whom_a_survey_asks_about_is_a_part_of_its_name():
    assert verdicts("对教师满意度98.71%。")[0][0] != "supported"


def test_a_level_told_of_another_title_does_not_hide_one_that_has_none():
    text = "340人被评为市中青年教学骨干，2人被评为教授级中学高级教师。"
    assert verdicts(text)[-1] == ("supported", "honours.senior_titles")


def test_what_stands_in_brackets_behind_a_whole_names_its_parts():
    assert verdicts("现有学校100所（幼儿园26所、小学52所）。") == [
        ("supported", "schools.schools"),
        ("supported", "schools.kindergarten"),
        ("supported", "schools.primary"),
    ]


def test_a_rate_that_several_have_goes_by_what_stands_before_it():
    assert verdicts("排查安全隐患195处，整改率96.92%。")[-1] == ("supported", "hazards.settled_rate")


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


def test_a_figure_that_borrows_its_topic_from_a_like_one_is_another():
    first, second = verdicts("提出意见建议128条，落实128条。")

    assert first == ("supported", "reviews.suggestions")
    assert second[0] != "supported"


@pytest.mark.parametrize("item", ["，落实126条", "，其中1条", "，增加1条"])
def test_a_sentence_of_a_thousand_like_figures_is_answered(item: str):
    assert len(verdicts("提出意见建议126条" + item * 1000 + "。")) == 1001


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


def test_schools_and_kindergartens_together_are_all_schools():
    assert verdicts("全县中小学幼儿园100所。") == [("supported", "schools.schools")]


def test_the_whole_year_is_the_year_that_was_named():
    (one,) = checked(f"{YEAR - 1}年，教育局全年答复网络咨询156条。")

    assert one.verdict != "supported"


def test_a_sum_of_the_figures_before_it_is_not_taken_for_one_of_them():
    *parts, whole = checked("现有市级文明单位28个、县级文明单位76个，合计104个。")

    assert [one.verdict for one in parts] == ["supported", "supported"]
    assert whole.verdict == "unsupported"
    assert "合计" in whole.reason


def test_a_rhythm_is_not_the_number_of_the_year():
    (one,) = checked("中心组每月一次集中学习。")

    assert one.verdict == "ambiguous"
    assert "每月" in one.reason


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


def test_the_citys_number_is_not_the_countys():
    assert checked("全县志愿者近千名。")[0].verdict == "supported"
    assert checked("全市志愿者近千名。")[0].verdict == "ambiguous"


@pytest.mark.parametrize("months", ["1—6月", "1月至6月", "一至六月份"])
def test_the_months_from_january_on_are_asked_together(months: str):
    (one,) = checked(f"{months}走访农户89户。")

    assert one.cell == f"..{YEAR}-06-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("体卫艺科走访农户{households}户。", ("supported", "visits.households")),
        ("群众来电咨询得到答复的有{answered}件。", ("supported", "inquiries.phone.answered")),
        ("上半年，局公众号推送信息{posts}条。", ("supported", "publicity.posts")),
        ("文科考生包揽全市第一、第二名。", ("supported", "exam.places.arts.city")),
        ("志愿服务活动比上年多开展{more}场。", ("supported", "volunteers.activities")),
        ("志愿服务活动比上年少开展{more}场。", ("contradicted", "volunteers.activities")),
    ],
)
def test_units_papers_ranks_and_changes_go_by_the_words_offices_use(text: str, expected: tuple[str, str]):
    said = {
        "households": _told("visits.households", unit="体卫艺科"),
        "answered": _told("inquiries.phone.answered"),
        "posts": _told("publicity.posts", until=date(YEAR, 6, 30)),
        "more": _told("volunteers.activities") - _told("volunteers.activities", until=date(YEAR - 1, 12, 31)),
    }
    assert said["more"] > 0
    assert verdicts(text.format(**said))[-1] == expected


def _told(code: str, unit: str = "", until: date = date(YEAR, 12, 31)) -> Any:
    """What the ledger says of the year up to a day."""
    from youju.indicators.figures import figure
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit
    from youju.orgs.units import Unit

    of = Unit.objects.get(name=unit) if unit else home_unit()
    whole = (until.month, until.day) == (12, 31)
    return figure(of, Period.year(until.year) if whole else Period.to_date(until), code).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "艺术特色学校创建一年一个台阶。目前，市级15所，省级7所，全国6所。",
            [f"accreditation.arts_school.{level}" for level in ("city", "province", "nation")],
        ),
        ("市里评各学段十佳教师，竞争激烈。最后我们县评上的是13位。", ["honours.top_ten.city"]),
        ("市级以上媒体对我县教育的宣传报道，经核对为63篇。", ["publicity.upper"]),
        ("全国文明校园总数达到6所。", ["accreditation.civilised_campus.nation"]),
        ("群众满意度差不多99%。", ["reviews.satisfaction"]),
    ],
)
def test_what_a_sentence_leaves_unsaid_the_one_before_it_says(text: str, expected: list[str]):
    assert verdicts(text) == [("supported", code) for code in expected]


@pytest.mark.parametrize("organ", ["团县委", "共青团市委", "县妇联", "县关工委", "县公安局"])
def test_what_another_organ_did_is_not_the_bureaus(organ: str):
    assert [verdict for verdict, _ in verdicts(f"{organ}走访农户170户。")] == ["ambiguous"]


@pytest.mark.parametrize(
    "text",
    ["走访农户。\n全年一共170户。", "走访农户308户次。全年一共170户。", "走访农户。食堂采购时令蔬菜，一共170户。"],
)
def test_a_topic_ends_with_its_line_with_another_figure_and_where_something_else_is_named(text: str):
    assert verdicts(text)[-1][0] != "supported"


def test_where_a_month_or_a_unit_has_nothing_the_figure_of_the_year_is_told_beside_it():
    (one,) = checked("6月，学子走进高考考场2811名。")

    assert one.verdict == "ambiguous"
    assert "没有已核实的记录" in one.reason
    assert "3092" in one.reason


def test_of_a_year_that_the_ledger_does_not_know_it_says_no_more():
    (one,) = checked("2019年走访农户80户。")

    assert (one.verdict, "170" in one.reason) == ("unsupported", False)


def test_behind_a_semicolon_another_school_may_be_named():
    one, other, third = checked("松风学校志愿者9人；星垛镇初级中学志愿者962人；走访农户170户。")

    assert one.verdict == "supported"
    assert "星垛镇初级中学" in other.reason
    assert (other.verdict, third.verdict) == ("ambiguous", "ambiguous")


def test_a_least_is_not_explained_by_whatever_else_is_large_enough():
    (one,) = checked("市级学科带头人至少100人。")

    assert one.verdict == "contradicted"


@pytest.mark.parametrize(("said", "verdict"), [("160—180", "supported"), ("150—160", "contradicted")])
def test_both_ends_of_a_range_are_judged_together(said: str, verdict: str):
    assert {each for each, _ in verdicts(f"走访农户{said}户。")} == {verdict}


def test_a_cell_of_full_width_digits_is_read_as_any_other():
    assert verdicts("志愿者（人）：９６２") == [("supported", "volunteers.persons")]


def test_candidates_of_another_examination_are_not_those_of_this_one():
    assert checked("成人高考考生3092人。")[0].verdict == "ambiguous"
