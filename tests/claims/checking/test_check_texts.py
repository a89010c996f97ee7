"""What names a figure in a text, and what is said of it."""

from datetime import date
from functools import partial

import pytest

from tests.claims.checking.asking import checked, told, verdicts
from tests.claims.wrapping import wrapped
from tests.demo_bureaus import YEAR
from tests.processor import processor_seconds

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]


def test_a_title_names_by_itself_that_it_was_granted():
    assert verdicts("重视骨干教师培养，县级骨干教师达到433人。")[0][1] == "honours.backbone.county"


def test_where_two_are_named_alike_the_one_that_explains_all_words_is_meant():
    assert verdicts("网友在网上问的问题，我们回了156条。")[0][1] == "inquiries.online.answered"


def test_the_number_of_a_clause_is_no_word_of_its_figure():
    text = (
        f"二是社会对学校的满意度仅为{told('surveys.school')}%；三是电话咨询收到{told('inquiries.phone.received')}条。"
    )
    assert verdicts(text) == [("supported", "surveys.school"), ("supported", "inquiries.phone.received")]


@pytest.mark.parametrize(("stage", "code"), [("小学", "primary"), ("初中", "junior"), ("普通高中", "senior")])
def test_the_pupils_of_a_stage_are_not_all_pupils(stage: str, code: str):
    count = told(f"schools.pupils.{code}")
    assert verdicts(f"{stage}在校生共{count}人。") == [("supported", f"schools.pupils.{code}")]


def test_what_is_part_of_something_may_name_that_too():
    assert verdicts("报送信息被上级采用26条。") == [("supported", "information.adopted")]


def test_a_topic_in_the_clause_before_may_not_turn_the_figure_either():
    (one,) = checked("已注销的志愿者，我们有962人。")

    assert one.verdict == "ambiguous"


def test_few_words_are_enough_where_nothing_else_is_said():
    assert verdicts("受表彰的集体共5个。") != [("unsupported", "")]


@pytest.mark.parametrize("width", [20, 27, 40])
def test_a_margin_changes_no_verdict(width: int):
    text = (
        "全年回复网络咨询156条，现有望川市文明单位28个，溪云县文明单位76个，全年回复网络咨询158条。"
        "参加评议的社会各界人士948人次，开展志愿服务的教师共计六百余人。\n" * 2
    )
    assert verdicts(wrapped(text, width)) == verdicts(text)


def test_the_number_received_is_not_the_number_answered():
    (one,) = checked("全年回复网络咨询158条。")

    assert (one.verdict, one.indicator, one.value) == ("ambiguous", "inquiries.online.answered", 156)
    assert "158" in one.reason


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
        ("巡查阵地12次。", "standing.upkeep"),
        ("校舍{area}平方米。", "schools.area"),
        ("高中生{senior}名。", "schools.pupils.senior"),
        ("赴20所学校开展学习督导。", "guidance.schools"),
        ("所属支部集中学习96次。", "study.branch.sessions"),
        ("市级以上媒体宣传报道完成63篇。", "publicity.upper"),
    ],
)
def test_the_short_name_that_the_field_uses_is_enough(text: str, code: str):
    values = {"attendance": told("study.branch.attendance"), "area": told("schools.area")}

    assert verdicts(text.format(**values, senior=told("schools.pupils.senior"))) == [("supported", code)]


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


def test_what_nobody_recorded_is_unsupported():
    assert verdicts("新建校舍3.5万平方米，更新校车12辆。") == [("unsupported", ""), ("unsupported", "")]


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


def test_whom_a_survey_asks_about_is_a_part_of_its_name():
    assert verdicts("对教师满意度98.71%。")[0][0] != "supported"


def test_what_stands_in_brackets_behind_a_whole_names_its_parts():
    assert verdicts("现有学校100所（幼儿园26所、小学52所）。") == [
        ("supported", "schools.schools"),
        ("supported", "schools.kindergarten"),
        ("supported", "schools.primary"),
    ]


def test_a_figure_that_borrows_its_topic_from_a_like_one_is_another():
    first, second = verdicts("提出意见建议128条，落实128条。")

    assert first == ("supported", "reviews.suggestions")
    assert second[0] != "supported"


@pytest.mark.parametrize("item", ["，落实126条", "，其中1条", "，增加1条"])
def test_a_sentence_of_a_thousand_like_figures_is_answered(item: str):
    assert len(verdicts("提出意见建议126条" + item * 1000 + "。")) == 1001


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
        "households": told("visits.households", unit="体卫艺科"),
        "answered": told("inquiries.phone.answered"),
        "posts": told("publicity.posts", until=date(YEAR, 6, 30)),
        "more": told("volunteers.activities") - told("volunteers.activities", until=date(YEAR - 1, 12, 31)),
    }
    assert said["more"] > 0
    assert verdicts(text.format(**said))[-1] == expected


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


@pytest.mark.parametrize(
    "text",
    ["走访农户。\n全年一共170户。", "走访农户308户次。全年一共170户。", "走访农户。食堂采购时令蔬菜，一共170户。"],
)
def test_a_topic_ends_with_its_line_with_another_figure_and_where_something_else_is_named(text: str):
    assert verdicts(text)[-1][0] != "supported"


def test_candidates_of_another_examination_are_not_those_of_this_one():
    assert checked("成人高考考生3092人。")[0].verdict == "ambiguous"


@pytest.mark.parametrize(
    "text",
    [
        "学校阵地100个。",
        "志愿者工作人员962人。",
        "志愿服务启动活动60场。",
        "优质幼儿园26所。",
        "联合执法检查72次。",
        "教育实践基地负责人7个。",
        "群众对教育局的满意度98.71%。",
        "理科前十名我县占9人。",
        "班子成员300人撰写学习报告。",
    ],
)
def test_a_common_word_in_the_noun_of_a_figure_makes_another_thing_of_it(text: str):
    assert "supported" not in {verdict for verdict, _ in verdicts(text)}


def test_one_figure_is_not_two_things_of_a_sentence():
    assert [verdict for verdict, _ in verdicts("演讲比赛一等奖2名，征文比赛一等奖2名。")] == ["supported", "ambiguous"]
    assert [verdict for verdict, _ in verdicts("演讲比赛一等奖2名。征文比赛一等奖2名。")] == ["supported", "supported"]


def test_brackets_may_say_the_same_figure_exactly():
    assert [verdict for verdict, _ in verdicts("网络咨询回复率超过98%（98.73%）。")] == ["supported", "supported"]


def test_of_what_is_received_and_answered_the_second_is_not_lost_to_the_first():
    assert verdicts("网络咨询158条，答复156条。")[1] == ("supported", "inquiries.online.answered")


@pytest.mark.parametrize("endless", ["赴", "在甲", "对教育局", "《", "比上年少", "；"])
def test_a_text_without_end_is_read_in_time_that_grows_with_it(endless: str):
    short, long = (processor_seconds(partial(checked, endless * size)) for size in (4_000, 16_000))
    assert long < 12 * short + 0.5
