"""Where a clause says little: a bare noun, a share by its kind alone, a change, a topic that a neighbour lends."""

from datetime import date

import pytest

from tests.claims.checking.asking import told, verdicts
from tests.demo_bureaus import YEAR

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全县学生{n}名。", "schools.pupils"),
        ("老师{n}人。", "schools.teachers"),
        ("现有{n}个班。", "schools.classes"),
        ("现有党员{n}名。", "party.members"),
    ],
)
def test_a_bare_noun_names_what_there_is_of_it(text: str, code: str):
    right = told(code)

    assert verdicts(text.format(n=right)) == [("supported", code)]
    assert verdicts(text.format(n=right + 1)) == [("ambiguous", code)]


@pytest.mark.parametrize("text", ["女学生{n}名。", "学生{n}名参加体检。", "学生家长{n}名。"])
def test_a_noun_with_anything_beside_it_is_not_bare(text: str):
    assert verdicts(text.format(n=told("schools.pupils")))[0][0] != "supported"


@pytest.mark.parametrize(
    ("topic", "share", "code"),
    [
        ("中心组集中学习12次，参学率100%。各支部集中学习96次", "参学率", "study.branch.attendance"),
        ("排查安全隐患195处", "整改率", "hazards.settled_rate"),
        ("提出整改事项21项", "整改率", "followups.settled_rate"),
        ("办结来件，各类来件", "办结率", "inquiries.settled_rate"),
    ],
)
def test_a_share_that_several_have_is_that_of_what_stands_before_it(topic: str, share: str, code: str):
    assert verdicts(f"{topic}，{share}{told(code)}%。")[-1] == ("supported", code)


def test_a_topic_alone_names_no_share():
    shares = told("reviews.return_rate"), told("reviews.satisfaction")
    back, satisfied = verdicts("测评表回收率{}%，满意度{}%。".format(*shares))

    assert back == ("supported", "reviews.return_rate")
    assert satisfied[1] != "reviews.return_rate"


def test_a_change_behind_a_comma_of_a_list_is_that_of_the_figure_before_it():
    less = told("schools.teachers", until=date(YEAR - 1, 12, 31)) - told("schools.teachers")

    assert less > 0
    assert (
        verdicts(f"专任教师{told('schools.teachers')}人、比上年少{less}人。") == [("supported", "schools.teachers")] * 2
    )


def test_what_is_counted_in_minutes_may_be_told_in_hours():
    hours = told("volunteers.hours")

    assert verdicts(f"志愿服务总时长{hours}小时。") == [("supported", "volunteers.hours")]
    assert verdicts(f"志愿服务总时长{60 * hours:.0f}小时。") == [("contradicted", "volunteers.hours")]


def test_little_said_contradicts_nothing():
    assert verdicts("发放测评表后收回答卷775份。")[0][0] == "ambiguous"
    assert verdicts("今年新增市级文明校园1所。")[0][0] == "ambiguous"


def test_a_least_is_told_by_a_word_for_each():
    assert verdicts("学校领导班子成员每校至少撰写学习报告3篇。") == [("supported", "study.reports.each_school")]
    assert verdicts("学校领导班子成员撰写学习报告3篇。")[0][0] != "supported"


def test_the_name_of_one_occasion_is_a_part_of_a_figure_of_several():
    assert verdicts("劳动教育实践基地7个。")[0][0] == "ambiguous"


def test_a_body_is_no_person():
    assert verdicts("先后有9个集体受到表彰。")[0][1] != "honours.persons"


def test_a_heading_in_brackets_at_the_head_of_a_line_is_no_word_of_the_sentence_behind_it():
    found = told("hazards.found")

    assert verdicts(f"【安全卫生】排查安全隐患{found}处。\n") == [("supported", "hazards.found")]
    assert verdicts(f"【明年打算】排查安全隐患{found}处。\n")[0][0] == "ambiguous"


def test_a_rate_is_that_of_the_word_right_before_it():
    answers, satisfied = told("reviews.answers"), told("reviews.satisfaction")

    assert verdicts(f"回收测评答卷{answers}份，满意度{satisfied}%。")[-1] == ("supported", "reviews.satisfaction")


def test_one_stage_alone_says_nothing_of_the_pupils_of_all():
    text = f"加上特殊教育78人和中职1280人，全县在校学生{told('schools.pupils')}人。"

    assert "contradicted" not in {verdict for verdict, _ in verdicts(text)}


def test_schools_in_a_list_are_named_by_their_stage():
    counts = {code: told(f"schools.{code}") for code in ("junior", "senior")}

    text = "其中初中{junior}所、高中{senior}所。".format(**counts)
    assert verdicts(text) == [("supported", "schools.junior"), ("supported", "schools.senior")]
