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


def test_a_change_behind_a_share_is_of_what_is_counted_as_it_is():
    less = told("hazards.found", until=date(YEAR - 1, 12, 31)) - told("hazards.found")
    text = f"排查安全隐患{told('hazards.found')}处，整改率{told('hazards.settled_rate')}%，较上年减少{less}处。"

    assert less > 0
    assert verdicts(text)[-1] == ("supported", "hazards.found")


def test_a_change_of_a_mean_needs_not_say_again_that_it_is_one():
    less = told("incidents.answer_hours", until=date(YEAR - 1, 12, 31)) - told("incidents.answer_hours")

    assert less > 0
    assert (
        verdicts(f"首次回应平均用时{told('incidents.answer_hours')}小时，比上年缩短{less}小时。")
        == [("supported", "incidents.answer_hours")] * 2
    )


def test_a_year_alone_speaks_of_the_figure_before_it():
    before = told("inquiries.petitions.received", until=date(YEAR - 1, 12, 31))
    now = told("inquiries.petitions.received")

    for said in ("上年", "去年同期为", "而上一年度为"):
        assert verdicts(f"收到信访{now}件，{said}{before}件。")[-1] == ("supported", "inquiries.petitions.received")
        assert verdicts(f"收到信访{now}件，{said}{before + 1}件。")[-1][0] != "supported"


def test_a_part_that_one_figure_names_is_meant_by_the_next_that_names_none():
    entrants, leavers = told("schools.entrants.primary"), told("schools.leavers.primary")

    assert verdicts(f"小学招生{entrants}人，毕业{leavers}人。")[-1] == ("supported", "schools.leavers.primary")
    assert verdicts(f"小学招生{entrants}人，毕业{told('schools.leavers')}人。")[-1][0] == "ambiguous"


@pytest.mark.parametrize("between", ["，全县毕业生", "；毕业生", "，初中招生{junior}人，毕业生"])
def test_a_whole_is_meant_again_beyond_a_stop_and_behind_a_list_of_parts(between: str):
    text = f"小学招生{told('schools.entrants.primary')}人{between}{told('schools.leavers')}人。"

    assert verdicts(text.format(junior=told("schools.entrants.junior")))[-1] == ("supported", "schools.leavers")


def test_a_part_that_is_named_is_not_doubted_for_its_whole():
    assert verdicts(f"特殊教育在校生{told('schools.pupils.special')}人。") == [("supported", "schools.pupils.special")]


def test_a_share_beside_a_part_of_its_own_is_that_of_the_part():
    share = told("reviews.satisfaction")

    assert verdicts(f"参与网上评价156人，表示满意128人，满意率{share}%。")[-1][0] == "ambiguous"
    assert verdicts(f"社会对教育满意度{share}%。") == [("supported", "reviews.satisfaction")]


def test_what_another_noun_counts_does_not_contradict_its_neighbour():
    assert verdicts(f"评选先进集体{told('honours.units')}个，评选项目4项。")[-1][0] == "unsupported"
